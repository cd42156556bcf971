import type { IdentificationRun } from '@opora/domain/results/identification-run.ts';
import { type PrintedSchool, printList } from '@opora/domain/results/printed-list.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { writeTablesXlsx } from '@opora/office/write-tables-xlsx.ts';
import { allowedInNames } from '../platform/docx-answer.ts';
import type { Call, FileAnswer } from '../platform/mount.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { listSchoolVerdicts, listVerdicts } from './verdict-queries.ts';

/** The list as a workbook. What is hidden above the school level is hidden whoever asks: a file goes on to others. */
export async function exportRun(run: IdentificationRun, { tx }: Pick<Call, 'tx'>): Promise<FileAnswer> {
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
  return {
    bytes: await writeTablesXlsx(printList(run, sorted)),
    name: `${allowedInNames(`Список школ ${run.year}`)}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
}

function placeOf(unit: OrgUnit, municipalities: readonly OrgUnit[]): string {
  return municipalities.find(({ scope }) => isWithin(unit.scope, scope))?.shortName ?? '';
}
