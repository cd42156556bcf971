import { procedureWords } from '../verdict-catalog.ts';
import type { LinesChart, NoteBlock, NoteProcedure } from './analytic-note.ts';
import {
  boundsCell,
  changeOf,
  countCell,
  percent,
  pointsCell,
  shareCell,
  shareOf,
  shareWords,
  type YearChange,
} from './note-shares.ts';

/** What each procedure came to and how it changed: in words, as a table and by years. */
export function procedureBlocks(procedures: readonly NoteProcedure[], year: number): NoteBlock[] {
  if (procedures.length === 0) return [];
  const chart = linesOf(procedures, year);
  return [
    { kind: 'items', items: procedures.map((one) => sentence(one, year)) },
    { kind: 'table', table: tableOf(procedures, year) },
    ...(chart === null ? [] : [{ kind: 'chart' as const, chart }]),
    ...(procedures.some((one) => isMarked(changeOf(one, year))) ? [regression] : []),
  ];
}

const regression: NoteBlock = {
  kind: 'text',
  text: 'Разные годы — разные обучающиеся. После необычно плохого или хорошего года следующий чаще ближе к среднему и без чьих-либо усилий (возврат к среднему); о действии принятых мер судят не раньше чем по трём годам.',
};

const isMarked = (change: YearChange | null): boolean =>
  change?.verdict === 'better' || change?.verdict === 'worse';

function sentence(one: NoteProcedure, year: number): string {
  const name = procedureWords(one.procedure, 'ru');
  const share = shareOf(one.whole);
  if (share === null) return `${name}: ниже минимума — ${shareCell(one.whole)}.`;
  return `${name}: ниже минимума ${shareWords(share)}.${changeWords(changeOf(one, year))}`;
}

function changeWords(change: YearChange | null): string {
  if (change === null) return ' За предыдущий год сравнимых данных нет.';
  const [year, points] = [change.before, pointsCell(Math.abs(change.points)).replace('+', '')];
  switch (change.verdict) {
    case 'too-few':
      return ` Участников слишком мало, чтобы судить об изменении к ${year} году.`;
    case 'no-difference':
      return ` К ${year} году разница не выходит за пределы случайного разброса.`;
    case 'worse':
      return ` К ${year} году доля выросла на ${points}: больше, чем объяснил бы случай.`;
    case 'better':
      return ` К ${year} году доля снизилась на ${points}: больше, чем объяснил бы случай.`;
  }
}

function tableOf(procedures: readonly NoteProcedure[], year: number) {
  return {
    title: 'Ниже минимума по процедурам',
    columns: [
      { title: 'Процедура', width: 28 },
      { title: 'Участников', width: 15, isNumber: true },
      { title: 'Ниже минимума', width: 12, isNumber: true },
      { title: 'Доля', width: 11, isNumber: true },
      { title: 'Границы', width: 18, isNumber: true },
      { title: `К ${year - 1} году`, width: 16, isNumber: true },
    ],
    rows: procedures.map((one) => {
      const change = changeOf(one, year);
      return [
        procedureWords(one.procedure, 'ru'),
        countCell(one.whole.assessed),
        countCell(one.whole.below),
        shareCell(one.whole),
        boundsCell(one.whole),
        change === null ? '–' : pointsCell(change.points),
      ];
    }),
  };
}

/** Null where there is nothing to draw a line through. */
function linesOf(procedures: readonly NoteProcedure[], year: number): LinesChart | null {
  const years = [...new Set(procedures.flatMap((one) => one.years.map((known) => known.year)))]
    .filter((one) => one <= year)
    .toSorted((one, other) => one - other);
  const lines = procedures.map((one) => ({
    name: procedureWords(one.procedure, 'ru'),
    shares: years.map((wanted) => {
      const counts = one.years.find((known) => known.year === wanted);
      const share = counts === undefined ? null : shareOf(counts);
      return share === null ? null : share.below / share.participants;
    }),
  }));
  const drawn = lines.filter(({ shares }) => shares.filter((share) => share !== null).length > 1);
  if (drawn.length === 0) return null;
  return { kind: 'lines', title: findingOf(procedures, year), years, lines: drawn };
}

function findingOf(procedures: readonly NoteProcedure[], year: number): string {
  const marked = procedures.filter((one) => isMarked(changeOf(one, year)));
  if (marked.length === 0) return `За год доля ниже минимума заметно не изменилась ни в одной процедуре, %`;
  const shown = marked.flatMap((one) => {
    const share = shareOf(one.whole);
    const word = changeOf(one, year)?.verdict === 'worse' ? 'выросла' : 'снизилась';
    return share === null
      ? []
      : [`${procedureWords(one.procedure, 'ru')} — ${word} до ${percent(share.below / share.participants)}`];
  });
  return `Доля ниже минимума за год: ${shown.join('; ')}`;
}
