import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OperationInput } from '@opora/domain/basics/contract.ts';
import { identificationContract } from '@opora/domain/results/identification-contract.ts';
import type { IdentificationRule } from '@opora/domain/results/methodology.ts';
import { call } from '../platform/call.ts';

type Body<K extends keyof typeof identificationContract> =
  OperationInput<(typeof identificationContract)[K]> extends { readonly body: infer B } ? B : never;

const key = ['identification'] as const;

export function useMethodologies() {
  return useQuery({
    queryKey: [...key, 'methodologies'],
    queryFn: () => call(identificationContract.listMethodologies, {}),
  });
}

export function useRuns() {
  return useQuery({
    queryKey: [...key, 'runs'],
    queryFn: () => call(identificationContract.listRuns, {}),
  });
}

export function useRun(runId: string) {
  return useQuery({
    queryKey: [...key, 'run', runId],
    queryFn: () => call(identificationContract.getRun, { params: { runId } }),
  });
}

export function useVerdict(runId: string, orgUnitId: string) {
  return useQuery({
    queryKey: [...key, 'run', runId, orgUnitId],
    queryFn: () => call(identificationContract.getVerdict, { params: { runId, orgUnitId } }),
  });
}

export function useDisclosures(runId: string) {
  return useQuery({
    queryKey: [...key, 'run', runId, 'disclosures'],
    queryFn: () => call(identificationContract.listDisclosures, { params: { runId } }),
  });
}

export const useDisclose = (runId: string, orgUnitId: string) =>
  useChange((body: Body<'discloseVerdict'>) =>
    call(identificationContract.discloseVerdict, { params: { runId, orgUnitId }, body }),
  );

export function useSchoolVerdicts(orgUnitId: string) {
  return useQuery({
    queryKey: [...key, 'school', orgUnitId],
    queryFn: () => call(identificationContract.listSchoolVerdicts, { params: { orgUnitId } }),
  });
}

/** Asked anew whenever the rule is another; what was asked stays on the page until the answer comes. */
export function useTriedRule(runId: string, rule: IdentificationRule) {
  return useQuery({
    queryKey: [...key, 'try', runId, rule],
    queryFn: () => call(identificationContract.tryRule, { params: { runId }, body: { rule } }),
    placeholderData: (before) => before,
  });
}

export function useSchoolType(orgUnitId: string) {
  return useQuery({
    queryKey: [...key, 'type', orgUnitId],
    queryFn: () => call(identificationContract.getSchoolType, { params: { orgUnitId } }),
  });
}

export const useSetSchoolType = (orgUnitId: string) =>
  useChange((body: Body<'setSchoolType'>) =>
    call(identificationContract.setSchoolType, { params: { orgUnitId }, body }),
  );

export function useComparison(runId: string, otherRunId: string) {
  return useQuery({
    queryKey: [...key, 'compare', runId, otherRunId],
    queryFn: () => call(identificationContract.compareRuns, { params: { runId, otherRunId } }),
  });
}

export function useRecheck(runId: string) {
  return useMutation({
    mutationFn: () => call(identificationContract.recheckRun, { params: { runId } }),
  });
}

/** A change of lists is seen on them and, for an approved one, on pages of schools. */
function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  const onSuccess = () =>
    Promise.all([key, ['registry']].map((queryKey) => client.invalidateQueries({ queryKey })));
  return useMutation({ mutationFn, onSuccess });
}

export const useSaveMethodology = () =>
  useChange((body: Body<'saveMethodology'>) => call(identificationContract.saveMethodology, { body }));

export const useMakeRun = () =>
  useChange((body: Body<'makeRun'>) => call(identificationContract.makeRun, { body }));

export const useRemoveRun = () =>
  useChange((runId: string) => call(identificationContract.removeRun, { params: { runId } }));

export const useApproveRun = (runId: string) =>
  useChange((body: Body<'approveRun'>) =>
    call(identificationContract.approveRun, { params: { runId }, body }),
  );

export const useWithdrawRun = (runId: string) =>
  useChange((body: Body<'withdrawRun'>) =>
    call(identificationContract.withdrawRun, { params: { runId }, body }),
  );
