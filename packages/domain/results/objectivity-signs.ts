import jstat from 'jstat';
import type { ExamCount } from './exam-count.ts';
import type { ShareCount } from './share-change.ts';

/** Something in results that asks for a closer look, with the numbers behind it: «признак, требующий дополнительного анализа», never a finding. */
export type ObjectivitySign =
  | { readonly code: 'raised-marks' | 'lowered-marks'; readonly share: number; readonly region: number }
  | {
      /** Marks of the work two or more above or below those of the journal. */
      readonly code: 'far-above-journal' | 'far-below-journal';
      readonly pupils: number;
      readonly compared: number;
      readonly region: number;
      readonly chance: number;
    }
  | {
      readonly code: 'score-peak';
      /** The least score of a mark, and how many got it of those who got it or the one below. */
      readonly score: number;
      readonly atBorder: number;
      readonly around: number;
      readonly region: number;
      readonly chance: number;
    }
  | { readonly code: 'simple-worse-hard-better'; readonly simple: number; readonly hard: number }
  | {
      readonly code: 'cohort-jump' | 'work-against-exam';
      readonly before: ShareCount;
      readonly after: ShareCount;
    };

/** When a sign is shown; with the source, as none of them is a norm. */
export const signLimits = {
  participantsMin: {
    value: 20,
    source: 'ФИОКО, recommendations on ВПР, 2026: under 20 participants little can be said.',
  },
  journalGap: { value: 0.2, source: '[own]: a fifth of participants more than in the region.' },
  gapChance: { value: 0.001, source: '[own]: one school in a thousand by chance.' },
  peakChance: { value: 0.001, source: '[own]: one border in a thousand by chance.' },
  taskGap: {
    value: 0.05,
    source: '[own]: wider than the zone of 3 points that ФИОКО leaves around its levels.',
  },
  cohortGap: {
    value: 0.1,
    source: 'ФИОКО, recommendations on ВПР, 2026: 10 points of the share of «2» is a change.',
  },
} as const;

/** Marks of the work against the journal, beside those of the region. */
export function journalSigns(
  own: NonNullable<ExamCount['journal']>,
  region: NonNullable<ExamCount['journal']>,
): ObjectivitySign[] {
  const [count, regionCount] = [comparedInJournal(own), comparedInJournal(region)];
  if (count < signLimits.participantsMin.value || regionCount === 0) return [];
  return (['raised', 'lowered'] as const).flatMap((kind) => {
    const [share, regionShare] = [own[kind] / count, region[kind] / regionCount];
    return share - regionShare >= signLimits.journalGap.value
      ? [{ code: `${kind}-marks` as const, share, region: regionShare }]
      : [];
  });
}

/** Pupils whose marks of the work and of the journal are two or more apart, of those compared. */
export type FarGaps = {
  readonly lowered: number;
  readonly raised: number;
  readonly compared: number;
};

/**
 * More marks two or more apart than chance gives, if pupils were like those of the region: such gaps are so few that a share says little. The journal above the work and
 * below it are two signs.
 */
export function gapSigns(own: FarGaps, region: FarGaps): ObjectivitySign[] {
  if (own.compared < signLimits.participantsMin.value || region.compared === 0) return [];
  return (
    [
      ['raised', 'far-above-journal'],
      ['lowered', 'far-below-journal'],
    ] as const
  ).flatMap(([side, code]): ObjectivitySign[] => {
    const share = region[side] / region.compared;
    const chance = atLeast(own[side], own.compared, share);
    return chance < signLimits.gapChance.value
      ? [{ code, pupils: own[side], compared: own.compared, region: share, chance }]
      : [];
  });
}

/**
 * Scores pushed over the border of a mark: of those who got the border's score or one point less, too many got the score, if pupils were like those of the region. The
 * chance of as many or more is a binomial tail.
 */
export function peakSigns(
  own: readonly number[],
  region: readonly number[],
  borders: readonly number[],
): ObjectivitySign[] {
  return borders.flatMap((score): ObjectivitySign[] => {
    const atBorder = own[score] ?? 0;
    const around = atBorder + (own[score - 1] ?? 0);
    const regionAt = region[score] ?? 0;
    const regionAround = regionAt + (region[score - 1] ?? 0);
    if (around === 0 || regionAround === 0) return [];
    const share = regionAt / regionAround;
    const chance = atLeast(atBorder, around, share);
    return chance < signLimits.peakChance.value
      ? [{ code: 'score-peak', score, atBorder, around, region: share, chance }]
      : [];
  });
}

/** A task as a share of the points there were, for the school and the region; simple tasks are of the basic level. */
export type TaskAgainstRegion = { readonly simple: boolean; readonly own: number; readonly region: number };

/** Simple tasks done worse and hard tasks done better than in the region, by the mean over the tasks. */
export function taskSigns(tasks: readonly TaskAgainstRegion[]): ObjectivitySign[] {
  const [simple, hard] = [
    gapOf(tasks.filter((task) => task.simple)),
    gapOf(tasks.filter((task) => !task.simple)),
  ];
  if (simple === null || hard === null) return [];
  const { value } = signLimits.taskGap;
  return simple <= -value && hard >= value ? [{ code: 'simple-worse-hard-better', simple, hard }] : [];
}

/** The same pupils a grade later: the share below the minimum changed by more than grades do. */
export function cohortSigns(before: ShareCount, after: ShareCount): ObjectivitySign[] {
  return gapSign('cohort-jump', before, after, Math.abs(shareOf(after) - shareOf(before)));
}

/** The same pupils in ВПР and then in ОГЭ: the exam shows far more below the minimum than the school's own work did. */
export function workAgainstExamSigns(work: ShareCount, exam: ShareCount): ObjectivitySign[] {
  return gapSign('work-against-exam', work, exam, shareOf(exam) - shareOf(work));
}

function gapSign(
  code: 'cohort-jump' | 'work-against-exam',
  before: ShareCount,
  after: ShareCount,
  gap: number,
): ObjectivitySign[] {
  const few = Math.min(before.participants, after.participants) < signLimits.participantsMin.value;
  return !few && gap >= signLimits.cohortGap.value - rounding ? [{ code, before, after }] : [];
}

/** 0.3 − 0.2 is a hair under 0.1. */
const rounding = 1e-12;

/** P(X ≥ k) of a binomial X, by the incomplete beta function. */
function atLeast(k: number, count: number, share: number): number {
  if (k === 0) return 1;
  return share >= 1 ? 1 : share <= 0 ? 0 : jstat.jStat.ibeta(share, k, count - k + 1);
}

function gapOf(tasks: readonly TaskAgainstRegion[]): number | null {
  return tasks.length === 0
    ? null
    : tasks.reduce((sum, { own, region }) => sum + own - region, 0) / tasks.length;
}

function shareOf({ below, participants }: ShareCount): number {
  return below / participants;
}

export function comparedInJournal({ lowered, confirmed, raised }: NonNullable<ExamCount['journal']>): number {
  return lowered + confirmed + raised;
}
