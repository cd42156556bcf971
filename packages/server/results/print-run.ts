import type { IdentificationRun } from '@opora/domain/results/identification-run.ts';
import { type PrintedSchool, printList } from '@opora/domain/results/printed-list.ts';
import type { ResultSheet } from '@opora/domain/results/result-sheet.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import type { Call } from '../platform/mount.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { listSchoolVerdicts, listVerdicts } from './verdict-queries.ts';

/** The list as sheets of a workbook. What is hidden above the school level is hidden whoever asks: a file goes on to others. */
export async function printRun(run: IdentificationRun, { tx }: Pick<Call, 'tx'>): Promise<ResultSheet[]> {
  const units = await listOrgUnits(tx);
  const found = new Map(
    (await listVerdicts(tx, { run, isOwn: () => false })).map((verdict) => [verdict.orgUnitId, verdict]),
  );
  const listed = await listSchoolVerdicts(tx, { runId: run.id, verdict: 'listed' });
  const reasons = new Map(listed.map((one) => [one.orgUnitId, one.shown.reasons]));
  const municipalities = units.filter(({ kind }) => kind === 'municipality');
  // Units come by their names: those of one municipality keep that order.
  const schools = units.flatMap((unit): PrintedSchool[] => {
    const own = found.get(unit.id);
    if (own === undefined) return [];
    return [
      {
        municipality: placeOf(unit, municipalities),
        school: unit.name,
        verdict: own,
        reasons: reasons.get(unit.id) ?? null,
      },
    ];
  });
  const sorted = schools.toSorted((one, other) => one.municipality.localeCompare(other.municipality, 'ru'));
  return printList(run, sorted);
}

function placeOf(unit: OrgUnit, municipalities: readonly OrgUnit[]): string {
  return municipalities.find(({ scope }) => isWithin(unit.scope, scope))?.shortName ?? '';
}
