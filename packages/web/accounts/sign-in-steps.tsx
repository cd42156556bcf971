import { Alert, Button, Divider, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { accountsContract } from '@opora/domain/accounts/accounts-contract.ts';
import { oidcContract } from '@opora/domain/accounts/oidc-contract.ts';
import type { SessionStage } from '@opora/domain/basics/actor.ts';
import type { OperationOutput } from '@opora/domain/basics/contract.ts';
import { addressOf } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { signInTexts } from './sign-in-catalog.ts';
import { useGoOn } from './use-me.ts';

const EnrolForm = lazy(async () => ({ default: (await import('./enrol-form.tsx')).EnrolForm }));

type SignInStepsProps = {
  readonly page: OperationOutput<typeof accountsContract.getSignInPage>;
  readonly email?: string;
};

/** From password to being in; the server says what comes next. */
export function SignInSteps({ page, email }: SignInStepsProps) {
  const texts = useTexts(signInTexts);
  const goOn = useGoOn();
  const [step, setStep] = useState(page.step);
  const proceed = (next: SessionStage) => (next === 'open' ? void goOn() : setStep(next));
  if (step === 'second-factor') return <CodeForm onDone={() => void goOn()} />;
  if (step === 'enrolment') {
    return (
      <Suspense>
        <Text>{texts.enrolPurpose}</Text>
        <EnrolForm onDone={() => void goOn()} />
      </Suspense>
    );
  }
  return (
    <>
      {page.oidcTitle !== null && <ProviderButton title={page.oidcTitle} />}
      <PasswordForm canMail={page.canMail} onStep={proceed} {...(email === undefined ? {} : { email })} />
    </>
  );
}

function ProviderButton({ title }: { readonly title: string }) {
  const texts = useTexts(signInTexts);
  return (
    <>
      {window.location.hash === '#sign-in-refused' && (
        <Alert color="red" role="alert">
          {texts.oidcRefused(title)}
        </Alert>
      )}
      <Button component="a" href={addressOf(oidcContract.startOidc, {})} variant="default">
        {texts.enterWith(title)}
      </Button>
      <Divider />
    </>
  );
}
