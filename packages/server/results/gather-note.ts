import { isWithin } from '@opora/domain/basics/actor.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type {
  NoteCounts,
  NoteInput,
  NoteList,
  NoteProcedure,
  SignedSchool,
} from '@opora/domain/results/note/analytic-note.ts';
import { signWords } from '@opora/domain/results/note/sign-words.ts';
import type { ObjectivitySign } from '@opora/domain/results/objectivity-signs.ts';
import { isOfJournal } from '@opora/domain/results/exam-kind.ts';
import { lowInYear } from '@opora/domain/results/run-schools.ts';
import { ruleWords } from '@opora/domain/results/rule-words.ts';
import { procedureWords, verdictTexts } from '@opora/domain/results/verdict-catalog.ts';
import type { TerritoryResults } from '@opora/domain/results/results-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { getTerritoryResults } from './get-territory-results.ts';
import { listSignedSchools } from './list-signed-schools.ts';
import { listRuns } from './run-queries.ts';
import { listSchoolVerdicts } from './verdict-queries.ts';
import { listProcedureYears, type YearProcedure } from './result-sum-queries.ts';

type Asked = { readonly unit: OrgUnit; readonly year: number };

/** What a note says of a region or a municipality, out of what its pages show to the same person. Throws for other organisations and years without results. */
export async function gatherNote({ unit, year }: Asked, call: Call): Promise<NoteInput> {
  if (unit.kind !== 'region' && unit.kind !== 'municipality') throw new Refusal('not-found');
  const chosen = (await listProcedureYears(call.tx))
    .filter(({ kind, years }) => years.includes(year) && !isOfJournal(kind))
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
    list: await findList({ unit, year }, units, call),
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

/** The list in force that the territory belongs to, with its own schools; null where none was approved. */
async function findList(
  { unit, year }: Asked,
  units: readonly OrgUnit[],
  { tx }: Pick<Call, 'tx'>,
): Promise<NoteList | null> {
  const run = (await listRuns(tx)).find(
    (one) => one.year === year && one.state === 'approved' && isWithin(unit.scope, one.scope),
  );
  if (run === undefined || run.act === null) return null;
  const listed = (await listSchoolVerdicts(tx, { runId: run.id, verdict: 'listed' })).filter(({ scope }) =>
    isWithin(scope, unit.scope),
  );
  const verdicts = new Map(listed.map((one) => [one.orgUnitId, one]));
  return {
    act: `Список утверждён: приказ от ${formatDate(run.act.actOn)} № ${run.act.actNumber}`,
    rule: ruleWords(run.methodology, 'ru'),
    schools: byPlace(units).flatMap(({ id, school, municipality }) => {
      const found = verdicts.get(id);
      if (found === undefined) return [];
      const low = lowInYear(found.shown.reasons, year);
      return [
        {
          municipality,
          school,
          certainty: verdictTexts.ru.certainties[found.shown.certainty],
          low: low.map((procedure) => procedureWords(procedure, 'ru')),
        },
      ];
    }),
  };
}

function signedOf(
  units: readonly OrgUnit[],
  signs: ReadonlyMap<string, ReadonlySet<ObjectivitySign['code']>>,
): SignedSchool[] {
  return byPlace(units).flatMap(({ id, municipality, school }) => {
    const codes = signs.get(id);
    return codes === undefined
      ? []
      : [{ municipality, school, signs: [...codes].map((code) => signWords[code]) }];
  });
}

/** Units by the names of their municipalities; they come by their own names, and those of one municipality keep that order. */
function byPlace(units: readonly OrgUnit[]): { id: string; school: string; municipality: string }[] {
  const municipalities = units.filter(({ kind }) => kind === 'municipality');
  const placeOf = (unit: OrgUnit): string =>
    municipalities.find(({ scope }) => isWithin(unit.scope, scope))?.shortName ?? '';
  return units
    .map((unit) => ({ id: unit.id, school: unit.shortName, municipality: placeOf(unit) }))
    .toSorted((one, other) => one.municipality.localeCompare(other.municipality, 'ru'));
}
