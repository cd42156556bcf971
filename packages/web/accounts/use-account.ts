import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { accountsContract } from '@opora/domain/accounts/accounts-contract.ts';
import { call } from '../platform/call.ts';

const sessionsKey = ['me', 'sessions'];

/** What is shown of the account is asked for again after each change of it. */
function useChange<T, R>(mutationFn: (input: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }) });
}

export function useMySessions() {
  return useQuery({ queryKey: sessionsKey, queryFn: () => call(accountsContract.listMySessions, {}) });
}

export function useRevokeSession() {
  return useChange((sessionId: string) => call(accountsContract.revokeMySession, { params: { sessionId } }));
}

export function useRevokeOthers() {
  return useChange(() => call(accountsContract.revokeMyOtherSessions, {}));
}

export function useChangePassword() {
  return useChange((body: { readonly current: string; readonly next: string }) =>
    call(accountsContract.changePassword, { body }),
  );
}

export function useRemoveSecondFactor() {
  return useChange((code: string) => call(accountsContract.removeSecondFactor, { body: { code } }));
}

export function useRenewRecoveryCodes() {
  return useChange((code: string) => call(accountsContract.renewRecoveryCodes, { body: { code } }));
}
