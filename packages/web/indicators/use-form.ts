import { formContract } from '@opora/domain/indicators/form-contract.ts';
import { type CellTexts, followersOf, formTotalOf, readCell } from '@opora/domain/indicators/form-cell.ts';
import { type FormLine, formLine } from '@opora/domain/indicators/form-line.ts';
import type { ValueSource } from '@opora/domain/indicators/indicator-value.ts';
import type { SimilarSummary } from '@opora/domain/indicators/check-finding.ts';
import { checkForm } from '@opora/domain/indicators/checks.ts';
import type { FormAnswer, SchoolForm, SimilarSchools } from '@opora/domain/indicators/school-form.ts';
import { sizeCode } from '@opora/domain/indicators/checks/check-similar.ts';
import { decimalText } from '@opora/domain/indicators/write-value.ts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { call, ServerRefusal } from '../platform/call.ts';
import { upload } from '../platform/upload.ts';
import {
  FormClash,
  FormEdit,
  type FormSession,
  type FormStore,
  type FormView,
  type NewEdit,
  openFormSession,
} from './form-session.ts';
import type { ToldFinding } from './line-findings.tsx';

export const formKey = (submissionId: string) => ['forms', submissionId] as const;

export function useForm(submissionId: string) {
  return useQuery({
    queryKey: formKey(submissionId),
    queryFn: () => call(formContract.openForm, { params: { submissionId } }),
  });
}

const none: ReadonlyMap<string, SimilarSummary> = new Map();

/** Comes after the form is shown, and anew when the school says another size: nobody waits for it to begin. */
function useSimilarSchools(submissionId: string, size: number | null): ReadonlyMap<string, SimilarSummary> {
  const { data } = useQuery({
    queryKey: [...formKey(submissionId), 'similar', size],
    queryFn: () => call(formContract.listSimilarSchools, { params: { submissionId } }),
    enabled: size !== null,
    placeholderData: keepPreviousData,
    select: bySimilarCode,
  });
  return data ?? none;
}

const bySimilarCode = (similar: readonly SimilarSchools[]): ReadonlyMap<string, SimilarSummary> =>
  new Map(similar.map(({ code, ...summary }) => [code, summary]));

/** One line put in by a person or from somewhere. */
export type PutLine = CellTexts & { readonly code: string };

export type FilledForm = {
  readonly session: FormSession;
  readonly view: FormView;
  /** By code, as they stand: what is typed goes before what is saved. */
  readonly lines: ReadonlyMap<string, FormLine>;
  /** What the checks say of the lines as they stand, each at the line it is about. */
  readonly findings: ReadonlyMap<string, readonly ToldFinding[]>;
  readonly put: (lines: readonly PutLine[], source: ValueSource) => void;
};

/** The form being filled on this device, and what the server last said of it. */
export function useFilledForm(form: SchoolForm): FilledForm {
  const { submissionId } = form;
  const session = useMemo(
    () => openFormSession(form.values, saveOf(submissionId), storeOf(submissionId)),
    // The session lives as long as the page; later answers are given to it below.
    // oxlint-disable-next-line react/exhaustive-deps
    [submissionId],
  );
  useEffect(() => session.take(form.values), [session, form.values]);
  useEffect(() => {
    const send = () => void session.flush();
    window.addEventListener('online', send);
    return () => {
      window.removeEventListener('online', send);
      send();
    };
  }, [session]);
  const view = useSyncExternalStore(session.subscribe, session.view);
  const lines = useMemo(() => linesOf(form, view), [form, view]);
  const similar = useSimilarSchools(submissionId, view.values.get(sizeCode)?.amount ?? null);
  const findings = useMemo(() => findingsOf(form, lines, similar), [form, lines, similar]);
  const put = (made: readonly PutLine[], source: ValueSource) =>
    session.edit(editsOf(form, lines, made, source));
  return { session, view, lines, findings, put };
}

/** Lines in the order of the form; totals first, since others rest on them. */
function linesOf(form: SchoolForm, view: FormView): ReadonlyMap<string, FormLine> {
  const lines = new Map<string, FormLine>();
  const isTotal = new Set(form.indicators.flatMap(({ totalCode }) => totalCode ?? []));
  const ordered = form.indicators.toSorted(
    (one, other) => Number(isTotal.has(other.code)) - Number(isTotal.has(one.code)),
  );
  for (const definition of ordered) {
    const formTotal = formTotalOf(definition, (code) => lines.get(code)?.value ?? null);
    const typed = view.edits.get(definition.code)?.texts ?? null;
    lines.set(
      definition.code,
      formLine(definition, { typed, kept: view.values.get(definition.code) ?? null, formTotal }),
    );
  }
  return lines;
}

/** An unreadable line says so itself. An explanation holds while the numbers are those that it explains. */
function findingsOf(
  form: SchoolForm,
  lines: ReadonlyMap<string, FormLine>,
  similar: ReadonlyMap<string, SimilarSummary>,
): ReadonlyMap<string, readonly ToldFinding[]> {
  const values = [...lines].flatMap(([indicator, { value }]) =>
    value === null ? [] : [{ ...value, indicator }],
  );
  const found = checkForm({
    indicators: form.indicators,
    values,
    previous: form.previous.filter(({ isHidden }) => !isHidden),
    registers: form.offers.filter(({ origin }) => origin.kind === 'register'),
    similar,
  });
  const byCode = new Map<string, ToldFinding[]>();
  for (const one of found) {
    const [code = ''] = one.indicators;
    if (one.problem === 'unreadable') continue;
    const given = form.answers.find(({ checkKey, seen }) => checkKey === one.key && seen === one.seen);
    byCode.set(code, [...(byCode.get(code) ?? []), { ...one, answer: given?.answer ?? null }]);
  }
  return byCode;
}

/** Sends a file to be read; nothing is kept of it. */
function useReading<Read>(read: (file: File, onSent: (share: number) => void) => Promise<Read>) {
  const [sent, setSent] = useState<number | null>(null);
  const mutation = useMutation({
    mutationFn: (file: File) => read(file, setSent),
    onSettled: () => setSent(null),
  });
  return { ...mutation, sent };
}

export const useReadFormFile = (submissionId: string) =>
  useReading((file, onSent) =>
    upload(formContract.readFormFile, { params: { submissionId } }, [file], onSent),
  );

export const useReadFormDocument = (submissionId: string) =>
  useReading((file, onSent) =>
    upload(formContract.readFormDocument, { params: { submissionId } }, [file], onSent),
  );

export function useExplain(submissionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Pick<FormAnswer, 'checkKey' | 'seen' | 'answer'>) =>
      call(formContract.answerCheck, { params: { submissionId }, body }),
    onSuccess: ({ answers }) =>
      client.setQueryData<SchoolForm>(formKey(submissionId), (form) => form && { ...form, answers }),
  });
}

/** What was put in, and with a total the lines that followed it. */
function editsOf(
  form: SchoolForm,
  lines: ReadonlyMap<string, FormLine>,
  made: readonly PutLine[],
  source: ValueSource,
): NewEdit[] {
  const edits = new Map<string, NewEdit>();
  const valueOf = (code: string) => {
    const edit = edits.get(code);
    return edit === undefined ? (lines.get(code)?.value ?? null) : edit.value;
  };
  const add = ({ code, amount, total }: PutLine) => {
    const definition = lines.get(code)?.definition;
    if (definition === undefined) return;
    const reading = readCell(
      definition,
      { amount, total },
      { formTotal: formTotalOf(definition, valueOf), source },
    );
    edits.set(code, {
      code,
      texts: { amount, total },
      value: reading?.value ?? null,
      isHeld: reading === null,
    });
  };
  const isTotal = new Set(form.indicators.flatMap(({ totalCode }) => totalCode ?? []));
  for (const one of made.toSorted((a, b) => Number(isTotal.has(b.code)) - Number(isTotal.has(a.code)))) {
    const before = lines.get(one.code)?.value?.amount ?? null;
    add(one);
    const after = edits.get(one.code)?.value;
    if (!isTotal.has(one.code) || after?.state !== 'given' || after.amount === before) continue;
    const values = new Map(
      [...lines].flatMap(([code, { value }]) => (value === null ? [] : [[code, value] as const])),
    );
    for (const { code } of followersOf(one.code, before, form.indicators, values)) {
      const texts = lines.get(code)?.texts;
      if (texts !== undefined) add({ code, amount: texts.amount, total: decimalText(after.amount ?? 0) });
    }
  }
  return [...edits.values()];
}

const saveOf =
  (submissionId: string): Parameters<typeof openFormSession>[1] =>
  async (cells) => {
    try {
      const answer = await call(formContract.saveCells, { params: { submissionId }, body: { cells } });
      return { kind: 'saved', ...answer };
    } catch (error) {
      const isVerdict = error instanceof ServerRefusal && error.status < 429 && error.status !== 401;
      return isVerdict ? { kind: 'refused', message: error.message } : { kind: 'lost' };
    }
  };

const Kept = z.object({ edits: z.array(FormEdit), clashes: z.array(FormClash) });

/** On this device only; gone as soon as the server has it. */
function storeOf(submissionId: string): FormStore {
  const name = `opora.form.${submissionId}`;
  return {
    read: () => {
      try {
        return Kept.parse(JSON.parse(localStorage.getItem(name) ?? '{}'));
      } catch {
        return { edits: [], clashes: [] };
      }
    },
    write: (kept) => {
      try {
        if (kept.edits.length + kept.clashes.length === 0) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(kept));
      } catch {
        // A private window keeps nothing: what is typed then lives as long as the page.
      }
    },
  };
}
