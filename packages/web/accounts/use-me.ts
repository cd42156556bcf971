import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { accountsContract, type Me } from '@opora/domain/accounts/accounts-contract.ts';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { call } from '../platform/call.ts';
import { setSessionEnded } from '../platform/session-ended.ts';

const meKey = ['me'];

/** Who is signed in. Fits where `can` asks for an actor: `can(me, 'plans.manage', plan)`. Pages are shown only when it is loaded. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: () => call(accountsContract.me, {}),
    staleTime: 60_000,
  });
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => call(accountsContract.signOut, {}),
    // Nothing of the person stays in the browser's memory, whatever is being typed.
    onSettled: () => window.location.assign('/'),
  });
}

export function useSetLanguage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (language: Language) => call(accountsContract.setLanguage, { body: { language } }),
    onSuccess: () => client.invalidateQueries({ queryKey: meKey }),
  });
}

/** Begins anew with what the role may see: nothing that only another one sees stays on the screen. */
export function useChooseRole() {
  return useMutation({
    mutationFn: (roleId: string | null) => call(accountsContract.chooseRole, { body: { roleId } }),
    onSuccess: () => window.location.assign('/'),
  });
}

/** After sign-in: goes on where she was; when another person has signed in, begins anew with nothing of the first one. */
export function useGoOn() {
  const client = useQueryClient();
  return async () => {
    const before = client.getQueryData<Me>(meKey)?.personId;
    const now = await call(accountsContract.me, {});
    if (before !== undefined && before !== now.personId) {
      window.location.assign('/');
      return;
    }
    client.setQueryData(meKey, now);
    setSessionEnded(false);
    await client.invalidateQueries();
  };
}
