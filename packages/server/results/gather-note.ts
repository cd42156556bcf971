import { isWithin } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type {
  NoteCounts,
  NoteInput,
  NoteProcedure,
  SignedSchool,
} from '@opora/domain/results/note/analytic-note.ts';
import { signWords } from '@opora/domain/results/note/sign-words.ts';
import type { ObjectivitySign } from '@opora/domain/results/objectivity-signs.ts';
import { journalKinds } from '@opora/domain/results/reading/read-journal-summary.ts';
import type { TerritoryResults } from '@opora/domain/results/results-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { getTerritoryResults } from './get-territory-results.ts';
import { listSignedSchools } from './list-signed-schools.ts';
import { listProcedureYears, type YearProcedure } from './result-sum-queries.ts';

type Asked = { readonly unit: OrgUnit; readonly year: number };

/** What a note says of a region or a municipality, out of what its pages show to the same person. Throws for other organisations and years without results. */
export async function gatherNote({ unit, year }: Asked, call: Call): Promise<NoteInput> {
  if (unit.kind !== 'region' && unit.kind !== 'municipality') throw new Refusal('not-found');
  const journals: readonly string[] = Object.values(journalKinds);
  const chosen = (await listProcedureYears(call.tx))
    .filter(({ kind, years }) => years.includes(year) && !journals.includes(kind))
    .map(({ kind, grade, subject }): YearProcedure => ({ year, kind, grade, subject }));
  const units = await listOrgUnits(call.tx);
  const inside = new Set(units.filter(({ scope }) => isWithin(scope, unit.scope)).map(({ id }) => id));
  const procedures: NoteProcedure[] = [];
  const signs = new Map<string, Set<ObjectivitySign['code']>>();
  for (const one of chosen) {
    // One after another: they share a transaction.
    // oxlint-disable-next-line no-await-in-loop
    const told = procedureOf(one, await getTerritoryResults(one, call), { unit, inside });
    if (told !== null) procedures.push(told);
    // oxlint-disable-next-line no-await-in-loop
    for (const [school, codes] of await listSignedSchools(one, unit.scope, call))
      signs.set(school, new Set([...(signs.get(school) ?? []), ...codes]));
  }
  if (procedures.length === 0) throw new Refusal('results-none-of-year', { year });
  return {
    territory: unit.name,
    partKind: unit.kind === 'region' ? 'municipality' : 'school',
    year,
    madeOn: isoDateIn(call.now),
    procedures,
    signed: signedOf(units, signs),
    list: null,
  };
}

type Where = { readonly unit: OrgUnit; readonly inside: ReadonlySet<string> };

/** Null where the territory has no results in the procedure. */
function procedureOf(
  { kind, grade, subject }: YearProcedure,
  { region, municipalities, schools, dynamics }: TerritoryResults,
  { unit, inside }: Where,
): NoteProcedure | null {
  const isRegion = unit.kind === 'region';
  const whole = isRegion ? region : municipalities.find(({ id }) => id === unit.id);
  if (whole === null || whole === undefined) return null;
  const parts = isRegion ? municipalities : schools.filter(({ id }) => inside.has(id));
  return {
    procedure: { kind, grade, subject },
    whole: countsOf(whole.results),
    parts: parts.map(({ name, results }) => ({ name, ...countsOf(results) })),
    years: (dynamics.find(({ id }) => id === unit.id)?.years ?? []).map((counts) => ({
      year: counts.year,
      ...countsOf(counts),
    })),
  };
}

const countsOf = ({ assessed, below }: NoteCounts): NoteCounts => ({ assessed, below });

/** Units come by their names: so do the schools of each municipality. */
function signedOf(
  units: readonly OrgUnit[],
  signs: ReadonlyMap<string, ReadonlySet<ObjectivitySign['code']>>,
): SignedSchool[] {
  const municipalities = units.filter(({ kind }) => kind === 'municipality');
  const placeOf = (unit: OrgUnit): string =>
    municipalities.find(({ scope }) => isWithin(unit.scope, scope))?.shortName ?? '';
  return units
    .flatMap((unit) => {
      const codes = signs.get(unit.id);
      return codes === undefined
        ? []
        : [
            {
              municipality: placeOf(unit),
              school: unit.shortName,
              signs: [...codes].map((code) => signWords[code]),
            },
          ];
    })
    .toSorted((one, other) => one.municipality.localeCompare(other.municipality, 'ru'));
}
