import { Alert, Center, Loader } from '@mantine/core';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import type { Me } from '@opora/domain/accounts/accounts-contract.ts';
import { ServerRefusal } from '../platform/call.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { useSessionEnded } from '../platform/session-ended.ts';
import { Frame } from '../ui/frame.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { AccountMenu } from './account-menu.tsx';
import { RoleSwitch } from './role-switch.tsx';
import { signedInTexts } from './signed-in-catalog.ts';
import { useMe, useSetLanguage } from './use-me.ts';

const SignInPage = lazy(async () => ({ default: (await import('./sign-in-page.tsx')).SignInPage }));
const SessionEndedDialog = lazy(async () => ({
  default: (await import('./session-ended-dialog.tsx')).SessionEndedDialog,
}));

/** Lets nobody past who is not signed in; a session that ends later is renewed in a dialog over the page, whose forms stay. */
export function SignedInFrame({ search }: { readonly search: ReactNode }) {
  const me = useMe();
  const texts = useTexts(signedInTexts);
  const setLanguage = useSetLanguage();
  const ended = useSessionEnded();
  useOwnLanguage(me.data);
  if (me.data === undefined) {
    if (me.error instanceof ServerRefusal && me.error.status === 401) {
      return (
        <Suspense>
          <SignInPage />
        </Suspense>
      );
    }
    return (
      <Center mih="100dvh">
        {me.error === null ? <Loader /> : <Loaded query={me}>{() => null}</Loaded>}
      </Center>
    );
  }
  return (
    <>
      <Frame
        actor={me.data}
        place={<RoleSwitch me={me.data} />}
        search={search}
        account={<AccountMenu me={me.data} />}
        onLanguage={(language) => setLanguage.mutate(language)}
      >
        {me.data.grants.length === 0 && <Alert mb="md">{texts.noRole}</Alert>}
      </Frame>
      {ended && (
        <Suspense>
          <SessionEndedDialog email={me.data.email ?? ''} />
        </Suspense>
      )}
    </>
  );
}

/** On a shared computer the person's own language wins over the one left by somebody else. */
function useOwnLanguage(me: Me | undefined): void {
  const { choose } = useLanguage();
  const [personId, language] = [me?.personId, me?.language];
  useEffect(() => {
    if (personId !== undefined && language !== undefined) choose(language);
  }, [personId, language, choose]);
}
