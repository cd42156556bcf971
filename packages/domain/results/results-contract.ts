import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { Procedure } from './procedure.ts';
import { ShownCount, ShownResults } from './shown-counts.ts';
import { ShownSign } from './shown-sign.ts';

/** Without a choice, or with one that has no results, the newest year of the first procedure. */
const Choice = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  kind: z.string().max(100).optional(),
  grade: z.coerce.number().int().min(1).max(12).optional(),
  subject: z.string().max(200).optional(),
});
export type ResultChoice = z.infer<typeof Choice>;

const ProcedureYears = Procedure.extend({ years: z.array(z.int()) });
export type ProcedureYears = z.infer<typeof ProcedureYears>;

const Chosen = Procedure.extend({ year: z.int() });

const YearShare = z.object({ year: z.int(), assessed: ShownCount, below: ShownCount });

const TerritoryRow = z.object({ id: z.uuid(), name: z.string(), results: ShownResults });
export type TerritoryRow = z.infer<typeof TerritoryRow>;
const SchoolRow = TerritoryRow.extend({ municipality: z.string() });
export type SchoolResultRow = z.infer<typeof SchoolRow>;

const Bins = z.array(z.int()).nullable();

export const TerritoryResults = z.object({
  procedures: z.array(ProcedureYears),
  /** Null: there are no results at all. */
  chosen: Chosen.nullable(),
  /** Null where too few schools stand behind it. */
  region: TerritoryRow.nullable(),
  /** By name. Those at and below the roles of who asks. */
  municipalities: z.array(TerritoryRow),
  /** By name, never by result. Those at and below the roles of who asks. */
  schools: z.array(SchoolRow),
  /** Schools by tenths of their share below the minimum, nameless; null: too few schools. */
  distribution: Bins,
  /** Schools whose number is kept back and that stand in no tenth. */
  outsideDistribution: z.int(),
  /** The share below the minimum by year: of the region, then of each municipality, by name. */
  dynamics: z.array(z.object({ id: z.uuid(), name: z.string(), years: z.array(YearShare) })),
});
export type TerritoryResults = z.infer<typeof TerritoryResults>;

const TaskShares = z.object({
  task: z.string(),
  points: z.int(),
  pointsMax: z.int(),
  /** Whole percent of the points in the region; null where few stand behind it. */
  regionPercent: z.int().nullable(),
});

export const SchoolResultsShown = z.object({
  school: z.object({ id: z.uuid(), name: z.string(), municipality: z.string() }),
  /** Somebody of the school or its curator, who sees all its numbers. */
  isOwn: z.boolean(),
  procedures: z.array(ProcedureYears),
  chosen: Chosen.nullable(),
  own: ShownResults.nullable(),
  /** Null where there would be fewer than two other schools behind it. */
  municipality: ShownResults.nullable(),
  region: ShownResults.nullable(),
  /** Pupils by primary score from 0 up. */
  scores: z.object({
    own: z.union([z.array(z.int()), z.literal('hidden'), z.null()]),
    region: z.array(ShownCount).nullable(),
    /** Least scores of marks 3, 4 and 5, and where they come from. */
    borders: z.object({ marks: z.array(z.int()), source: z.string() }).nullable(),
  }),
  /** Null where the report had none or they are kept back. */
  tasks: z.array(TaskShares).nullable(),
  distribution: Bins,
  /** The procedure in all years, other grades of the year, and the same pupils in other years. */
  history: z.array(YearShare.extend({ procedure: Procedure })),
  /** Marks of the year in the journal for the same grade and subject. */
  annual: ShownResults.nullable(),
  signs: z.array(ShownSign),
});
export type SchoolResultsShown = z.infer<typeof SchoolResultsShown>;

const OrgUnitId = z.object({ orgUnitId: z.uuid() });

export const resultsContract = contract({
  getTerritoryResults: {
    method: 'GET',
    path: '/results/territory',
    summary:
      'Results of the region, its municipalities and schools in one procedure and year, as far as one may see them; counts under 5 pupils are kept back',
    permission: { who: 'role', action: 'results.read' },
    query: Choice,
    output: TerritoryResults,
  },
  getSchoolResults: {
    method: 'GET',
    path: '/results/schools/:orgUnitId',
    summary:
      'Results of a school in one procedure and year beside its municipality and region, over the years, with signs that ask for a closer look',
    permission: { who: 'role-on-thing', action: 'results.read' },
    params: OrgUnitId,
    query: Choice,
    output: SchoolResultsShown,
  },
  exportTerritoryResults: {
    method: 'GET',
    path: '/results/territory.xlsx',
    summary: 'The same results of municipalities and schools as a workbook',
    permission: { who: 'role', action: 'results.read' },
    query: Choice,
    output: z.null(),
    download: true,
  },
  exportOpenData: {
    method: 'GET',
    path: '/results/open-data.xlsx',
    summary:
      'Examinations by municipality over all years for everybody: without ВПР and single schools, counts under 5 kept back',
    permission: { who: 'role', action: 'results.import' },
    output: z.null(),
    download: true,
  },
  exportContractSheet: {
    method: 'GET',
    path: '/results/schools/:orgUnitId/contract.xlsx',
    summary: 'Examinations of a school over all years for the contract of its head: without ВПР',
    permission: { who: 'role-on-thing', action: 'results.read' },
    params: OrgUnitId,
    output: z.null(),
    download: true,
  },
});
