import { z } from 'zod';
import { reportFaultCodes } from './reading/report-fault.ts';
import { reportLayouts } from './reading/report.ts';

const count = z.number().int().min(0);
const place = z.number().int();

/** As `ReportFacts`, `ReportUnit` and `PartialCount` of the readers, out of the database. */
export const ReadFacts = z.object({
  kind: z.string().nullable(),
  grade: place.nullable(),
  subject: z.string().nullable(),
  year: place.nullable(),
});
const Unit = z.object({
  level: z.enum(['school', 'territory']),
  login: z.string().nullable(),
  name: z.string(),
  territory: z.string().nullable(),
});
const Task = z.object({ task: z.string(), points: z.number().min(0), pointsMax: z.number().min(0) });
export const PartCount = z.object({
  participants: count.nullable(),
  below: count.nullable(),
  marks: z.tuple([count, count, count, count]).nullable(),
  scores: z.array(count).nullable(),
  journal: z.object({ lowered: count, confirmed: count, raised: count }).nullable(),
  /** Absent in what was kept before gaps were counted. */
  gaps: z.object({ lowered: count, raised: count }).nullable().default(null),
  tasks: z.array(Task).nullable(),
});

/** Faults of a report that are kept; how many there are is kept beside them. */
export const faultsKept = 500;

/** What was understood of a file, as a draft keeps it. Nothing in it tells one pupil from another. */
export const ExamReading = z.object({
  reports: z.array(
    z.object({
      sheet: z.string(),
      layout: z.enum(reportLayouts),
      headRow: place,
      rows: z.array(
        z.object({
          row: place,
          unit: Unit,
          facts: ReadFacts,
          count: PartCount,
          scaleVersion: place.optional(),
        }),
      ),
      /** Of the regional file of markers: how many, and how many of them are set. */
      markers: z.object({ all: count, marked: count }),
      faults: z.array(z.object({ row: place, column: place, code: z.enum(reportFaultCodes) })),
      faultCount: count,
      unknownColumns: z.array(z.object({ column: place, head: z.string() })),
    }),
  ),
  unknownSheets: z.array(z.object({ number: place, heads: z.array(z.string()) })),
});
export type ExamReading = z.infer<typeof ExamReading>;
export type ReadReport = ExamReading['reports'][number];
