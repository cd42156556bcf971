import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { notify } from '../ui/notice.ts';
import { Refused } from '../ui/refused.tsx';
import { accountTexts } from './account-catalog.ts';
import { NewPasswordInput } from './new-password-input.tsx';
import { signInTexts } from './sign-in-catalog.ts';
import { useChangePassword } from './use-account.ts';

export function ChangePasswordForm() {
  const texts = useTexts(accountTexts);
  const { showPassword } = useTexts(signInTexts);
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          notify(texts.changed);
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={420}>
        <Refused error={change.error} />
        <PasswordInput
          label={texts.current}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': showPassword }}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordInput value={next} onChange={setNext} />
        <div>
          <Button type="submit" loading={change.isPending}>
            {texts.change}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
