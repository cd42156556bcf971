import type { Language } from '../basics/catalog.ts';
import { isDiagnostic } from './exam-kind.ts';
import type { Procedure } from './procedure.ts';
import { resultSheetTexts } from './result-sheets-catalog.ts';
import type { ResultSheet } from './result-sheet.ts';
import type { TerritoryResults } from './results-contract.ts';
import { procedureWords } from './verdict-catalog.ts';
import { shareShown, type ShownCount, type ShownResults } from './shown-counts.ts';

type YearProcedure = Procedure & { readonly year: number };
type Cell = string | number;

/** Region and municipalities, and schools by name, as the page shows them to who asks. */
export function territorySheets(
  { chosen, region, municipalities, schools }: TerritoryResults,
  language: Language,
): ResultSheet[] {
  const texts = resultSheetTexts[language];
  if (chosen === null) return [];
  const notes = [
    `${procedureWords(chosen, language)}, ${chosen.year}`,
    ...(isDiagnostic(chosen.kind) ? [texts.diagnostic] : []),
    texts.noRanking,
    texts.suppressed,
  ];
  const columns = [...partColumns(language), ...journalColumns(language)];
  const cells = (results: ShownResults): Cell[] => [
    ...partCells(results, language),
    ...journalCells(results, language),
  ];
  const territories = [...(region === null ? [] : [region]), ...municipalities];
  return [
    {
      name: texts.municipalities,
      notes,
      columns: [{ title: texts.territory, kind: 'text' }, ...columns],
      rows: territories.map(({ name, results }) => [name, ...cells(results)]),
    },
    {
      name: texts.schools,
      notes,
      columns: [
        { title: texts.school, kind: 'text' },
        { title: texts.municipality, kind: 'text' },
        ...columns,
      ],
      rows: schools.map(({ name, municipality, results }) => [name, municipality, ...cells(results)]),
    },
  ];
}

type DatedResults = YearProcedure & { readonly name: string; readonly results: ShownResults };

/** Rows of examinations by year, procedure and name: of territories for the public, of one school for the contract of its head. */
export function datedSheet(
  rows: readonly DatedResults[],
  purpose: 'open' | 'contract',
  language: Language,
): ResultSheet {
  const texts = resultSheetTexts[language];
  const about = purpose === 'open' ? texts.openAbout : texts.contractAbout;
  return {
    name: purpose === 'open' ? texts.open : texts.contract,
    notes: [about, texts.suppressed],
    columns: [
      { title: texts.year, kind: 'count' },
      { title: texts.procedure, kind: 'text' },
      { title: purpose === 'open' ? texts.territory : texts.school, kind: 'text' },
      ...partColumns(language),
    ],
    rows: rows.map(({ year, kind, grade, subject, name, results }) => [
      year,
      procedureWords({ kind, grade, subject }, language),
      name,
      ...partCells(results, language),
    ]),
  };
}

function partColumns(language: Language): ResultSheet['columns'] {
  const texts = resultSheetTexts[language];
  return [
    { title: texts.participants, kind: 'count' },
    { title: texts.assessed, kind: 'count' },
    { title: texts.below, kind: 'count' },
    { title: texts.share, kind: 'share' },
    ...[2, 3, 4, 5].map((mark) => ({ title: texts.mark(mark), kind: 'count' as const })),
    { title: texts.quality, kind: 'share' },
  ];
}

function partCells(results: ShownResults, language: Language): Cell[] {
  const { participants, assessed, below, marks } = results;
  const share = shareShown(results);
  const word = (value: ShownCount): Cell => cellOf(value, language);
  const all = Array.isArray(marks) ? marks.reduce((sum, count) => sum + count, 0) : 0;
  return [
    word(participants),
    word(assessed),
    word(below),
    share === null ? word(below === 'hidden' ? below : null) : share.below / share.participants,
    ...[0, 1, 2, 3].map((at) => word(Array.isArray(marks) ? (marks[at] ?? null) : marks)),
    Array.isArray(marks) ? (marks[2] + marks[3]) / all : word(marks),
  ];
}

function journalColumns(language: Language): ResultSheet['columns'] {
  const { lowered, confirmed, raised, loweredFar, raisedFar } = resultSheetTexts[language];
  return [lowered, loweredFar, confirmed, raised, raisedFar].map((title) => ({ title, kind: 'count' }));
}

function journalCells({ journal, gaps }: ShownResults, language: Language): Cell[] {
  const part = (side: 'lowered' | 'confirmed' | 'raised'): Cell =>
    cellOf(journal === null || journal === 'hidden' ? journal : journal[side], language);
  const far = (side: 'lowered' | 'raised'): Cell => {
    if (gaps === null || gaps === 'hidden') return cellOf(gaps, language);
    return gaps.isWhole ? gaps[side] : resultSheetTexts[language].atLeast(gaps[side]);
  };
  return [part('lowered'), far('lowered'), part('confirmed'), part('raised'), far('raised')];
}

function cellOf(value: ShownCount, language: Language): Cell {
  const texts = resultSheetTexts[language];
  return value === null ? texts.noData : value === 'hidden' ? texts.hidden : value;
}
