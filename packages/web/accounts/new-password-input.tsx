import { PasswordInput } from '@mantine/core';
import { passwordLengthMin } from '@opora/domain/accounts/password-policy.ts';
import { useTexts } from '../platform/language.tsx';
import { signInTexts } from './sign-in-catalog.ts';

type NewPasswordInputProps = { readonly value: string; readonly onChange: (password: string) => void };

export function NewPasswordInput({ value, onChange }: NewPasswordInputProps) {
  const texts = useTexts(signInTexts);
  return (
    <PasswordInput
      label={texts.newPassword}
      description={texts.passwordHint}
      autoComplete="new-password"
      minLength={passwordLengthMin}
      required
      visibilityToggleButtonProps={{ 'aria-label': texts.showPassword }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
