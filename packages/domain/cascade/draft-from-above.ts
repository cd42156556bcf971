import { formatDate } from '../basics/format.ts';
import { foldText } from '../basics/fold-text.ts';
import { isSameValue } from '../basics/same-value.ts';
import type { SourceBlock, SourceDocument } from '../basics/source-document.ts';
import { actIn } from '../plans/act-words.ts';
import type { AmendmentEdit } from '../plans/amendment-edit.ts';
import { deadlineContextOf } from '../plans/draft-document.ts';
import type { ReadDocument, ReadSource, Requisites } from '../plans/read-document.ts';
import { readDeadline } from '../plans/read-deadline.ts';
import type { RequirementLevel, RequirementState } from './requirement.ts';
import { type PartyAbove, translateParties } from './translate-parties.ts';

/** A requirement with what of its plan goes into a plan below. */
export type AskedAbove = {
  readonly requirementId: string;
  readonly no: string;
  readonly section: string | null;
  readonly state: RequirementState;
  readonly parties: readonly PartyAbove[];
  readonly plan: {
    readonly title: string;
    readonly actType: string | null;
    readonly actNumber: string | null;
    readonly actOn: string | null;
    readonly actAuthority: string | null;
    readonly periodStartsOn: string | null;
    readonly periodEndsOn: string | null;
  };
};

/** Who drafts. */
export type OwnBody = {
  readonly level: RequirementLevel;
  readonly unitName: string;
  /** The body whose act it will be. */
  readonly name: string;
};

export type MadeDraft = { readonly reading: ReadDocument; readonly source: SourceDocument };

/** The day that is asked, else the phrase above: a phrase of one's own begins with a day that is certainly in time. */
export const phraseFrom = ({ dueOn, phrase }: Pick<RequirementState, 'dueOn' | 'phrase'>): string =>
  dueOn === null ? phrase : `до ${formatDate(dueOn)}`;

/**
 * The draft of a plan that answers what is asked, as if it had been read: each row knows the line of its requirement in the source, which
 * tells where it comes from. Line n is the requirement n - 1.
 */
export function draftFromAbove(asked: readonly AskedAbove[], own: OwnBody): MadeDraft {
  const acts = [...new Set(asked.map(({ plan }) => actOf(plan)))];
  const requisites: Requisites = {
    type: null,
    number: null,
    date: null,
    place: null,
    authority: own.name,
    title: `План мероприятий во исполнение плана «${asked[0]?.plan.title ?? ''}»: ${own.unitName}`,
    annexTitle: null,
    signatory: null,
    controller: null,
    basis: acts,
    region: null,
    municipality: own.level === 'municipality' ? own.unitName : null,
    periodStart: asked.flatMap(({ plan }) => plan.periodStartsOn ?? []).toSorted()[0] ?? null,
    periodEnd:
      asked
        .flatMap(({ plan }) => plan.periodEndsOn ?? [])
        .toSorted()
        .at(-1) ?? null,
  };
  const context = deadlineContextOf(requisites);
  const activities = asked.map((one, at) => ({
    no: String(at + 1),
    section: one.section,
    title: one.state.title,
    deadline: readDeadline(phraseFrom(one.state), context),
    responsible: translateParties(one.parties, own),
    expected: one.state.expected,
    source: sourceLine(at + 1),
  }));
  const sections = [...new Set(asked.flatMap(({ section }) => section ?? []))];
  const lines = asked.map(lineOf);
  return {
    reading: {
      requisites,
      goal: null,
      tasks: [],
      expectedResults: [],
      schools: [],
      people: [],
      abbreviations: {},
      sections,
      activities,
      indicators: [],
      warnings: [],
    },
    source: textDocument(lines),
  };
}

/** A source of typed lines, each a paragraph. */
export function textDocument(lines: readonly string[]): SourceDocument {
  const blocks = lines.map((text, at): SourceBlock => ({
    kind: 'paragraph',
    text,
    label: null,
    headingLevel: null,
    alignment: null,
    place: { line: at + 1, lastLine: at + 1, page: null, table: null, row: null },
  }));
  return { format: 'text', blocks, pageCount: null, notes: [] };
}

export const sourceLine = (line: number): ReadSource => ({
  from: line,
  to: line,
  page: null,
  table: null,
  row: null,
});

/** What stands on the left of the draft: the words of the plan above. */
function lineOf({ no, state, plan, parties }: AskedAbove): string {
  const place = no === '' ? '' : `п. ${no} `;
  const parts = [
    `${place}плана «${plan.title}» (${actOf(plan)}): ${state.title}`,
    `Срок: ${phraseFrom(state)}`,
    ...(parties.length === 0 ? [] : [`Ответственные: ${parties.map(({ raw }) => raw).join(', ')}`]),
    ...(state.expected.length === 0 ? [] : [`Результат: ${state.expected.join('; ')}`]),
  ];
  return parts.join('. ');
}

function actOf({ actAuthority, ...act }: AskedAbove['plan']): string {
  return `${actIn(act, 'nominative')}${actAuthority === null ? '' : `, ${actAuthority}`}`;
}

type AmendedPlan = {
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly activities: readonly { readonly id: string; readonly sectionId: string | null }[];
};

export type AddedRow = { readonly requirementId: string; readonly activityId: string };

/** The edits that add the rows to a plan in force, each to the section of the same title, which is added when there is none. */
export function amendmentFromAbove(
  asked: readonly AskedAbove[],
  plan: AmendedPlan,
  given: { readonly own: OwnBody; readonly newId: () => string },
): { readonly edits: readonly AmendmentEdit[]; readonly rows: readonly AddedRow[] } {
  const edits: AmendmentEdit[] = [];
  const sections = new Map(plan.sections.map(({ id, title }) => [foldText(title), id]));
  const last = new Map(plan.activities.map(({ id, sectionId }) => [sectionId, id]));
  let lastSection = plan.sections.at(-1)?.id ?? null;
  const sectionOf = (title: string | null): string | null => {
    if (title === null) return lastSection;
    const known = sections.get(foldText(title));
    if (known !== undefined) return known;
    const section = given.newId();
    edits.push({ kind: 'add-section', section, title, after: lastSection });
    sections.set(foldText(title), section);
    lastSection = section;
    return section;
  };
  const rows = asked.map(({ requirementId, section, state, parties }): AddedRow => {
    const activity = given.newId();
    const place = sectionOf(section);
    const after = last.get(place) ?? null;
    last.set(place, activity);
    edits.push({ kind: 'add-activity', activity, section: place, after, title: state.title });
    edits.push({ kind: 'set-deadline', activity, phrase: phraseFrom(state) });
    const named = translateParties(parties, given.own);
    edits.push({
      kind: 'set-parties',
      activity,
      value: named.map((raw, at) => ({
        raw,
        role: at === 0 ? ('lead' as const) : ('co-executor' as const),
        orgUnitId: null,
        personId: null,
      })),
    });
    if (state.expected.length > 0) edits.push({ kind: 'set-expected', activity, value: [...state.expected] });
    return { requirementId, activityId: activity };
  });
  return { edits, rows };
}

/** The edits by which the row below follows what has changed above. */
export function amendmentOfChanges(
  activity: string,
  seen: RequirementState,
  current: RequirementState,
): AmendmentEdit[] {
  if (current.isCancelled && !seen.isCancelled) return [{ kind: 'remove-activity', activity }];
  const isRedated = phraseFrom(seen) !== phraseFrom(current);
  const isExpected = !isSameValue(seen.expected, current.expected);
  return [
    ...(seen.title === current.title
      ? []
      : [{ kind: 'set-activity-title' as const, activity, value: current.title }]),
    ...(isRedated ? [{ kind: 'set-deadline' as const, activity, phrase: phraseFrom(current) }] : []),
    ...(isExpected ? [{ kind: 'set-expected' as const, activity, value: [...current.expected] }] : []),
  ];
}
