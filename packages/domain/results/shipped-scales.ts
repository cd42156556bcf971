import type { ScoreScale } from './score-scale.ts';

const ege2026 =
  'Минимальные баллы ЕГЭ-2026 для аттестата, по сообщениям от 20.01.2026 (sia.ru, 16824206; news.mail.ru/society/69487775). Для поступления минимумы другие.';
const oge2026 =
  'Рекомендации Рособрнадзора, письмо от 25.02.2026 № 02-20 (вместо письма от 18.02.2026 № 04-44). Регион вправе установить свою шкалу.';

const ege = (subject: string, minimum: number): ScoreScale => ({
  procedure: { kind: 'ЕГЭ', grade: 11, subject },
  year: 2026,
  version: 1,
  minimum,
  marks: null,
  scoreMax: 100,
  condition: null,
  source: ege2026,
});

const oge = (
  subject: string,
  minimum: number,
  more: Partial<Pick<ScoreScale, 'marks' | 'scoreMax' | 'condition'>> = {},
): ScoreScale => ({
  procedure: { kind: 'ОГЭ', grade: 9, subject },
  year: 2026,
  version: 1,
  minimum,
  marks: null,
  scoreMax: null,
  condition: null,
  source: oge2026,
  ...more,
});

/** What the product comes with; a region enters the scales of other years and its own. */
export const shippedScales: readonly ScoreScale[] = [
  ege('русский язык', 24),
  ege('математика профильная', 27),
  {
    ...ege('математика базовая', 3),
    scoreMax: 5,
    condition: 'Наименьшая отметка, а не балл.',
  },
  ege('физика', 36),
  ege('химия', 36),
  ege('биология', 36),
  ege('информатика', 40),
  ege('история', 32),
  ege('география', 37),
  ege('обществознание', 42),
  ege('литература', 32),
  ege('иностранный язык', 22),
  oge('русский язык', 15, {
    marks: [15, 26, 33],
    scoreMax: 37,
    condition: 'Для «4» не менее 6 баллов по грамотности (ГК1–ГК4), для «5» не менее 9.',
  }),
  oge('математика', 8, {
    marks: [8, 15, 22],
    scoreMax: 31,
    condition: 'Для любой положительной отметки не менее 2 баллов по геометрии.',
  }),
  oge('информатика', 5),
  oge('биология', 13),
  oge('история', 11),
  oge('химия', 10),
  oge('иностранный язык', 29),
  oge('физика', 10),
  oge('обществознание', 14),
  oge('литература', 16),
  oge('география', 12),
];
