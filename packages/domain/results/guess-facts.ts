import type { ExamReading, ReadReport } from './exam-reading.ts';
import { reportFactNames, type ReportFactName, type ReportFacts } from './reading/report.ts';
import { titleFacts } from './reading/title-facts.ts';

/** Reports that only ФИС ОКО makes, and only of ВПР. */
const ofCheckingWorks: ReadonlySet<ReadReport['layout']> = new Set([
  'individual',
  'marks',
  'journal',
  'scores',
  'tasks',
  'planned',
  'markers',
]);

/** Facts that some row of the report lacks. */
export function missingFacts({ rows }: ReadReport): ReportFactName[] {
  return reportFactNames.filter((name) => rows.some(({ facts }) => facts[name] === null));
}

/**
 * What a report that does not say it may be of, to be confirmed by a person: what the other reports of the file agree on, then what the name of the file says,
 * then what such reports usually are. `today` tells the last year whose results may be known.
 */
export function guessFacts(
  report: ReadReport,
  { reading, fileName, today }: { reading: ExamReading; fileName: string; today: string },
): ReportFacts {
  const words = fileName.replace(/\.\p{L}{3,4}$/u, '').replaceAll('_', ' ');
  const named = titleFacts(words, []);
  const agreed = <K extends ReportFactName>(name: K): ReportFacts[K] | null => {
    const told = new Set(reading.reports.flatMap(({ rows }) => rows.map(({ facts }) => facts[name])));
    told.delete(null);
    const [only, another] = told;
    return another === undefined ? (only ?? null) : null;
  };
  const lastYear = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0);
  return {
    kind: agreed('kind') ?? named.kind ?? (ofCheckingWorks.has(report.layout) ? 'ВПР' : null),
    grade: agreed('grade') ?? named.grade,
    subject: agreed('subject') ?? named.subject,
    year: agreed('year') ?? named.year ?? lastYear,
  };
}
