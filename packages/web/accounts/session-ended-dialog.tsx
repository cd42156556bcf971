import { Modal, Stack, Text } from '@mantine/core';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { signInTexts } from './sign-in-catalog.ts';
import { SignInSteps } from './sign-in-steps.tsx';
import { useSignInPage } from './use-sign-in.ts';

/** Over the page, whose forms stay as they are; it cannot be closed but by signing in. */
export function SessionEndedDialog({ email }: { readonly email: string }) {
  const texts = useTexts(signInTexts);
  const query = useSignInPage();
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={texts.sessionEnded}
    >
      <Stack>
        <Text>{texts.sessionEndedHint}</Text>
        <Loaded query={query}>{(page) => <SignInSteps page={page} email={email} />}</Loaded>
      </Stack>
    </Modal>
  );
}
