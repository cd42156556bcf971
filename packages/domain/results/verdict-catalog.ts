import { countEn, countRu, type Language, type Texts } from '../basics/catalog.ts';
import type { Procedure } from './procedure.ts';
import { shownPupilsMin } from './suppress-cells.ts';
import type { Verdict } from './verdict.ts';
import type { Certainty } from './verdict-certainty.ts';

const ruVerdicts: Readonly<Record<Verdict, string>> = {
  listed: 'в списке',
  'not-listed': 'не в списке',
  insufficient: 'недостаточно данных',
  excluded: 'не рассматривается',
};

const ruCertainties: Readonly<Record<Certainty, string>> = {
  stable: 'устойчиво',
  possible: 'возможно',
  'little-data': 'мало данных',
};

const ru = {
  verdicts: ruVerdicts,
  certainties: ruCertainties,
  procedure: (kind: string, grade: number, subject: string) => `${kind}, ${grade} класс, ${subject}`,
  /** After «на» a count of one is said in words. */
  fewer: (pupils: number, steps: string) =>
    `Не вошла бы в список, если бы ниже минимума было меньше на ${participantsRu(pupils)}: ${steps}.`,
  more: (pupils: number, steps: string) =>
    `Вошла бы в список, если бы ниже минимума было больше на ${participantsRu(pupils)}: ${steps}.`,
};

const participantsRu = (count: number): string =>
  count === 1 ? 'одного участника' : countRu(count, 'участника', 'участника', 'участников');

/** Words of a verdict, wherever it is shown: on the command line, on pages, in files. */
export const verdictTexts: Texts<typeof ru> = {
  ru,
  en: {
    verdicts: {
      listed: 'on the list',
      'not-listed': 'not on the list',
      insufficient: 'not enough data',
      excluded: 'not considered',
    },
    certainties: { stable: 'stable', possible: 'possible', 'little-data': 'little data' },
    procedure: (kind, grade, subject) => `${kind}, grade ${grade}, ${subject}`,
    fewer: (pupils, steps) =>
      `Would not be on the list with ${countEn(pupils, 'participant', 'participants')} fewer below the minimum: ${steps}.`,
    more: (pupils, steps) =>
      `Would be on the list with ${countEn(pupils, 'participant', 'participants')} more below the minimum: ${steps}.`,
  },
};

/** «ОГЭ, 9 класс, математика». */
export function procedureWords({ kind, grade, subject }: Procedure, language: Language): string {
  return verdictTexts[language].procedure(kind, grade, subject);
}

/** «1–4»: of which few numbers a hidden one is; null where it may be any of many. */
export function bandWords(between: readonly [number, number] | null): string | null {
  if (between === null || between[1] - between[0] >= shownPupilsMin) return null;
  return `${between[0]}–${between[1]}`;
}

type Change = {
  readonly direction: 'fewer' | 'more';
  readonly pupils: number;
  readonly steps: readonly { readonly procedure: Procedure; readonly pupils: number }[];
};

/** What would change the verdict, as one sentence. */
export function changeWords({ direction, pupils, steps }: Change, language: Language): string {
  const named = steps.map(({ procedure, pupils: own }) => {
    const words = procedureWords(procedure, language);
    return steps.length === 1 ? words : `${words} — ${own}`;
  });
  return verdictTexts[language][direction](pupils, named.join('; '));
}
