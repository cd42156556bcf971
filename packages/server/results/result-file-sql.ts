import type { FlatLayout } from '@opora/domain/results/flat-form.ts';
import { sqlText } from './result-database.ts';

const named = ['year', 'procedure', 'grade', 'subject', 'school'] as const;

/** Whether `countLines` may be tried: rows are pupils, `below` stands last and no column is passed over. */
export function maybeByLines({ at, width }: FlatLayout): boolean {
  return at.participants === null && width === named.length + 1 && at.below === width - 1;
}

/**
 * Pupils are counted by whole lines, and only what is left is taken apart: equal results are equal letters, and there are far fewer different lines than
 * pupils. Lines that are not plain — quotes, spaces at a border, another number of cells, another ending than 0 or 1 — make `torn` true; then
 * `countCells` is asked.
 */
export function countLines(file: string, { at, delimiter, width }: FlatLayout): string {
  const cut = sqlText(delimiter);
  const ending = (below: 0 | 1) => `ends_with(line, ${sqlText(`${delimiter}${below}`)})`;
  const uneven = `length(head) - length(replace(head, ${cut}, '')) <> ${width - 2}`;
  return `
    create temp table counted as
    select ${named.map((column) => `split_part(head, ${cut}, ${at[column] + 1}) as "${column}"`).join(', ')},
      participants, below, 0::bigint as wrong,
      other or contains(head, '"') or ${uneven} or regexp_matches(head, ${sqlText(`(^|${delimiter}) | (${delimiter}|$)`)}) as torn
    from (
      select left(line, -2) as head, sum(n)::bigint as participants, coalesce(sum(n) filter (${ending(1)}), 0)::bigint as below,
        bool_or(not (${ending(0)} or ${ending(1)})) as other
      from (
        select line, count(*) as n
        from read_csv(${sqlText(file)}, auto_detect = false, header = true, delim = '\u0001', quote = '', escape = '',
          columns = {line: 'VARCHAR'})
        where line <> ''
        group by line
      )
      group by head
    )`;
}

/** The same cell by cell: for quoted cells, for columns that are not read, and for rows that are counts already. Equal rows are counted first here, too. */
export function countCells(file: string, { at, delimiter, width }: FlatLayout): string {
  const columns = Array.from({ length: width }, (_, place) => `c${place}: 'VARCHAR'`);
  const read = Object.values(at).filter((place) => place !== null);
  const cell = (place: number) => `trim(coalesce(c${place}, ''))`;
  const whole = (place: number) =>
    `case when regexp_full_match(${cell(place)}, '0|[1-9][0-9]{0,5}') then ${cell(place)}::integer end`;
  const participants = at.participants === null ? '1' : whole(at.participants);
  // Counts of one school and procedure stand in one row; a pupil's row may be there many times.
  const repeated = at.participants === null ? '0' : 'sum(n) - 1';
  return `
    create temp table counted as
    select ${named.map((column) => `"${column}"`).join(', ')},
      coalesce(sum(n * participants), 0)::bigint as participants,
      coalesce(sum(n * below), 0)::bigint as below,
      ((count(*) filter (participants is null or below is null or below > participants)) + ${repeated})::bigint as wrong,
      false as torn
    from (
      select ${named.map((column) => `${cell(at[column])} as "${column}"`).join(', ')},
        ${participants} as participants, ${whole(at.below)} as below, n
      from (
        select ${read.map((place) => `c${place}`).join(', ')}, count(*) as n
        from read_csv(${sqlText(file)}, auto_detect = false, header = true, delim = ${sqlText(delimiter)}, quote = '"',
          escape = '"', columns = {${columns.join(', ')}})
        group by all
      )
    )
    group by all`;
}

/** Counts as numbers alone, their words listed once beside them: a million short texts cost more than a million numbers. */
export const dictionaries = {
  procedures: `
    create temp table procedure_words as
    select (row_number() over () - 1)::integer as id, * from (select distinct "year", "procedure", grade, subject from counted)`,
  schools: `
    create temp table school_words as
    select (row_number() over (order by school) - 1)::integer as id, school from (select distinct school from counted)`,
  numbers: `
    select s.id, p.id, c.participants::integer, c.below::integer
    from counted c
    join school_words s using (school)
    join procedure_words p using ("year", "procedure", grade, subject)`,
  check:
    'select coalesce(bool_or(torn), false), coalesce(sum(wrong), 0)::double, coalesce(max(participants), 0)::double, count(*)::double from counted',
} as const;
