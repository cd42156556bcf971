import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ServerRefusal } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { OpenPage } from '../ui/open-page.tsx';
import { Refused } from '../ui/refused.tsx';
import { NewPasswordInput } from './new-password-input.tsx';
import { signInTexts } from './sign-in-catalog.ts';
import { useOpenLink, useUseLink } from './use-sign-in.ts';

/** Where an invitation or reset link leads; its secret is behind `#` and goes to the server only in a request's body. */
export function LinkPage() {
  const texts = useTexts(signInTexts);
  const [secret] = useState(() => window.location.hash.slice(1));
  const link = useOpenLink(secret);
  const isReset = link.data?.purpose === 'reset';
  const name = link.data?.name ?? '';
  const title = isReset ? texts.reset : texts.invitation;
  if (link.error instanceof ServerRefusal) {
    return (
      <OpenPage title={title}>
        <Alert color="red" role="alert">
          {link.error.message}
        </Alert>
        <Anchor href="/">{texts.toSignIn}</Anchor>
      </OpenPage>
    );
  }
  return (
    <OpenPage title={title} purpose={isReset ? texts.resetPurpose(name) : texts.invitationPurpose(name)}>
      <Loaded query={link}>{({ email }) => <SetPasswordForm secret={secret} email={email} />}</Loaded>
    </OpenPage>
  );
}

function SetPasswordForm({ secret, email }: { readonly secret: string; readonly email: string }) {
  const texts = useTexts(signInTexts);
  const use = useUseLink();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    use.mutate(
      { secret, password },
      {
        onSuccess: () => {
          client.clear();
          void navigate({ to: '/' });
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Refused error={use.error} />
        <TextInput label={texts.email} value={email} autoComplete="username" readOnly />
        <NewPasswordInput value={password} onChange={setPassword} />
        <Button type="submit" loading={use.isPending}>
          {texts.setPassword}
        </Button>
      </Stack>
    </form>
  );
}
