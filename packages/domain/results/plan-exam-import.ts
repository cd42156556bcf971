import { z } from 'zod';
import { combineRows, type CountedRow } from './combine-rows.ts';
import type { ExamReading, ReadReport } from './exam-reading.ts';
import type { ExamPart } from './merge-parts.ts';
import { type Procedure, procedureKey } from './procedure.ts';
import type { ReportFacts, ReportUnit } from './reading/report.ts';
import { reportUnitKey } from './match-exam-units.ts';

/** What a person says of a read file; only what the file leaves open. */
export const ExamMapping = z.object({
  /** One for each report, in their order. */
  reports: z
    .array(
      z.object({
        /** False leaves the report out. */
        taken: z.boolean(),
        kind: z.string().trim().min(1).max(100).nullable(),
        grade: z.number().int().min(1).max(12).nullable(),
        subject: z.string().trim().toLowerCase().min(1).max(200).nullable(),
        year: z.number().int().min(2000).max(2100).nullable(),
      }),
    )
    .max(1000),
  /** Schools chosen for names of the file, by `reportUnitKey`; null leaves the school out. */
  units: z.record(z.string().max(2000), z.uuid().nullable()),
});
export type ExamMapping = z.infer<typeof ExamMapping>;

/** What an import would say of one school, procedure and year. */
export type PlannedPart = ExamPart & {
  readonly orgUnitId: string;
  readonly year: number;
  readonly procedure: Procedure;
  /** Tables of the file do not agree about how many took part. */
  readonly differs: boolean;
};

/** A line of a territory against its schools in the same table. */
export type TerritoryCheck = {
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  readonly participants: number;
  readonly schools: number;
  readonly schoolParticipants: number;
};

export type ImportPlan = {
  readonly parts: readonly PlannedPart[];
  /** Rows of schools that are not taken: whose school is not known or left out, or of which it is not known what they are of. */
  readonly withoutSchool: number;
  readonly withoutFacts: number;
  readonly territories: readonly TerritoryCheck[];
};

type Gathered = Omit<PlannedPart, keyof ExamPart | 'differs'> & {
  readonly rows: CountedRow[];
  scaleVersion: number | null;
};

/** Applies what a person said to what was read. Totals of territories are never parts: a territory is the sum of its schools. */
export function planImport(
  reading: ExamReading,
  mapping: ExamMapping,
  schoolOf: (unit: ReportUnit) => string | null,
): ImportPlan {
  const gathered = new Map<string, Gathered>();
  const leftOut = { withoutSchool: 0, withoutFacts: 0 };
  const taken = reading.reports.flatMap((report, at) => {
    const said = mapping.reports[at];
    return said?.taken === true ? [{ report, said }] : [];
  });
  for (const { report, said } of taken) {
    for (const { unit, facts, count, scaleVersion } of report.rows) {
      if (unit.level === 'territory') continue;
      const orgUnitId = schoolOf(unit);
      const of = procedureOf(facts, said);
      if (orgUnitId === null) leftOut.withoutSchool += 1;
      else if (of === null) leftOut.withoutFacts += 1;
      else {
        const key = `${orgUnitId}\t${of.year}\t${procedureKey(of.procedure)}`;
        const known = gathered.get(key) ?? { orgUnitId, ...of, rows: [], scaleVersion: null };
        known.rows.push({ layout: report.layout, count });
        known.scaleVersion ??= scaleVersion ?? null;
        gathered.set(key, known);
      }
    }
  }
  return {
    parts: [...gathered.values()].map(({ rows, ...of }) => ({ ...of, ...combineRows(rows) })),
    ...leftOut,
    territories: taken.flatMap(({ report }) => checkTerritories(report)),
  };
}

function procedureOf(
  facts: ReportFacts,
  said: ReportFacts,
): { readonly year: number; readonly procedure: Procedure } | null {
  const kind = facts.kind ?? said.kind;
  const grade = facts.grade ?? said.grade;
  const subject = facts.subject ?? said.subject;
  const year = facts.year ?? said.year;
  if (kind === null || grade === null || subject === null || year === null) return null;
  return { year, procedure: { kind, grade, subject } };
}

function checkTerritories({ sheet, rows }: ReadReport): TerritoryCheck[] {
  const key = (name: string | null, { kind, grade, subject, year }: ReportFacts): string =>
    [name, kind, grade, subject, year].join('\t');
  const sums = new Map<string, { schools: number; participants: number }>();
  for (const { unit, facts, count } of rows) {
    if (unit.level === 'territory') continue;
    const at = key(unit.territory, facts);
    const sum = sums.get(at) ?? { schools: 0, participants: 0 };
    sums.set(at, {
      schools: sum.schools + 1,
      participants: sum.participants + (count.participants ?? 0),
    });
  }
  return rows.flatMap(({ unit, facts, count, row }) => {
    const sum = unit.level === 'territory' ? sums.get(key(unit.name, facts)) : undefined;
    if (sum === undefined || count.participants === null) return [];
    return [
      {
        sheet,
        row,
        name: unit.name,
        participants: count.participants,
        schools: sum.schools,
        schoolParticipants: sum.participants,
      },
    ];
  });
}

/** What is known of a file before a person says anything. */
export function firstMapping(reading: ExamReading, guess: (report: ReadReport) => ReportFacts): ExamMapping {
  return { reports: reading.reports.map((report) => ({ taken: true, ...guess(report) })), units: {} };
}

/** The chosen school for a name of a file; undefined where none was chosen. */
export function chosenUnit({ units }: ExamMapping, unit: ReportUnit): string | null | undefined {
  const key = reportUnitKey(unit);
  return Object.hasOwn(units, key) ? units[key] : undefined;
}
