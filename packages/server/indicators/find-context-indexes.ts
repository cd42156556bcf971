import { contextIndexes } from '@opora/domain/results/context-index.ts';
import { expectedSigns, passportCodes } from '@opora/domain/results/social-passport.ts';
import type { Db } from '../platform/database.ts';
import { listWeightSets } from '../results/context-queries.ts';
import { listPassportValues } from '../results/passport-queries.ts';

/** Passports of a year are of use for so long where the next were not filled in yet. */
const passportYearsBack = 2;

/** Indexes of all schools in sight, or of those schools beside each other, by the weights in force and the newest passports not later than the school year; none under ten schools. */
export async function findContextIndexes(
  db: Db,
  schoolYear: number,
  schoolIds?: readonly string[],
): Promise<Map<string, number>> {
  const [latest] = await listWeightSets(db);
  const weights = latest?.weights ?? expectedSigns;
  const variables = passportCodes
    .map((code) => ({ code, weight: weights[code] ?? 0 }))
    .filter(({ weight }) => weight !== 0);
  const only = schoolIds && { schoolIds, variables: variables.map(({ code }) => code) };
  for (let year = schoolYear; year >= schoolYear - passportYearsBack; year -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- mostly the first is there
    const values = await listPassportValues(db, year, only);
    const schools = [...Map.groupBy(values, ({ orgUnitId }) => orgUnitId)].map(([school, own]) => ({
      school,
      values: Object.fromEntries(own.map(({ variable, count, total }) => [variable, count / total])),
    }));
    const indexed = contextIndexes(schools, variables).schools;
    if (indexed.length > 0) return new Map(indexed.map(({ school, index }) => [school, index]));
  }
  return new Map();
}
