import { createHash, randomUUID } from 'node:crypto';
import { procedureKey } from '@opora/domain/results/procedure.ts';
import type { ExamImportCounts } from '@opora/domain/results/exam-import-contract.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { rootScope, systemEntry } from '../platform/system-entry.ts';
import { write } from '../platform/transaction.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { insertExamCounts } from '../results/exam-count-queries.ts';
import {
  type InventedHabit,
  type InventedSchool,
  inventedWorks,
  inventResults,
  seededChance,
} from './invented-results.ts';

const importedBy = 'region@demo.opora';
const yearsBack = 5;
/** Schools whose marks ask for a closer look. */
const habits: ReadonlyMap<string | null, InventedHabit> = new Map([
  ['edu990010', 'lenient'],
  ['edu990020', 'lenient'],
  ['edu990018', 'generous'],
  ['edu990022', 'drilled'],
]);

/** Results of five years in every school of the demonstration, as an import of today would have left them; the same at every start. */
export async function loadDemoResults(parts: ServerParts): Promise<void> {
  const operating = { name: 'loadDemo', requestId: 'demo', at: parts.clock() };
  await write(parts.database, systemEntry, operating, async (tx) => {
    const schools = (await listOrgUnits(tx)).filter(({ kind }) => kind === 'school');
    const person = await tx
      .selectFrom('person')
      .select('id')
      .where('email', '=', importedBy)
      .executeTakeFirstOrThrow();
    const years = lastExamYears(isoDateIn(parts.clock()));
    const chance = seededChance(20_260_901);
    const counts = schools
      .toSorted((one, other) => ((one.code ?? '') < (other.code ?? '') ? -1 : 1))
      .flatMap((school) =>
        inventResults(schoolLike(school, chance), years, chance).map((count) => ({
          ...count,
          id: randomUUID(),
          orgUnitId: school.id,
          scope: school.scope,
          scaleVersion: null,
        })),
      );
    await insertExamCounts(tx, counts);
    await insertDemoImport(tx, counts, { person: person.id, at: parts.clock() });
    await insertDemoScales(tx, years, { person: person.id, at: parts.clock() });
  });
}

/** Years of works that are over by the day: results of a year are known by its July. */
export function lastExamYears(today: string): number[] {
  const last = Number(today.slice(0, 4)) - (today.slice(5) < '07-01' ? 1 : 0);
  return Array.from({ length: yearsBack }, (_, at) => last - yearsBack + 1 + at);
}

/** Village schools are small; a basic school (ООШ) teaches fewer than a secondary one. */
function schoolLike({ shortName, settlement, code }: OrgUnit, chance: () => number): InventedSchool {
  const town = /^г\.|^пгт/.test(settlement ?? '');
  const basic = shortName.startsWith('ООШ');
  const size = Math.round((town ? 38 : 11) * (basic ? 0.5 : 1) * (0.7 + 0.9 * chance()));
  return {
    size,
    level: (town ? 0.5 : 0.42) + 0.2 * (chance() - 0.4),
    trend: 0.02 * (chance() - 0.4),
    habit: habits.get(code) ?? null,
  };
}

type By = { readonly person: string; readonly at: Date };

async function insertDemoImport(
  tx: Tx,
  counts: readonly Parameters<typeof insertExamCounts>[1][number][],
  { person, at }: By,
): Promise<void> {
  const importId = randomUUID();
  await tx
    .insertInto('exam_import')
    .values({
      id: importId,
      scope: rootScope,
      created_by: person,
      created_at: at,
      file_name: 'Результаты и годовые отметки Заречной области.xlsx',
      sha256: createHash('sha256').update('demo').digest('hex'),
      state: 'applied',
      reading: '{}',
      mapping: '{}',
      counts: JSON.stringify({
        layouts: ['individual', 'subject-summary'],
        schools: new Set(counts.map(({ orgUnitId }) => orgUnitId)).size,
        procedures: new Set(counts.map(({ year, procedure }) => `${year} ${procedureKey(procedure)}`)).size,
        added: counts.length,
        changed: 0,
        kept: 0,
        leftOut: 0,
      } satisfies ExamImportCounts),
      applied_at: at,
      version: 2,
    })
    .execute();
  const rows = counts.map(({ orgUnitId, scope, year, procedure, ...rest }) => ({
    id: randomUUID(),
    exam_import_id: importId,
    applied_at: at,
    org_unit_id: orgUnitId,
    scope,
    year,
    kind: procedure.kind,
    grade: procedure.grade,
    exam_subject: procedure.subject,
    count: JSON.stringify({
      participants: rest.participants,
      below: rest.below,
      marks: rest.marks,
      scores: rest.scores,
      journal: rest.journal,
      gaps: rest.gaps,
      tasks: rest.tasks,
      scaleVersion: null,
    }),
  }));
  await inBatches(rows, (batch) =>
    tx
      .insertInto('exam_part')
      .values([...batch])
      .execute(),
  );
}

async function insertDemoScales(tx: Tx, years: readonly number[], { person, at }: By): Promise<void> {
  const rows = years.flatMap((year) =>
    inventedWorks.map(({ procedure, taskPoints, marks }) => ({
      id: randomUUID(),
      scope: rootScope,
      year,
      kind: procedure.kind,
      grade: procedure.grade,
      exam_subject: procedure.subject,
      version: 2,
      minimum: marks[0],
      marks: [...marks],
      score_max: taskPoints.reduce((sum, points) => sum + points, 0),
      condition: null,
      source: 'Учебная шкала демонстрационного региона',
      created_by: person,
      created_at: at,
    })),
  );
  await tx.insertInto('exam_scale').values(rows).execute();
}
