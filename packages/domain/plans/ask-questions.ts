import type { ScopePath } from '../basics/actor.ts';
import { addDays, type CalendarDate, daysBetween } from '../basics/calendar-date.ts';
import { foldText } from '../basics/fold-text.ts';
import { isSchool, type OrgUnitKind } from '../registry/org-unit.ts';
import type { QuestionFacts } from './evidence-question.ts';
import { questionThresholds } from './question-thresholds.ts';
import { countsSchools } from './counts-schools.ts';

/** A question as the rules ask it, before anybody has answered. */
export type AskedQuestion = {
  readonly planId: string;
  /** Whom it concerns. */
  readonly scope: ScopePath;
  readonly groupKey: string;
  readonly instanceIds: readonly string[];
  readonly givenByIds: readonly string[];
  readonly facts: QuestionFacts;
};

/** A piece of evidence of something submitted or accepted. */
export type Proof = {
  readonly instanceId: string;
  readonly activityId: string;
  readonly planId: string;
  /** The school when it gave it or it is given for it, else the territory. */
  readonly scope: ScopePath;
  /** What stands at `scope`: a school may stand under the region itself. */
  readonly unitKind: OrgUnitKind;
  readonly givenById: string;
};

export type FileProof = Proof & { readonly sha256: string; readonly name: string };
export type DocumentProof = Proof & {
  readonly type: string;
  readonly number: string;
  readonly on: CalendarDate;
};

const limit = questionThresholds;

/** The same bytes under several schools, or under many rows of one. */
export function askAboutFiles(proofs: readonly FileProof[]): AskedQuestion[] {
  return [...Map.groupBy(proofs, ({ sha256 }) => sha256)].flatMap(([sha256, same]) => {
    const schools = new Set(same.map(legalEntityOf)).size;
    return concerned(same).flatMap((own) => {
      const rows = new Set(own.map(({ activityId }) => activityId)).size;
      const isAsked = schools >= limit.sameFileSchools.value || rows >= limit.sameFileRows.value;
      const name = own[0]?.name ?? '';
      return isAsked ? [questionOn(own, sha256, { kind: 'same-file', name, schools, rows })] : [];
    });
  });
}

/** One number and date in several schools. «б/н» is no number. */
export function askAboutRequisites(proofs: readonly DocumentProof[]): AskedQuestion[] {
  const numbered = proofs.filter(({ number }) => /\d/.test(number));
  return [...Map.groupBy(numbered, requisitesKey)].flatMap(([key, same]) => {
    const schools = new Set(same.map(legalEntityOf)).size;
    if (schools < limit.sameRequisitesSchools.value) return [];
    return concerned(same).flatMap((own) => {
      const [{ type, number, on } = { type: '', number: '', on: '' }] = own;
      return [questionOn(own, key, { kind: 'same-requisites', type, number, on, schools })];
    });
  });
}

/** What makes two documents look like one. */
export function requisitesKey({ number, on }: Pick<DocumentProof, 'number' | 'on'>): string {
  return `${on} ${foldText(number).replaceAll(/\s+/g, '')}`;
}

export type DatedProof = DocumentProof & {
  /** First day of the instance, else of the plan; null when neither names one. */
  readonly startsOn: CalendarDate | null;
  readonly givenOn: CalendarDate;
};

/** A date long before the activity began, or after the day on which the document was given. */
export function askAboutDates(proofs: readonly DatedProof[]): AskedQuestion[] {
  return proofs.flatMap((proof) => {
    const { type, number, on, startsOn, givenOn } = proof;
    const document = { type, number, on };
    if (on > givenOn) {
      const days = daysBetween(givenOn, on);
      return [ofInstance(proof, { kind: 'document-late', ...document, givenOn, days })];
    }
    if (startsOn === null || on >= addDays(startsOn, -limit.earlyDays.value)) return [];
    const days = daysBetween(on, startsOn);
    return [ofInstance(proof, { kind: 'document-early', ...document, startsOn, days })];
  });
}

export type CountProof = Proof & {
  readonly n: number;
  readonly total: number;
  /** The expected result that it proves, as printed. */
  readonly expected: string;
  /** Schools that the plan has ever had. */
  readonly schools: number;
};

/** «Доля школ …» counted out of more schools than take part. Only for a whole event: a school counts its own people. */
export function askAboutCounts(proofs: readonly CountProof[]): AskedQuestion[] {
  return proofs.flatMap((proof) => {
    const { n, total, expected, schools: possible } = proof;
    const isAsked =
      possible > 0 && !isSchool({ kind: proof.unitKind }) && countsSchools(expected) && total > possible;
    return isAsked ? [ofInstance(proof, { kind: 'count-impossible', n, total, possible })] : [];
  });
}

export type Confirmation = Pick<Proof, 'instanceId' | 'givenById'> & {
  readonly dueOn: CalendarDate;
  readonly at: Date;
};

/**
 * Nearly everything that was due by a day, sent in the last hours of it. `ends` is the end of that day; what was sent later is late, which
 * is told elsewhere.
 */
export function askAboutLastHours(
  unit: Pick<Proof, 'planId' | 'scope'>,
  deadline: { readonly dueOn: CalendarDate; readonly ends: Date },
  confirmations: readonly Confirmation[],
): AskedQuestion[] {
  const { dueOn, ends } = deadline;
  const hours = limit.lastHours.value;
  const counted = confirmations.filter((each) => each.dueOn <= dueOn && each.at <= ends);
  const last = counted.filter(({ at }) => at.getTime() > ends.getTime() - hours * 3_600_000);
  if (last.length < limit.lastHoursCount.value) return [];
  if (last.length < limit.lastHoursShare.value * counted.length) return [];
  const facts = { kind: 'last-hours', n: last.length, total: counted.length, hours, dueOn } as const;
  return [
    questionOn(
      last.map((each) => ({ ...each, ...unit })),
      dueOn,
      facts,
    ),
  ];
}

/** A school with its branches, which have no papers of their own; else the territory itself. */
function legalEntityOf({ scope, unitKind }: Pick<Proof, 'scope' | 'unitKind'>): ScopePath {
  return unitKind === 'branch' ? scope.slice(0, scope.lastIndexOf('.')) : scope;
}

/** Each plan and school is asked by itself. */
function concerned<T extends Proof>(proofs: readonly T[]): T[][] {
  return [...Map.groupBy(proofs, ({ planId, scope }) => `${planId} ${scope}`).values()];
}

type About = Pick<Proof, 'planId' | 'scope' | 'instanceId' | 'givenById'>;

const ofInstance = (proof: Proof & Partial<DocumentProof>, facts: QuestionFacts): AskedQuestion =>
  questionOn([proof], [proof.instanceId, proof.on, proof.number].filter(Boolean).join(' '), facts);

function questionOn(own: readonly About[], groupKey: string, facts: QuestionFacts): AskedQuestion {
  return {
    planId: own[0]?.planId ?? '',
    scope: own[0]?.scope ?? '',
    groupKey,
    instanceIds: [...new Set(own.map(({ instanceId }) => instanceId))].toSorted(),
    givenByIds: [...new Set(own.map(({ givenById }) => givenById))].toSorted(),
    facts,
  };
}
