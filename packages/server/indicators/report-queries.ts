import { z } from 'zod';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import { IndicatorVersion } from '@opora/domain/indicators/indicator.ts';
import {
  type KeptReport,
  ReportContent,
  ReportParameters,
} from '@opora/domain/indicators/report-contract.ts';
import type { Db, Tx } from '../platform/database.ts';

export type WholeReport = KeptReport & {
  readonly scope: string;
  readonly parameters: ReportParameters;
  readonly content: ReportContent;
};

const reports = (db: Db) =>
  db
    .selectFrom('indicator_report as report')
    .innerJoin('org_unit', 'org_unit.id', 'report.org_unit_id')
    .leftJoin('person', 'person.id', 'report.made_by')
    .select(['report.id', 'report.org_unit_id', 'report.scope', 'report.kind', 'title', 'cut_at', 'digest'])
    .select(['definitions', 'parameters', 'org_unit.short_name'])
    .select(['surname', 'given_name', 'patronymic']);

type Row = Awaited<ReturnType<ReturnType<typeof reports>['execute']>>[number];

function present(row: Row): KeptReport {
  return {
    id: row.id,
    orgUnitId: row.org_unit_id,
    unitName: row.short_name,
    kind: ReportParameters.shape.kind.parse(row.kind),
    title: row.title,
    cutAt: row.cut_at.toISOString(),
    definitions: z.array(IndicatorVersion).parse(row.definitions),
    digest: row.digest,
    by:
      row.surname === null || row.given_name === null
        ? ''
        : formatSurnameFirst({
            surname: row.surname,
            givenName: row.given_name,
            patronymic: row.patronymic,
          }),
  };
}

/** `isOwn`: made of a school's own numbers, small ones too; they are listed only to who stands in a school. */
export async function listReports(db: Db, isOwn: boolean): Promise<KeptReport[]> {
  const rows = await reports(db).where('is_own', '=', isOwn).orderBy('made_at', 'desc').limit(200).execute();
  return rows.map(present);
}

export async function findReport(
  db: Db,
  { id, isOwn }: { readonly id: string; readonly isOwn: boolean },
): Promise<WholeReport | undefined> {
  const row = await reports(db)
    .select('content')
    .where('report.id', '=', id)
    .where('is_own', '=', isOwn)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...present(row),
    scope: row.scope,
    parameters: ReportParameters.parse(row.parameters),
    content: ReportContent.parse(row.content),
  };
}

type NewReport = Omit<WholeReport, 'unitName' | 'by' | 'cutAt'> & {
  readonly isOwn: boolean;
  readonly personId: string;
  readonly at: Date;
};

export async function insertReport(tx: Tx, report: NewReport): Promise<void> {
  await tx
    .insertInto('indicator_report')
    .values({
      id: report.id,
      org_unit_id: report.orgUnitId,
      scope: report.scope,
      kind: report.kind,
      title: report.title,
      parameters: JSON.stringify(report.parameters),
      cut_at: report.at,
      definitions: JSON.stringify(report.definitions),
      content: JSON.stringify(report.content),
      digest: report.digest,
      is_own: report.isOwn,
      made_by: report.personId,
      made_at: report.at,
    })
    .execute();
}
