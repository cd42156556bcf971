import { useMutation, useQuery } from '@tanstack/react-query';
import { accountsContract } from '@opora/domain/accounts/accounts-contract.ts';
import type { OperationInput } from '@opora/domain/basics/contract.ts';
import { call } from '../platform/call.ts';

type Body<K extends keyof typeof accountsContract> =
  OperationInput<(typeof accountsContract)[K]> extends {
    readonly body: infer B;
  }
    ? B
    : never;

export function useSignInPage() {
  return useQuery({
    queryKey: ['sign-in'],
    queryFn: () => call(accountsContract.getSignInPage, {}),
    gcTime: 0,
  });
}

export function useSignIn() {
  return useMutation({ mutationFn: (body: Body<'signIn'>) => call(accountsContract.signIn, { body }) });
}

export function usePassSecondFactor() {
  return useMutation({
    mutationFn: (code: string) => call(accountsContract.passSecondFactor, { body: { code } }),
  });
}

export function useAddFirstAdministrator() {
  return useMutation({
    mutationFn: (body: Body<'addFirstAdministrator'>) =>
      call(accountsContract.addFirstAdministrator, { body }),
  });
}

export function useRequestReset() {
  return useMutation({
    mutationFn: (email: string) => call(accountsContract.requestReset, { body: { email } }),
  });
}

export function useOpenLink(secret: string) {
  return useQuery({
    queryKey: ['link', secret],
    queryFn: () => call(accountsContract.openLink, { body: { secret } }),
    gcTime: 0,
  });
}

export function useUseLink() {
  return useMutation({ mutationFn: (body: Body<'useLink'>) => call(accountsContract.useLink, { body }) });
}

export function useBeginSecondFactor() {
  return useMutation({ mutationFn: () => call(accountsContract.beginSecondFactor, {}) });
}

export function useConfirmSecondFactor() {
  return useMutation({
    mutationFn: (code: string) => call(accountsContract.confirmSecondFactor, { body: { code } }),
  });
}
