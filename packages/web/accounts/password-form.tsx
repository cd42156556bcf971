import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SessionStage } from '@opora/domain/basics/actor.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { signInTexts } from './sign-in-catalog.ts';
import { useSignIn } from './use-me.ts';

type PasswordFormProps = {
  /** Known already when a session has ended under the person's hands. */
  readonly email?: string;
  readonly onStep: (step: SessionStage) => void;
};

export function PasswordForm({ email: known = '', onStep }: PasswordFormProps) {
  const texts = useTexts(signInTexts);
  const { connectionLost } = useTexts(uiTexts);
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
        {signIn.error !== null && (
          <Alert color="red" role="alert">
            {messageOf(signIn.error, connectionLost)}
          </Alert>
        )}
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
        <Text size="sm" c="dimmed">
          {texts.forgotten}
        </Text>
      </Stack>
    </form>
  );
}
