type Threshold = {
  readonly value: number;
  readonly unit: 'schools' | 'rows' | 'words' | 'days' | 'hours' | 'confirmations' | 'share';
  /** `[own]`: chosen by us, in no act or method; to be mended when offices tell how often a question was needless. */
  readonly source: '[own]';
  readonly why: string;
};

/** From when on evidence is asked about: all numbers of the rules in `ask-questions.ts` and `plan-likeness.ts`. */
export const questionThresholds = {
  sameFileSchools: {
    value: 2,
    unit: 'schools',
    source: '[own]',
    why: 'A school has papers of its own; a branch has those of its school.',
  },
  sameFileRows: {
    value: 3,
    unit: 'rows',
    source: '[own]',
    why: 'One order usually proves a row or two of one school.',
  },
  sameRequisitesSchools: {
    value: 3,
    unit: 'schools',
    source: '[own]',
    why: 'Two schools that count from 1 each year meet by chance, three hardly.',
  },
  earlyDays: {
    value: 30,
    unit: 'days',
    source: '[own]',
    why: 'An order on holding an event comes before it, a paper on its outcome after it.',
  },
  lastHours: { value: 24, unit: 'hours', source: '[own]', why: 'The evening before the report.' },
  lastHoursCount: {
    value: 5,
    unit: 'confirmations',
    source: '[own]',
    why: 'A share of three or four says nothing.',
  },
  lastHoursShare: {
    value: 0.8,
    unit: 'share',
    source: '[own]',
    why: 'Below it something was sent in its time.',
  },
  alikeRow: {
    value: 0.8,
    unit: 'share',
    source: '[own]',
    why: 'Common threes of words of all (Jaccard): a changed name of a place passes, a changed thing to do does not.',
  },
  alikeRowWords: {
    value: 4,
    unit: 'words',
    source: '[own]',
    why: '«Проведение совещания» stands in every plan.',
  },
  alikeRowsCount: { value: 5, unit: 'rows', source: '[own]', why: 'A few equal rows are no copied plan.' },
  alikeShare: { value: 0.7, unit: 'share', source: '[own]', why: 'Of the rows of the shorter plan.' },
} as const satisfies Readonly<Record<string, Threshold>>;
