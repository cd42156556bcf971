import { useTexts } from '../platform/language.tsx';
import { OpenPage } from '../ui/open-page.tsx';
import { SignInSteps } from './sign-in-steps.tsx';
import { signInTexts } from './sign-in-catalog.ts';

/** Shown in place of any page while nobody is signed in; the address stays, so that she comes where she wanted. */
export function SignInPage() {
  const texts = useTexts(signInTexts);
  return (
    <OpenPage title={texts.signIn} purpose={texts.purpose}>
      <SignInSteps />
    </OpenPage>
  );
}
