import { randomUUID } from 'node:crypto';
import { schoolYearStartOf } from '@opora/domain/basics/school-calendar.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { resilientLimits } from '@opora/domain/results/context-regression.ts';
import { type PassportCode, passportCodes, passportGroup } from '@opora/domain/results/social-passport.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { write } from '../platform/transaction.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { listExamCounts, type SchoolCount } from '../results/exam-count-queries.ts';
import { putPassportValues } from '../results/passport-queries.ts';
import { seededChance } from './invented-results.ts';

const enteredBy = 'region@demo.opora';

/** Shares as towns know them; the second number is how much a hard context adds. */
const shares: Readonly<Record<PassportCode, readonly [usual: number, harder: number]>> = {
  X01: [0.42, -0.1],
  X02: [0.2, -0.1],
  X03: [0.88, -0.12],
  X04: [0.8, -0.1],
  X05: [0.06, 0.12],
  X06: [0.02, 0.01],
  X07: [0, 0.004],
  X08: [0.015, 0.05],
  X09: [0.18, 0.2],
  X10: [0.2, 0.16],
  X11: [0.3, -0.26],
  X12: [0.26, -0.14],
  X13: [0.01, 0.06],
  X14: [0.02, 0.08],
  X15: [0.01, 0.02],
  X16: [0.03, 0.14],
  X17: [0.03, 0.07],
  X18: [0.03, 0.3],
  X19: [0.03, 0.05],
};

/** A passport of this and the last school year for every school; one school has not said everything. The same at every start. */
export async function loadDemoPassports(parts: ServerParts): Promise<void> {
  const at = parts.clock();
  await write(parts.database, systemEntry, { name: 'loadDemo', requestId: 'demo', at }, async (tx) => {
    const schools = (await listOrgUnits(tx)).filter(({ kind }) => kind === 'school');
    const { id: personId } = await tx
      .selectFrom('person')
      .select('id')
      .where('email', '=', enteredBy)
      .executeTakeFirstOrThrow();
    const chance = seededChance(20_261_001);
    const last = schoolYearStartOf(isoDateIn(at));
    const hardnessOf = hardnessByResults(await listExamCounts(tx, { kind: 'ОГЭ' }));
    const contexts = schools
      .toSorted((one, other) => ((one.code ?? '') < (other.code ?? '') ? -1 : 1))
      .map((school, place) => ({
        ...sizeOf(school, chance),
        school,
        hardness: Math.min(1, hardnessOf(school.id) + 0.3 * chance()),
        isPartial: place === 5,
      }));
    for (const schoolYearStart of [last - 1, last]) {
      const values = contexts.flatMap((context) => passportOf(context, chance));
      // oxlint-disable-next-line no-await-in-loop -- two years, one after another in one transaction
      await putPassportValues(tx, values, { schoolYearStart, personId, at });
    }
  });
}

type Context = {
  readonly school: OrgUnit;
  readonly pupils: number;
  readonly teachers: number;
  /** 0 for the easiest context, 1 for the hardest. */
  readonly hardness: number;
  readonly isPartial: boolean;
};

/** A hard context goes with results below the minimum, as it mostly does; the best of the large schools is the exception that such pages are made for. */
function hardnessByResults(counts: readonly SchoolCount[]): (school: string) => number {
  const bySchool = [...Map.groupBy(counts, ({ orgUnitId }) => orgUnitId)].map(([school, all]) => ({
    school,
    least: Math.min(...all.map(({ participants }) => participants)),
    share:
      sum(all.map(({ below }) => below ?? 0)) / Math.max(1, sum(all.map(({ participants }) => participants))),
  }));
  const exception = bySchool
    .filter(({ least }) => least >= resilientLimits.participantsMin)
    .toSorted((one, other) => one.share - other.share)[0]?.school;
  const shareOf = new Map(bySchool.map(({ school, share }) => [school, share]));
  return (school) => (school === exception ? 0.9 : 0.05 + 1.8 * (shareOf.get(school) ?? 0));
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** Towns have larger schools. */
function sizeOf(
  { settlement, shortName }: OrgUnit,
  chance: () => number,
): Pick<Context, 'pupils' | 'teachers'> {
  const isTown = /^г\.|^пгт/.test(settlement ?? '');
  const pupils = Math.round(
    (isTown ? 420 : 110) * (shortName.startsWith('ООШ') ? 0.5 : 1) * (0.7 + 0.7 * chance()),
  );
  return { pupils, teachers: Math.max(6, Math.round(pupils / 13)) };
}

function passportOf({ school, pupils, teachers, hardness, isPartial }: Context, chance: () => number) {
  const said = passportCodes.filter((code) => !isPartial || (code !== 'X17' && code !== 'X19'));
  return said.map((variable) => {
    const total = passportGroup(variable) === 'pupils' ? pupils : teachers;
    const [usual, harder] = shares[variable];
    const share = Math.max(0, (usual + harder * hardness) * (0.75 + 0.5 * chance()));
    const count = Math.min(total, Math.round(share * total));
    return { id: randomUUID(), orgUnitId: school.id, scope: school.scope, variable, count, total };
  });
}
