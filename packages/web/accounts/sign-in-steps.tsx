import { PasswordForm } from './password-form.tsx';
import { useGoOn } from './use-me.ts';

type SignInStepsProps = { readonly email?: string };

/** From password to being in; the server says what comes next. */
export function SignInSteps({ email }: SignInStepsProps) {
  const goOn = useGoOn();
  return <PasswordForm {...(email === undefined ? {} : { email })} onStep={() => void goOn()} />;
}
