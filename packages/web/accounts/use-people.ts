import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type GivenRole, peopleContract, type SignInPolicy } from '@opora/domain/accounts/people-contract.ts';
import type { PersonFields } from '@opora/domain/accounts/person.ts';
import type { Role } from '@opora/domain/basics/actor.ts';
import { call } from '../platform/call.ts';

const peopleKey = ['people'];

export function usePeople(query: { readonly search?: string; readonly role?: Role }) {
  return useQuery({
    queryKey: [...peopleKey, query],
    queryFn: () => call(peopleContract.listPeople, { query }),
    placeholderData: keepPreviousData,
  });
}

export function usePerson(personId: string) {
  return useQuery({
    queryKey: [...peopleKey, 'one', personId],
    queryFn: () => call(peopleContract.getPerson, { params: { personId } }),
  });
}

export function usePlaces(enabled: boolean) {
  return useQuery({
    queryKey: ['places'],
    queryFn: () => call(peopleContract.listPlaces, {}),
    staleTime: 300_000,
    enabled,
  });
}

/** People are asked for again after each change of one. */
function useChange<T, R>(mutationFn: (input: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: peopleKey }) });
}

export function useAddPerson() {
  return useChange((body: PersonFields) => call(peopleContract.addPerson, { body }));
}

export function useChangePerson(personId: string) {
  return useChange((body: PersonFields & { readonly version: number }) =>
    call(peopleContract.changePerson, { params: { personId }, body }),
  );
}

export function useMakeLink(personId: string) {
  return useChange(() => call(peopleContract.makeLink, { params: { personId } }));
}

export function useRevokePersonSessions(personId: string) {
  return useChange(() => call(peopleContract.revokePersonSessions, { params: { personId } }));
}

export function useRemovePersonSecondFactor(personId: string) {
  return useChange(() => call(peopleContract.removePersonSecondFactor, { params: { personId } }));
}

export function useGiveRole(personId: string) {
  return useChange((body: GivenRole) => call(peopleContract.giveRole, { params: { personId }, body }));
}

export function useEndRole() {
  return useChange(({ assignmentId, untilOn }: { readonly assignmentId: string; readonly untilOn: string }) =>
    call(peopleContract.endRole, { params: { assignmentId }, body: { untilOn } }),
  );
}

export function useHandOver(personId: string) {
  type Order = {
    readonly toPersonId: string;
    readonly fromOn: string;
    readonly actingUntilOn: string | null;
  };
  return useChange((body: Order) => call(peopleContract.handOver, { params: { personId }, body }));
}

export function useSignInPolicy() {
  return useQuery({ queryKey: ['sign-in-policy'], queryFn: () => call(peopleContract.getSignInPolicy, {}) });
}

export function useSetSignInPolicy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignInPolicy) => call(peopleContract.setSignInPolicy, { body }),
    onSuccess: (policy) => client.setQueryData(['sign-in-policy'], policy),
  });
}
