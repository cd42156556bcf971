import { Button, Code, Stack, Text, Title } from '@mantine/core';
import { useTexts } from '../platform/language.tsx';
import { signInTexts } from './sign-in-catalog.ts';

type RecoveryCodesProps = { readonly codes: readonly string[]; readonly onDone: () => void };

/** Shown once; the server keeps only their hashes. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const texts = useTexts(signInTexts);
  return (
    <Stack>
      <Title order={2} size="h4">
        {texts.recoveryTitle}
      </Title>
      <Text>{texts.recoveryPurpose}</Text>
      <Code block>{codes.join('\n')}</Code>
      <Button onClick={onDone} className="screen-only">
        {texts.recoveryKept}
      </Button>
    </Stack>
  );
}
