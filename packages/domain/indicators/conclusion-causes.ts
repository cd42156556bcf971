import type { Indicator } from './indicator.ts';

/** What may stand behind a change; its words and their source are in the catalogue of texts. */
export const possibleCauses = [
  'training',
  'mentoring',
  'staff',
  'equipment',
  'attendance',
  'risk-group',
  'supervision',
  'activities',
] as const;
export type PossibleCause = (typeof possibleCauses)[number];

type CauseRule = {
  readonly cause: PossibleCause;
  /** Indicators by which it is seen: one that fell or stands behind the municipality's makes the cause possible. */
  readonly seenBy: readonly string[];
  readonly mayExplain: (indicator: Pick<Indicator, 'group' | 'code'>) => boolean;
};

const ofResults = ({ group }: Pick<Indicator, 'group'>): boolean =>
  group === 'results' || group === 'objectivity';
const ofContests = ({ code }: Pick<Indicator, 'code'>): boolean => /^R2[45]/.test(code);
const ofLearning = (indicator: Pick<Indicator, 'group' | 'code'>): boolean =>
  ofResults(indicator) && !ofContests(indicator);

/** By the codes of the shipped catalogue; an indicator explains nothing about itself. */
export const causeRules: readonly CauseRule[] = [
  { cause: 'training', seenBy: ['S08', 'S17', 'S18', 'S19', 'S02'], mayExplain: ofLearning },
  { cause: 'mentoring', seenBy: ['S05', 'S07'], mayExplain: ofLearning },
  { cause: 'staff', seenBy: ['S13', 'S14', 'S15'], mayExplain: ofLearning },
  { cause: 'equipment', seenBy: ['M01', 'M02', 'M04', 'M06'], mayExplain: ofResults },
  { cause: 'attendance', seenBy: ['R09'], mayExplain: ofLearning },
  { cause: 'risk-group', seenBy: ['R08'], mayExplain: ofLearning },
  { cause: 'supervision', seenBy: ['S11', 'S12'], mayExplain: ofLearning },
  { cause: 'activities', seenBy: ['R28', 'S09'], mayExplain: ofContests },
];
