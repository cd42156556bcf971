import type { ScopePath } from '../basics/actor.ts';
import type { CalendarDate } from '../basics/calendar-date.ts';
import { type Action, canSomewhere } from '../basics/can.ts';
import type { AskedLevel, SubmissionStage } from '../indicators/campaign.ts';
import { type Holder, nearestHolders } from './duties.ts';
import type { FormLine, ReminderKind } from './reminder.ts';
import type { ReminderWindow } from './reminder-window.ts';

/** A form of a collection as its reminders see it. */
export type RemindedForm = {
  readonly submissionId: string;
  readonly campaignId: string;
  readonly title: string;
  readonly asks: AskedLevel;
  readonly orgUnitId: string;
  readonly schoolName: string;
  readonly scope: ScopePath;
  /** The node of the municipality that reads it; null for a school straight under the region, and for a municipality that is asked itself. */
  readonly municipality: ScopePath | null;
  readonly stage: SubmissionStage;
  readonly isReturned: boolean;
  /** The school can enter nothing today. */
  readonly isLocked: boolean;
  readonly heldBy: string | null;
  readonly assignedOn: CalendarDate;
  readonly lateAfter: CalendarDate;
  readonly closedAfter: CalendarDate;
  /** When it was last sent, returned or accepted; null for one that never was. */
  readonly movedAt: Date | null;
};

export type FormReminderFacts = {
  readonly today: CalendarDate;
  /** Who speaks for a school. */
  readonly speakersOf: ReadonlyMap<string, readonly string[]>;
  readonly holders: readonly Holder[];
  /** Null for who is not reminded today. */
  readonly windowOf: (personId: string) => FormWindow | null;
  /** Was the person told on the day of the reminding before that this collection is open? */
  readonly wasToldOpened: (personId: string, campaignId: string) => boolean;
};

export type FormWindow = Pick<ReminderWindow, 'previous' | 'until'> & {
  readonly dueSoon: readonly CalendarDate[];
  /** The instant of the reminding before. */
  readonly previousAt: Date;
};

type Reason = { readonly kind: ReminderKind; readonly isNew: boolean };

/** What each person is told of forms today: a school, or the coordinators of a municipality that is asked itself, what they have to send, an office what waits for it. One line for a collection and reason. */
export function formReminders(
  forms: readonly RemindedForm[],
  facts: FormReminderFacts,
): ReadonlyMap<string, readonly FormLine[]> {
  const approvers = holdersAt('indicators.approve', facts.holders);
  const fillers = holdersAt('indicators.enter', facts.holders);
  const told = forms.flatMap((form) => {
    const isAbove = form.stage === 'municipality' || form.stage === 'region';
    const own = form.asks === 'school' ? facts.speakersOf.get(form.orgUnitId) : fillers(form.scope);
    const people = isAbove ? readersOf(form, approvers) : (own ?? []);
    return people.flatMap((personId) => {
      const window = facts.windowOf(personId);
      const reason = window === null ? null : reasonOf(form, window, { ...facts, personId });
      return reason === null ? [] : [{ personId, form, ...reason }];
    });
  });
  const ofPerson = Map.groupBy(told, ({ personId }) => personId);
  return new Map([...ofPerson].map(([personId, own]) => [personId, linesOf(own)]));
}

function reasonOf(
  form: RemindedForm,
  window: FormWindow,
  { today, personId, wasToldOpened }: FormReminderFacts & { readonly personId: string },
): Reason | null {
  const hasMoved = form.movedAt !== null && form.movedAt >= window.previousAt;
  if (form.stage === 'approved') return hasMoved ? { kind: 'accepted', isNew: true } : null;
  if (form.stage !== 'school') return { kind: 'waiting', isNew: hasMoved };
  if (form.isLocked) return null;
  if (form.isReturned) return { kind: 'returned', isNew: hasMoved };
  if (form.lateAfter < today) return { kind: 'late', isNew: form.lateAfter >= window.previous };
  if (form.lateAfter <= window.until) return { kind: 'today', isNew: true };
  if (window.dueSoon.includes(form.lateAfter)) return { kind: 'soon', isNew: true };
  // Asked on the day of the reminding before: by its morning, or after it.
  const isUntold = form.assignedOn > window.previous || !wasToldOpened(personId, form.campaignId);
  return form.assignedOn >= window.previous && isUntold ? { kind: 'opened', isNew: true } : null;
}

/** Who is asked to read a form: whoever holds it, else the office it lies with, or the nearest above that has people. */
function readersOf(
  { stage, scope, municipality, heldBy }: RemindedForm,
  approvers: (node: ScopePath) => readonly string[],
): readonly string[] {
  if (heldBy !== null) return [heldBy];
  if (stage === 'municipality' && municipality !== null) return approvers(municipality);
  return approvers(parentOf(municipality ?? scope));
}

/** Kept for each node: thousands of forms lie with one office. */
function holdersAt(action: Action, holders: readonly Holder[]): (node: ScopePath) => readonly string[] {
  const may = holders.filter(({ role }) =>
    canSomewhere({ personId: '', grants: [{ role, scope: '' }] }, action),
  );
  const at = Map.groupBy(may, ({ scope }) => scope);
  const known = new Map<ScopePath, readonly string[]>();
  return (node) => {
    const found = known.get(node) ?? nearestHolders(node, at);
    known.set(node, found);
    return found;
  };
}

const parentOf = (scope: ScopePath): ScopePath => scope.slice(0, Math.max(0, scope.lastIndexOf('.')));

type Told = Reason & { readonly form: RemindedForm };

function linesOf(told: readonly Told[]): FormLine[] {
  const alike = Map.groupBy(
    told,
    ({ kind, form }) => `${kind} ${form.campaignId} ${dueOf(kind, form) ?? ''}`,
  );
  return [...alike.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { kind, form } = first;
    const isOne = all.length === 1;
    return [
      {
        kind,
        campaignId: form.campaignId,
        title: form.title,
        submissionId: isOne ? form.submissionId : null,
        schoolName: isOne ? form.schoolName : null,
        dueOn: dueOf(kind, form),
        closedAfter: dueOf(kind, form) === null ? null : form.closedAfter,
        count: all.length,
        isNew: all.some(({ isNew }) => isNew),
      },
    ];
  });
}

/** Days concern who fills, not who reads; what was returned may be mended after them. */
function dueOf(kind: ReminderKind, { lateAfter }: RemindedForm): CalendarDate | null {
  return kind === 'waiting' || kind === 'accepted' || kind === 'returned' ? null : lateAfter;
}
