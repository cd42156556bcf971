import { isSameValue } from '../basics/same-value.ts';
import type { ActivityChange, ComparedActivityField, PlanComparison } from './compare-plans.ts';
import type { ActivityDefinition } from './plan-definition.ts';
import { type AmendmentPoint, type PrintedRow, printRow } from './printed-amendment.ts';
import { printedPlanTexts } from './printed-plan-catalog.ts';

const columns = printedPlanTexts.ru;

/** Points on the rows of the table, in its order; neighbours that go or come together share a point. */
export function printRowPoints(comparison: PlanComparison): AmendmentPoint[] {
  const { sections, activities } = comparison;
  const isNew = new Set(sections.flatMap(({ id, from }) => (from === null ? id : [])));
  const isGone = new Set(sections.flatMap(({ id, to }) => (to === null ? id : [])));
  const nameOf = namesOf(comparison);
  const isTold = ({ from, to }: ActivityChange): boolean =>
    from === null ? isNew.has(to?.sectionId ?? '') : to === null && isGone.has(from.sectionId ?? '');
  const own = activities.filter((change) => !isTold(change));
  return runsOf(own).flatMap((run): AmendmentPoint[] => {
    const [first] = run;
    if (first === undefined) return [];
    if (first.to === null) return [removedPoint(run, nameOf)];
    if (first.from === null) return [addedPoint(run, nameOf)];
    return run.flatMap((change) => [...movedPoint(change, nameOf), ...changedPoint(change, nameOf)]);
  });
}

type Names = {
  /** «5», or the row's words where it has no number; with its section where the number is not the only one of its kind. */
  readonly row: (activity: ActivityDefinition) => string;
  readonly rowById: (id: string | null) => string | null;
  readonly section: (id: string | null) => string | null;
};

function namesOf({ activities, sections }: PlanComparison): Names {
  const known = activities.flatMap(({ from, to }) => from ?? to ?? []);
  const counts = Map.groupBy(known, numberOf);
  const section = (id: string | null): string | null => {
    const found = sections.find((each) => each.id === id);
    return found === undefined ? null : ((found.from ?? found.to)?.title ?? null);
  };
  const row = (activity: ActivityDefinition): string => {
    const number = numberOf(activity);
    if (number === '') return `«${activity.title}»`;
    const title = section(activity.sectionId);
    const isOnly = (counts.get(number)?.length ?? 0) <= 1 || title === null;
    return isOnly ? number : `${number} раздела «${title}»`;
  };
  const rowById = (id: string | null): string | null => {
    const found = activities.find((each) => each.id === id);
    const activity = found?.from ?? found?.to ?? null;
    return activity === null ? null : row(activity);
  };
  return { row, rowById, section };
}

const numberOf = ({ no }: Pick<ActivityDefinition, 'no'>): string => no.trim().replace(/\.$/, '');

/** Neighbours of one kind and one section. */
function runsOf(changes: readonly ActivityChange[]): ActivityChange[][] {
  const runs: ActivityChange[][] = [];
  for (const change of changes) {
    const last = runs.at(-1)?.at(-1);
    const isSame =
      last !== undefined && kindOf(last) === kindOf(change) && sectionOf(last) === sectionOf(change);
    if (isSame) runs.at(-1)?.push(change);
    else runs.push([change]);
  }
  return runs;
}

const kindOf = ({ from, to }: ActivityChange) => (from === null ? 'added' : to === null ? 'removed' : 'kept');
const sectionOf = ({ from, to }: ActivityChange) => (to ?? from)?.sectionId;

function removedPoint(run: readonly ActivityChange[], nameOf: Names): AmendmentPoint {
  const names = run.flatMap(({ from }) => (from === null ? [] : nameOf.row(from)));
  return { text: `${run.length === 1 ? 'Строку' : 'Строки'} ${names.join(', ')} исключить.`, rows: [] };
}

function addedPoint(run: readonly ActivityChange[], nameOf: Names): AmendmentPoint {
  const rows = run.flatMap(({ to }) => (to === null ? [] : to));
  const [first] = rows;
  const section = nameOf.section(first?.sectionId ?? null);
  const before = nameOf.rowById(run[0]?.after ?? null);
  const where = [
    section !== null && `Раздел «${section}»`,
    before === null ? 'в начале' : `после строки ${before}`,
  ];
  const place = where.filter((part) => part !== false).join(' ');
  const numbers = rows.map(numberOf).filter((number) => number !== '');
  const what = [rows.length === 1 ? 'строкой' : 'строками', numbers.join(', ')].filter((part) => part !== '');
  const text = `${place} дополнить ${what.join(' ')} следующего содержания:`.trim();
  return { text: text[0]?.toUpperCase() + text.slice(1), rows: rows.map(printRow) };
}

function movedPoint({ from, to, moved, after }: ActivityChange, nameOf: Names): AmendmentPoint[] {
  if (!moved || from === null || to === null) return [];
  const section = from.sectionId === to.sectionId ? null : nameOf.section(to.sectionId);
  const before = nameOf.rowById(after);
  const start = section === null ? 'в начало' : `в начало раздела «${section}»`;
  const behind = `${section === null ? '' : `в раздел «${section}» `}после строки ${before}`;
  const text = `Строку ${nameOf.row(from)} переместить ${before === null ? start : behind}.`;
  return [{ text, rows: [] }];
}

const columnOf: Readonly<Record<ComparedActivityField, string>> = {
  no: columns.number,
  title: columns.activity,
  deadline: columns.deadline,
  parties: columns.responsible,
  expected: columns.expected,
};

/** One column of a row is restated alone; more than one, and the row is restated whole. What reads the same is no change of the act. */
function changedPoint({ from, to, fields }: ActivityChange, nameOf: Names): AmendmentPoint[] {
  if (from === null || to === null) return [];
  const [old, fresh] = [printRow(from), printRow(to)];
  const printed = fields.filter((field) => !isSameValue(cellOf(old, field), cellOf(fresh, field)));
  const [only] = printed;
  if (only === undefined) return [];
  if (printed.length > 1 || only === 'title') {
    return [{ text: `Строку ${nameOf.row(from)} изложить в следующей редакции:`, rows: [fresh] }];
  }
  if (only === 'no' && numberOf(to) !== '') {
    return [{ text: `Строку ${nameOf.row(from)} считать строкой ${numberOf(to)}.`, rows: [] }];
  }
  const column = `Графу «${columnOf[only]}» строки ${nameOf.row(from)}`;
  const value = cellOf(fresh, only).join('; ');
  const text = value === '' ? `${column} исключить.` : `${column} изложить в следующей редакции: «${value}».`;
  return [{ text, rows: [] }];
}

function cellOf(row: PrintedRow, field: ComparedActivityField): readonly string[] {
  switch (field) {
    case 'no':
    case 'title':
    case 'deadline':
      return [row[field]].filter((text) => text !== '');
    case 'parties':
      return row.responsible;
    case 'expected':
      return row.expected;
  }
}
