import { reaches } from './decimal-fraction.ts';
import type { PreparedRule } from './prepare-rule.ts';
import type { Procedure } from './procedure.ts';
import type { SchoolResults } from './school-results.ts';

/** What the rule sees of one procedure in one year: counts of the year, or of the pooled years up to it. */
export type Measure = {
  readonly year: number;
  readonly procedure: Procedure;
  readonly participants: number;
  readonly below: number;
  readonly low: boolean;
};

/** Measures that take part, by year and procedure: those with enough participants. Nobody taking part is never enough. */
export function measureSchool(school: SchoolResults, prepared: PreparedRule): Measure[] {
  const { rule, years, procedures, threshold } = prepared;
  const least = Math.max(1, rule.minParticipants);
  const sums = pooledSums(school, prepared);
  const measures: Measure[] = [];
  years.forEach((year, yearAt) => {
    procedures.forEach((procedure, procedureAt) => {
      const at = 2 * (yearAt * procedures.length + procedureAt);
      const [participants = 0, below = 0] = [sums[at], sums[at + 1]];
      if (participants < least) return;
      measures.push({
        year,
        procedure,
        participants,
        below,
        low: reaches(below, participants, threshold),
      });
    });
  });
  return measures;
}

/** Participants and below of each year and procedure, one after another: years first, then procedures in their order. */
export function pooledSums(school: SchoolResults, prepared: PreparedRule): Float64Array {
  const { rule, years, procedures, placeOf } = prepared;
  const { poolOnlyUnder = Infinity } = rule;
  const own =
    rule.yearsPooled > 1 && poolOnlyUnder < Infinity
      ? pooledSums(school, { ...prepared, rule: { ...rule, yearsPooled: 1 } })
      : null;
  const sums = new Float64Array(2 * years.length * procedures.length);
  for (const { year, procedure, participants, below } of school.counts) {
    const place = placeOf.get(procedure);
    if (place === undefined) continue;
    for (let yearAt = 0; yearAt < years.length; yearAt += 1) {
      const distance = (years[yearAt] ?? 0) - year;
      if (distance < 0 || distance >= rule.yearsPooled) continue;
      const at = 2 * (yearAt * procedures.length + place);
      if (distance > 0 && own !== null && (own[at] ?? 0) >= poolOnlyUnder) continue;
      sums[at] = (sums[at] ?? 0) + participants;
      sums[at + 1] = (sums[at + 1] ?? 0) + below;
    }
  }
  return sums;
}
