import type { Procedure } from '../results/procedure.ts';
import type { AmountKind, Indicator } from './indicator.ts';

/** Registers of the product whose numbers formulas may read. */
export const registers = ['results', 'plans'] as const;
export type RegisterName = (typeof registers)[number];

/** A number that a register knows of a school and a school year; always a count, so that it adds up over schools. */
export interface RegisterElement {
  /** `oge.russian.below`, `plan.P01.done`. */
  readonly path: string;
  readonly register: RegisterName;
  readonly name: Indicator['name'];
  readonly of: AmountKind;
  readonly isDiagnosticOnly: boolean;
}

export const resultProcedures: readonly ResultProcedure[] = [
  { path: 'oge.russian', kind: 'ОГЭ', grades: [9], subjects: ['русский язык'] },
  { path: 'oge.mathematics', kind: 'ОГЭ', grades: [9], subjects: ['математика'] },
  { path: 'ege.russian', kind: 'ЕГЭ', grades: [11], subjects: ['русский язык'] },
  { path: 'ege.mathematicsAdvanced', kind: 'ЕГЭ', grades: [11], subjects: ['математика профильная'] },
  { path: 'ege.mathematicsBasic', kind: 'ЕГЭ', grades: [11], subjects: ['математика базовая'] },
  {
    path: 'ege.mathematics',
    kind: 'ЕГЭ',
    grades: [11],
    subjects: ['математика профильная', 'математика базовая'],
  },
  ...vprProcedures('russian', 'русский язык'),
  ...vprProcedures('mathematics', 'математика'),
];

export interface ResultProcedure {
  readonly path: string;
  readonly kind: string;
  readonly grades: readonly number[];
  readonly subjects: readonly string[];
}

function vprProcedures(path: string, subject: string): ResultProcedure[] {
  const grades = [4, 5, 6, 7, 8];
  return [
    { path: `vpr.${path}`, kind: 'ВПР', grades, subjects: [subject] },
    ...grades.map((grade) => ({
      path: `vpr.grade${grade}.${path}`,
      kind: 'ВПР',
      grades: [grade],
      subjects: [subject],
    })),
  ];
}

export const resultMeasures = {
  participants: ['участники', 'those who took part', 'pupils'],
  below: ['ниже минимума', 'below the minimum', 'pupils'],
  passed: ['не ниже минимума', 'not below the minimum', 'pupils'],
  marked: ['с отметкой', 'with a mark', 'pupils'],
  good: ['с отметками «4» и «5»', 'with marks «4» and «5»', 'pupils'],
  markSum: ['сумма отметок', 'sum of marks', 'points'],
  scored: ['с баллом', 'with a score', 'pupils'],
  scoreSum: ['сумма баллов', 'sum of scores', 'points'],
  compared: ['с годовой отметкой рядом', 'with an annual mark beside', 'pupils'],
  confirmed: ['подтвердили годовую отметку', 'confirmed the annual mark', 'pupils'],
  lowered: ['ниже годовой отметки', 'below the annual mark', 'pupils'],
  raised: ['выше годовой отметки', 'above the annual mark', 'pupils'],
} as const satisfies Readonly<Record<string, readonly [ru: string, en: string, of: AmountKind]>>;
export type ResultMeasure = keyof typeof resultMeasures;

const isMeasure = (name: string): name is ResultMeasure => name in resultMeasures;
export const measureNames = Object.keys(resultMeasures).filter(isMeasure);

/** Is the work one of those that an element adds up? */
export function isOfProcedure(
  { kind, grade, subject }: Procedure,
  { kind: ofKind, grades, subjects }: ResultProcedure,
): boolean {
  return kind === ofKind && grades.includes(grade) && subjects.includes(subject);
}

/** The works whose counts a path is made of; none where it is no path of results. */
export function findResultProcedure(path: string): ResultProcedure | null {
  const of = path.slice(0, path.lastIndexOf('.'));
  return resultProcedures.find((one) => one.path === of) ?? null;
}

function describe({ kind, grades, subjects }: ResultProcedure): Indicator['name'] {
  const classes = grades.length > 1 ? `${grades[0]}–${grades.at(-1)}` : String(grades[0]);
  const subject = subjects.join(', ');
  return { ru: `${kind}, ${classes} кл., ${subject}`, en: `${kind}, grade ${classes}, ${subject}` };
}

const resultElements: readonly RegisterElement[] = resultProcedures.flatMap((procedure) =>
  Object.entries(resultMeasures).map(([measure, [ru, en, of]]) => {
    const name = describe(procedure);
    return {
      path: `${procedure.path}.${measure}`,
      register: 'results' as const,
      name: { ru: `${name.ru}: ${ru}`, en: `${name.en}: ${en}` },
      of,
      isDiagnosticOnly: procedure.kind === 'ВПР',
    };
  }),
);

const byPath = new Map(resultElements.map((one) => [one.path, one]));
const ofPlan = /^plan\.([A-Z]{1,3}\d{2,4}[a-z]?)\.(done|asked)$/;

/** Elements that can be listed; those of plans are one for every code that an activity of a plan may carry. */
export const listedElements: readonly RegisterElement[] = resultElements;

/** What a path names; null where no register knows it. */
export function findRegisterElement(path: string): RegisterElement | null {
  const found = byPath.get(path);
  if (found !== undefined) return found;
  const plan = ofPlan.exec(path);
  if (plan === null) return null;
  const code = plan[1] ?? '';
  const isDone = plan[2] === 'done';
  return {
    path,
    register: 'plans',
    name: isDone
      ? { ru: `Школы, выполнившие мероприятие ${code}`, en: `Schools that carried out ${code}` }
      : { ru: `Школы, которым назначено мероприятие ${code}`, en: `Schools that were asked for ${code}` },
    of: 'schools',
    isDiagnosticOnly: false,
  };
}
