import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { z } from 'zod';
import type { HearingDetail, HearingFields, OpenMinutes } from '@opora/domain/decisions/hearing.ts';
import { hearingsContract } from '@opora/domain/decisions/hearings-contract.ts';
import { MinutesEdit } from '@opora/domain/decisions/minutes.ts';
import { call, ServerRefusal } from '../platform/call.ts';
import { useOtherEditors, useTellEditing } from '../plans/use-editing.ts';
import { useLiveChanges } from '../plans/use-live-changes.ts';
import { type MinutesSession, type MinutesView, openMinutesSession } from './minutes-session.ts';

const key = ['hearings'] as const;
const keyOf = (hearingId: string) => [...key, hearingId] as const;

export function useHearings() {
  return useQuery({
    queryKey: [...key, 'list'],
    queryFn: () => call(hearingsContract.listHearings, { query: {} }),
  });
}

/** How often what another secretary wrote is looked for. */
const refreshMs = 15_000;

export function useHearing(hearingId: string) {
  return useQuery({
    queryKey: keyOf(hearingId),
    queryFn: () => call(hearingsContract.getHearing, { params: { hearingId } }),
    refetchInterval: (query) => ((query.state.data?.minutes ?? null) === null ? false : refreshMs),
  });
}

/** Says that the minutes are open here, and gives who else has them open. */
export function useMinutesEditors(hearingId: string) {
  const params = { hearingId };
  useLiveChanges(null, hearingId);
  useTellEditing((isEditing) => call(hearingsContract.tellMinutesEditing, { params, body: { isEditing } }));
  return useOtherEditors(hearingId, () => call(hearingsContract.listMinutesEditors, { params }));
}

/** Every change of a hearing is seen in the schedule, on its page and among the tasks. */
function useChanged() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [key, ['tasks'], ['plans'], ['school-cycle']].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

export function usePlanHearings() {
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: (body: {
      readonly title: string;
      readonly onDate: string;
      readonly place: string | null;
      readonly schools: { orgUnitId: string; startsAt: string | null }[];
    }) => call(hearingsContract.planHearings, { body }),
    onSuccess,
  });
}

export function useChangeHearing(hearing: Pick<HearingDetail, 'id' | 'version'>) {
  const onSuccess = useChanged();
  const params = { hearingId: hearing.id };
  const { version } = hearing;
  return {
    move: useMutation({
      mutationFn: (fields: HearingFields) =>
        call(hearingsContract.changeHearing, { params, body: { ...fields, version } }),
      onSuccess,
    }),
    cancel: useMutation({
      mutationFn: (note: string) => call(hearingsContract.cancelHearing, { params, body: { note, version } }),
      onSuccess,
    }),
    close: useMutation({
      mutationFn: (body: {
        readonly version: number;
        readonly number: string;
        readonly reasons: string | null;
      }) => call(hearingsContract.closeHearing, { params, body }),
      onSuccess,
    }),
    reopen: useMutation({
      mutationFn: () => call(hearingsContract.reopenMinutes, { params, body: { version } }),
      onSuccess,
    }),
    drop: useMutation({
      mutationFn: () => call(hearingsContract.dropCorrection, { params, body: { version } }),
      onSuccess,
    }),
  };
}

/** The minutes of a hearing being typed on this device, and what the server last said of them. */
export function useMinutes(
  hearingId: string,
  minutes: OpenMinutes,
): { session: MinutesSession; view: MinutesView } {
  const client = useQueryClient();
  const session = useMemo(
    () =>
      openMinutesSession(
        minutes,
        {
          save: async (edits) => {
            try {
              const body = { edits: [...edits] };
              const answer = await call(hearingsContract.editMinutes, { params: { hearingId }, body });
              client.setQueryData<HearingDetail>(keyOf(hearingId), (known) =>
                known === undefined ? known : { ...known, minutes: answer.minutes },
              );
              return { kind: 'saved', ...answer };
            } catch (error) {
              return error instanceof ServerRefusal && error.status < 500 && error.status !== 401
                ? { kind: 'refused', message: error.message }
                : { kind: 'lost' };
            }
          },
        },
        storeOf(hearingId),
      ),
    // The session lives as long as the page; later answers are given to it below.
    // oxlint-disable-next-line react/exhaustive-deps
    [hearingId, client],
  );
  useEffect(() => session.take(minutes), [session, minutes]);
  return { session, view: useSyncExternalStore(session.subscribe, session.view) };
}

const Edits = z.array(MinutesEdit);

function storeOf(hearingId: string) {
  const name = `opora.minutes.${hearingId}`;
  return {
    read: () => {
      try {
        return Edits.parse(JSON.parse(localStorage.getItem(name) ?? '[]'));
      } catch {
        return [];
      }
    },
    write: (edits: readonly MinutesEdit[]) => {
      try {
        if (edits.length === 0) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(edits));
      } catch {
        // A private window keeps nothing: what is typed then lives as long as the page.
      }
    },
  };
}
