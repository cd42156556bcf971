import { Alert } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { OpenPage } from '../ui/open-page.tsx';
import { signInTexts } from './sign-in-catalog.ts';
import { SignInSteps } from './sign-in-steps.tsx';
import { useGoOn } from './use-me.ts';
import { useSignInPage } from './use-sign-in.ts';

const FirstStartForm = lazy(async () => ({
  default: (await import('./first-start-form.tsx')).FirstStartForm,
}));

/** Shown in place of any page while nobody is signed in; the address stays, so that she comes where she wanted. */
export function SignInPage() {
  const texts = useTexts(signInTexts);
  const goOn = useGoOn();
  const query = useSignInPage();
  const isFirst = query.data !== undefined && query.data.firstStart !== 'no';
  return (
    <OpenPage
      title={isFirst ? texts.firstStart : texts.signIn}
      purpose={isFirst ? texts.firstStartPurpose : texts.purpose}
    >
      <Loaded query={query}>
        {(page) => {
          if (page.firstStart === 'no') return <SignInSteps page={page} />;
          if (page.firstStart === 'elsewhere') return <Alert>{texts.firstStartElsewhere}</Alert>;
          return (
            <Suspense>
              <FirstStartForm onStep={() => void goOn()} />
            </Suspense>
          );
        }}
      </Loaded>
    </OpenPage>
  );
}
