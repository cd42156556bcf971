import type { SheetCell } from '../../basics/sheet-table.ts';
import type { ReportFacts, ReportUnit } from './report.ts';
import { columnOf, type ReportTable } from './report-table.ts';
import { unitNamed } from './report-unit.ts';
import { cellText } from './sheet-words.ts';
import { gradeOf, factsOver, yearIn } from './title-facts.ts';
import { subjectName } from './subject-name.ts';

const patterns = {
  group: /^группы участников$/,
  login: /^логин|^код (?:оо|школы)$|^школа \(логин\)/,
  school: /^(?:оо|школа|образовательная организация)$/,
  name: /^(?:название|наименование) (?:оо|школы|образовательной организации)$/,
  territory: /^муниципалитет|^муниципальн|^код мсу$|^ате$|^район$/,
  year: /^год$/,
  grade: /^класс$|^параллель$/,
  subject: /^(?:учебный )?предмет$/,
} as const;
type Column = keyof typeof patterns;

/**
 * Whose each row is, and what of: either one column «Группы участников» in which territories stand above their schools, or columns of
 * the regional files (year, grade, subject, municipality, login, name).
 */
export function unitColumns(table: ReportTable) {
  const { heads, title } = table;
  const at = Object.fromEntries(
    Object.entries(patterns).map(([name, pattern]) => [name, columnOf(heads, pattern)]),
  ) as Readonly<Record<Column, number>>; // every key of `patterns` is there
  let territory: string | null = null;
  const text = (cells: readonly SheetCell[], column: Column): string => cellText(cells[at[column]]);
  return {
    taken: (column: number): boolean => Object.values(at).includes(column),
    /** Null where the row names nobody. */
    unitOf: (cells: readonly SheetCell[]): ReportUnit | null => {
      const [login, name] = [
        text(cells, 'login'),
        `${text(cells, 'group')} ${text(cells, 'school')} ${text(cells, 'name')}`.trim(),
      ];
      if (name === '' && login === '') return null;
      if (at.group >= 0) {
        const unit = unitNamed(name, territory);
        if (unit.level === 'territory') territory = unit.name;
        return unit;
      }
      const unit = unitNamed(name, text(cells, 'territory') || null);
      const own = login === '' ? unit.login : login.toLowerCase();
      return own === null
        ? unit
        : { ...unit, level: 'school', login: own, territory: text(cells, 'territory') || null };
    },
    factsOf: (cells: readonly SheetCell[]): ReportFacts => {
      const own = {
        grade: gradeOf(text(cells, 'grade')),
        subject: subjectName(text(cells, 'subject')),
        year: yearIn(text(cells, 'year')),
      };
      return factsOver(own, title);
    },
  };
}
