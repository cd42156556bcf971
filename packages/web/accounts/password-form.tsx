import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SessionStage } from '@opora/domain/basics/actor.ts';
import { useTexts } from '../platform/language.tsx';
import { Refused } from '../ui/refused.tsx';
import { signInTexts } from './sign-in-catalog.ts';
import { useRequestReset, useSignIn } from './use-sign-in.ts';

type PasswordFormProps = {
  /** Known already when a session has ended under the person's hands. */
  readonly email?: string;
  readonly canMail: boolean;
  readonly onStep: (step: SessionStage) => void;
};

export function PasswordForm({ email: known = '', canMail, onStep }: PasswordFormProps) {
  const texts = useTexts(signInTexts);
  const signIn = useSignIn();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password }, { onSuccess: ({ step }) => onStep(step) });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Refused error={signIn.error} />
        <TextInput
          label={texts.email}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={texts.password}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': texts.showPassword }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={signIn.isPending}>
          {texts.enter}
        </Button>
        {canMail ? <Forgotten email={email} /> : <Text size="sm">{texts.askAdministrator}</Text>}
      </Stack>
    </form>
  );
}

function Forgotten({ email }: { readonly email: string }) {
  const texts = useTexts(signInTexts);
  const request = useRequestReset();
  const [isHinted, setHinted] = useState(false);
  if (request.isSuccess) return <Text role="status">{texts.resetSent}</Text>;
  return (
    <>
      <Refused error={request.error} />
      <Anchor
        component="button"
        type="button"
        size="sm"
        onClick={() => (email === '' ? setHinted(true) : request.mutate(email))}
      >
        {texts.forgotten}
      </Anchor>
      {isHinted && email === '' && (
        <Text size="sm" role="status">
          {texts.resetHint}
        </Text>
      )}
    </>
  );
}
