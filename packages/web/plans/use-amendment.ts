import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AmendmentEdit } from '@opora/domain/plans/amendment-edit.ts';
import { applyAmendmentEdit } from '@opora/domain/plans/apply-amendment-edit.ts';
import { type Amendment, editionsContract } from '@opora/domain/plans/editions-contract.ts';
import { call } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { useReckoning } from './use-reckoning.ts';

const keyOf = (amendmentId: string) => ['amendments', amendmentId];

export function useAmendment(amendmentId: string) {
  return useQuery({
    queryKey: keyOf(amendmentId),
    queryFn: () => call(editionsContract.getAmendment, { params: { amendmentId } }),
  });
}

/** How instances would follow the draft as it is at the version. */
export function useAmendmentEffect(amendmentId: string, version: number) {
  return useQuery({
    queryKey: [...keyOf(amendmentId), 'effect', version],
    queryFn: () => call(editionsContract.getAmendmentEffect, { params: { amendmentId } }),
  });
}

/** What a person does to a draft. Edits are seen at once and saved one after another. */
export type AmendmentEditing = {
  readonly edit: (edit: AmendmentEdit) => void;
  readonly undo: () => void;
  readonly isSaving: boolean;
};

export function useAmendmentEditing(amendment: Amendment): AmendmentEditing {
  const client = useQueryClient();
  const { connectionLost } = useTexts(uiTexts);
  const reckoning = useReckoning(amendment.planId);
  const key = keyOf(amendment.id);
  const params = { amendmentId: amendment.id };
  const change = (apply: (known: Amendment) => Amendment) =>
    client.setQueryData<Amendment>(key, (known) => (known === undefined ? known : apply(known)));
  const scope = { id: `amendment-${amendment.id}` };
  const refetch = () => client.invalidateQueries({ queryKey: key, exact: true });
  const onError = (error: Error) => {
    notify(messageOf(error, connectionLost));
    return refetch();
  };
  const save = useMutation({
    scope,
    mutationFn: (edit: AmendmentEdit) => {
      const version = client.getQueryData<Amendment>(key)?.version ?? amendment.version;
      return call(editionsContract.editAmendment, { params, body: { version, edit } });
    },
    onSuccess: ({ version, savedAt }, edit) => {
      const known = client.getQueryData<Amendment>(key);
      change((old) => ({ ...old, version, changedAt: savedAt, mayUndo: true }));
      // The server names organisations, and may have merged what somebody else edited.
      const isNamed = edit.kind === 'set-parties' || edit.kind === 'add-school';
      return isNamed || known?.version !== version - 1 ? refetch() : undefined;
    },
    onError,
  });
  const undo = useMutation({
    scope,
    mutationFn: () => call(editionsContract.undoAmendmentEdit, { params }),
    onSuccess: refetch,
    onError,
  });
  return {
    edit: (edit) => {
      change((known) => ({
        ...known,
        content: applyAmendmentEdit(known.content, edit, {
          base: known.before,
          planActOn: known.planActOn,
          reckoning,
        }),
      }));
      save.mutate(edit);
    },
    undo: () => undo.mutate(),
    isSaving: save.isPending || undo.isPending,
  };
}

export function useDiscardAmendment(amendment: Pick<Amendment, 'id' | 'version'>) {
  const client = useQueryClient();
  const { id: amendmentId, version } = amendment;
  return useMutation({
    mutationFn: () => call(editionsContract.discardAmendment, { params: { amendmentId }, body: { version } }),
    onSuccess: ({ planId }) => client.invalidateQueries({ queryKey: ['plans', planId, 'editions'] }),
  });
}

/** Everything that shows the plan or its instances is asked for anew. */
export function useApproveAmendment(amendment: Pick<Amendment, 'id' | 'version'>) {
  const client = useQueryClient();
  const { id: amendmentId, version } = amendment;
  return useMutation({
    mutationFn: () => call(editionsContract.approveAmendment, { params: { amendmentId }, body: { version } }),
    onSuccess: () =>
      Promise.all(
        ['plans', 'activities', 'instances', 'tasks', 'amendments'].map((each) =>
          client.invalidateQueries({ queryKey: [each] }),
        ),
      ),
  });
}

/** Takes back the approval of what waits for its day. */
export function useRecallAmendment({ id: amendmentId, version }: Pick<Amendment, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(editionsContract.recallAmendment, { params: { amendmentId }, body: { version } }),
    onSuccess: () =>
      Promise.all(['plans', 'amendments'].map((each) => client.invalidateQueries({ queryKey: [each] }))),
  });
}
