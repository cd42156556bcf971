import { z } from 'zod';
import type { CalendarDate } from '../basics/calendar-date.ts';
import type { Reckoning } from '../plans/reckoning.ts';
import { decisionDays } from './decision-term.ts';
import { decisionsInOrder, isTask, type Minutes, numberOfDecision } from './minutes.ts';

export const gapCodes = [
  'chair',
  'secretary',
  'present',
  'items',
  'topic',
  'heard',
  'text',
  'responsible',
  'deadline',
  'deadline-unread',
  'deadline-past',
] as const;

/** What a protocol cannot be closed without. */
export const MinutesGap = z.object({
  code: z.enum(gapCodes),
  /** The record that it is about; null: the protocol as a whole. */
  id: z.uuid().nullable(),
  /** Its number in the protocol, '' for the whole. */
  no: z.string(),
});
export type MinutesGap = z.infer<typeof MinutesGap>;

/** What the phrase of a decision was taken to mean. */
export const UnderstoodTerm = z.object({
  decisionId: z.uuid(),
  firstOn: z.string(),
  lastOn: z.string(),
  /** How many times it is to be done. */
  times: z.number().int(),
});
export type UnderstoodTerm = z.infer<typeof UnderstoodTerm>;

type Moment = { readonly heldOn: CalendarDate; readonly reckoning: Reckoning };

/** In the order in which the protocol is read; none: it can be closed. */
export function minutesGaps(minutes: Minutes, moment: Moment): MinutesGap[] {
  const whole = (code: MinutesGap['code']): MinutesGap => ({ code, id: null, no: '' });
  const named = (role: string) =>
    minutes.participants.filter((person) => person.role === role && person.name !== '').length;
  return [
    ...(named('chair') === 1 ? [] : [whole('chair')]),
    ...(named('secretary') === 1 ? [] : [whole('secretary')]),
    ...(named('present') > 0 ? [] : [whole('present')]),
    ...(minutes.items.length > 0 ? [] : [whole('items')]),
    ...minutes.items.flatMap(({ id, topic, heard }, at) => [
      ...(topic === '' ? [{ code: 'topic' as const, id, no: String(at + 1) }] : []),
      ...(heard === '' ? [{ code: 'heard' as const, id, no: String(at + 1) }] : []),
    ]),
    ...decisionsInOrder(minutes).flatMap((decision) => {
      const place = { id: decision.id, no: numberOfDecision(minutes, decision) };
      const code = decisionGap(decision, moment);
      return code === null ? [] : [{ code, ...place }];
    }),
  ];
}

function decisionGap(
  decision: Minutes['decisions'][number],
  { heldOn, reckoning }: Moment,
): MinutesGap['code'] | null {
  if (decision.text === '') return 'text';
  if (!isTask(decision)) return null;
  if (decision.responsible === '') return 'responsible';
  if (decision.deadline === '') return 'deadline';
  const days = decisionDays(decision.deadline, heldOn, reckoning);
  if (days.length === 0 || days.includes(null)) return 'deadline-unread';
  return days.some((day) => day !== null && day < heldOn) ? 'deadline-past' : null;
}

export function understoodTerms(minutes: Minutes, { heldOn, reckoning }: Moment): UnderstoodTerm[] {
  return minutes.decisions.flatMap(({ id, deadline }) => {
    const days = deadline === '' ? [] : decisionDays(deadline, heldOn, reckoning);
    const known = days.filter((day) => day !== null).toSorted();
    const [firstOn, lastOn] = [known[0], known.at(-1)];
    if (firstOn === undefined || lastOn === undefined || known.length < days.length) return [];
    return [{ decisionId: id, firstOn, lastOn, times: known.length }];
  });
}
