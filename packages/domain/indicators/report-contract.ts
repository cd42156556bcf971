import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { CompletenessTable } from './campaign-view.ts';
import { Dynamics } from './dynamics-contract.ts';
import { IndicatorVersion } from './indicator.ts';
import { indicatorGroups } from './indicator-groups.ts';
import { PeriodCode } from './report-period.ts';

export const reportKinds = ['table', 'start-control', 'dynamics', 'completeness'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const ReportParameters = z.object({
  orgUnitId: z.uuid(),
  kind: z.enum(reportKinds),
  group: z.enum(indicatorGroups).optional(),
  /** Of a sheet of two points; absent: the first and the last period there are. */
  start: PeriodCode.optional(),
  control: PeriodCode.optional(),
  /** First year of the school year of which completeness is told; absent: the one that runs. */
  schoolYear: z.number().int().min(2000).max(2100).optional(),
});
export type ReportParameters = z.infer<typeof ReportParameters>;

export const KeptReport = z.object({
  id: z.uuid(),
  orgUnitId: z.uuid(),
  unitName: z.string(),
  kind: z.enum(reportKinds),
  title: z.string(),
  /** Until which moment values are in it. */
  cutAt: z.iso.datetime(),
  definitions: z.array(IndicatorVersion),
  digest: z.string(),
  /** Empty where the person is not seen from here. */
  by: z.string(),
});
export type KeptReport = z.infer<typeof KeptReport>;

const SheetColumn = z.object({
  title: z.string(),
  kind: z.enum(['text', 'count', 'share', 'number']),
  width: z.number().optional(),
});
export const ReportSheet = z.object({
  name: z.string(),
  notes: z.array(z.string()),
  columns: z.array(SheetColumn),
  rows: z.array(z.array(z.union([z.string(), z.number()]))),
});
export type ReportSheet = z.infer<typeof ReportSheet>;

/** A kept report done again from what it keeps, and set against the numbers of today. */
export const RecheckedReport = z.object({
  digest: z.string(),
  isSame: z.boolean(),
  /** Numbers that are others today: an indicator in a period, or a school in a collection. */
  differing: z.array(z.object({ name: z.string(), at: z.string(), kept: z.string(), today: z.string() })),
});
export type RecheckedReport = z.infer<typeof RecheckedReport>;

/** What a report keeps: the numbers as they were shown to who made it. */
export const ReportContent = z.union([
  z.object({ dynamics: Dynamics }),
  z.object({ completeness: CompletenessTable, unitName: z.string() }),
]);
export type ReportContent = z.infer<typeof ReportContent>;

const params = z.object({ reportId: z.uuid() });

export const indicatorReportContract = contract({
  listIndicatorReports: {
    method: 'GET',
    path: '/indicators/reports',
    summary:
      'Reports that were kept, the latest first; those made of a school’s own small numbers only in the school',
    permission: { who: 'role', action: 'indicators.values' },
    output: z.array(KeptReport),
  },
  makeIndicatorReport: {
    method: 'POST',
    path: '/indicators/reports',
    summary:
      'Make a report on indicators of a school or territory and keep it with its data cut, versions and hash',
    permission: { who: 'role-on-thing', action: 'indicators.enter' },
    body: ReportParameters,
    output: z.object({ id: z.uuid() }),
  },
  getIndicatorReport: {
    method: 'GET',
    path: '/indicators/reports/:reportId',
    summary: 'A kept report as tables',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    params,
    output: z.object({ report: KeptReport, sheets: z.array(ReportSheet) }),
  },
  recheckIndicatorReport: {
    method: 'GET',
    path: '/indicators/reports/:reportId/recheck',
    summary: 'Do a kept report again to the same digits and set it against the numbers of today',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    params,
    output: RecheckedReport,
  },
  exportIndicatorReport: {
    method: 'GET',
    path: '/indicators/reports/:reportId/report.xlsx',
    summary: 'A kept report as a workbook with numbers and percents as numbers',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    params,
    output: z.null(),
    download: true,
  },
  printIndicatorReport: {
    method: 'GET',
    path: '/indicators/reports/:reportId/report.docx',
    summary: 'A kept report as a document',
    permission: { who: 'role-on-thing', action: 'indicators.values' },
    params,
    output: z.null(),
    download: true,
  },
});
