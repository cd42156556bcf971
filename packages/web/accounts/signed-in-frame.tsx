import { Alert, Center, Loader, Modal, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import type { Me } from '@opora/domain/accounts/accounts-contract.ts';
import { ServerRefusal } from '../platform/call.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { useSessionEnded } from '../platform/session-ended.ts';
import { Frame } from '../ui/frame.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { AccountMenu } from './account-menu.tsx';
import { signInTexts } from './sign-in-catalog.ts';
import { SignInPage } from './sign-in-page.tsx';
import { SignInSteps } from './sign-in-steps.tsx';
import { useMe } from './use-me.ts';

/** Lets nobody past who is not signed in; a session that ends later is renewed in a dialog over the page, whose forms stay. */
export function SignedInFrame() {
  const me = useMe();
  const texts = useTexts(signInTexts);
  const ended = useSessionEnded();
  useOwnLanguage(me.data);
  if (me.data === undefined) {
    if (me.error instanceof ServerRefusal && me.error.status === 401) return <SignInPage />;
    return (
      <Center mih="100dvh">
        {me.error === null ? <Loader /> : <Loaded query={me}>{() => null}</Loaded>}
      </Center>
    );
  }
  return (
    <>
      <Frame actor={me.data} place={placeOf(me.data)} account={<AccountMenu me={me.data} />}>
        {me.data.grants.length === 0 && <Alert mb="md">{texts.noRole}</Alert>}
      </Frame>
      <Modal
        opened={ended}
        onClose={() => undefined}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
        title={texts.sessionEnded}
      >
        <Stack>
          <Text>{texts.sessionEndedHint}</Text>
          <SignInSteps email={me.data.email ?? ''} />
        </Stack>
      </Modal>
    </>
  );
}

/** Where the person works with the widest view: the node of her highest role. */
function placeOf(me: Me): string {
  const [highest] = me.grants.toSorted((a, b) => a.scope.split('.').length - b.scope.split('.').length);
  return highest?.orgUnitName ?? me.orgUnitName;
}

/** On a shared computer the person's own language wins over the one left by somebody else. */
function useOwnLanguage(me: Me | undefined): void {
  const { choose } = useLanguage();
  const [personId, language] = [me?.personId, me?.language];
  useEffect(() => {
    if (personId !== undefined && language !== undefined) choose(language);
  }, [personId, language, choose]);
}
