import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { Refused } from '../ui/refused.tsx';
import { signInTexts } from './sign-in-catalog.ts';
import { useSignOut } from './use-me.ts';
import { usePassSecondFactor } from './use-sign-in.ts';

/** The second step of a sign-in: a code of the app or a recovery code. */
export function CodeForm({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts(signInTexts);
  const pass = usePassSecondFactor();
  const signOut = useSignOut();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    pass.mutate(code, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{texts.codePurpose}</Text>
        <Refused error={pass.error} />
        <TextInput
          label={texts.code}
          description={texts.codeHint}
          autoComplete="one-time-code"
          required
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={pass.isPending}>
          {texts.goOn}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={() => signOut.mutate()}>
          {texts.startAnew}
        </Anchor>
      </Stack>
    </form>
  );
}
