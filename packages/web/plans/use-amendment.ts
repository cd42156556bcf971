import { useRef } from 'react';
import { z } from 'zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AmendmentEdit, placeOf } from '@opora/domain/plans/amendment-edit.ts';
import { fieldAsItStands, typedIn } from '@opora/domain/plans/amendment-field.ts';
import { applyAmendmentEdit } from '@opora/domain/plans/apply-amendment-edit.ts';
import { type Amendment, editionsContract } from '@opora/domain/plans/editions-contract.ts';
import { call, ServerRefusal } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { useKept } from '../ui/use-kept.ts';
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
  /** `since`: the version from which it began, when that is not the one shown now. */
  readonly edit: (edit: AmendmentEdit, since?: number) => void;
  /** Own edits of fields that somebody else has changed meanwhile; kept until the person decides. */
  readonly clashes: readonly AmendmentEdit[];
  readonly settle: (clash: AmendmentEdit, keep: 'mine' | 'theirs') => void;
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
  const held = useHeldEdits(amendment.id);
  /** What was typed is kept beside what another has put there, unless both have written the same. */
  const onClash = async (edit: AmendmentEdit) => {
    await refetch();
    const known = client.getQueryData<Amendment>(key);
    const theirs = known === undefined ? null : fieldAsItStands(known.content, edit);
    if (theirs === null || typedIn(theirs) !== typedIn(edit)) held.hold(edit);
  };
  const save = useMutation({
    scope,
    // As `fetch` says that the line is lost: for a moment it loses nothing.
    retry: (_failures, error) => error instanceof TypeError,
    mutationFn: (body: { readonly edit: AmendmentEdit; readonly version: number }) =>
      call(editionsContract.editAmendment, { params, body }),
    onSuccess: ({ version, savedAt }, { edit }) => {
      const known = client.getQueryData<Amendment>(key);
      change((old) => ({ ...old, version, changedAt: savedAt, mayUndo: true }));
      // The server names organisations, and may have merged what somebody else edited.
      const isNamed = edit.kind === 'set-parties' || edit.kind === 'add-school';
      return isNamed || known?.version !== version - 1 ? refetch() : undefined;
    },
    onError: (error, { edit }) => {
      const isOvertaken = error instanceof ServerRefusal && error.code === 'changed-meanwhile';
      return isOvertaken && typedIn(edit) !== null ? onClash(edit) : onError(error);
    },
  });
  const undo = useMutation({
    scope,
    mutationFn: () => call(editionsContract.undoAmendmentEdit, { params }),
    onSuccess: refetch,
    onError,
  });
  const edit: AmendmentEditing['edit'] = (made, since) => {
    if (held.holds(made)) return held.hold(made);
    const version = client.getQueryData<Amendment>(key)?.version ?? amendment.version;
    change((known) => ({
      ...known,
      content: applyAmendmentEdit(known.content, made, {
        base: known.before,
        planActOn: known.planActOn,
        reckoning,
      }),
    }));
    save.mutate({ edit: made, version: since ?? version });
  };
  return {
    edit,
    clashes: held.edits,
    settle: (clash, keep) => {
      held.drop(clash);
      if (keep === 'mine') edit(clash);
    },
    undo: () => undo.mutate(),
    isSaving: save.isPending || undo.isPending,
  };
}

/** Edits that wait for a decision, one for each field; they survive a reload on this device. */
function useHeldEdits(amendmentId: string) {
  const [edits, keep] = useKept(`opora.amendment.${amendmentId}`, z.array(AmendmentEdit), () => []);
  // Answers come later than the page was drawn: they add to what is held by then.
  const latest = useRef<readonly AmendmentEdit[]>(edits);
  const set = (next: readonly AmendmentEdit[]) => {
    latest.current = next;
    keep([...next]);
  };
  const others = (edit: AmendmentEdit) => latest.current.filter((each) => placeOf(each) !== placeOf(edit));
  return {
    edits,
    holds: (edit: AmendmentEdit): boolean => others(edit).length < latest.current.length,
    hold: (edit: AmendmentEdit) => set([...others(edit), edit]),
    drop: (edit: AmendmentEdit) => set(others(edit)),
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
