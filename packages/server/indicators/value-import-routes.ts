import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { scopesWith } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import {
  valueImportContract,
  type ValueImportEntry,
} from '@opora/domain/indicators/value-import-contract.ts';
import { readValueSheets } from '@opora/domain/indicators/value-sheet.ts';
import { schoolFinder } from '@opora/domain/results/school-finder.ts';
import { type Call, type Means, mount, type UploadCall } from '../platform/mount.ts';
import { listAllAliases } from '../registry/alias-queries.ts';
import { readUploadedSheets } from '../registry/read-uploaded-sheets.ts';
import { openSheetReader, type SheetReader } from '../registry/register-sheets.ts';
import { applyValueImport, undoValueImport } from './apply-value-import.ts';
import { listDefinitions } from './list-definitions.ts';
import { isAskedOf } from '@opora/domain/indicators/is-asked-of.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import {
  compareValueImport,
  countsOfValues,
  listEnteredSchools,
  reviewValueImport,
} from './review-value-import.ts';
import {
  findValueImport,
  getValueImportEntry,
  holdValueImport,
  insertValueImport,
  listValueImports,
  updateValueImport,
  type ValueImport,
} from './value-import-queries.ts';

export function mountValueImport(app: FastifyInstance, means: Means): void {
  const reader = openSheetReader();
  app.addHook('onClose', () => reader.close());
  mount(app, means, valueImportContract, {
    listValueImports: (_input, { tx }) => listValueImports(tx),
    uploadValues: ({ body }, call) => uploadValues(call, body.period, reader),
    getValueImport: async ({ params }, { tx, allow, actor }) => {
      const known = await findValueImport(tx, params.valueImportId);
      if (known === undefined) throw new Refusal('not-found');
      allow('indicators.enter', known);
      return reviewValueImport(tx, known, { entry: await getValueImportEntry(tx, known.id), actor });
    },
    applyValueImport: async ({ params, body }, call) => {
      const draft = await hold(params.valueImportId, call);
      if (draft.state === 'draft' && draft.version !== body.version) throw new Refusal('changed-meanwhile');
      await applyValueImport(call, draft);
      return getValueImportEntry(call.tx, draft.id);
    },
    undoValueImport: async ({ params }, call) => {
      const applied = await hold(params.valueImportId, call);
      await undoValueImport(call, applied);
      return getValueImportEntry(call.tx, applied.id);
    },
    discardValueImport: async ({ params }, call) => {
      const draft = await hold(params.valueImportId, call);
      if (draft.state !== 'draft') throw new Refusal('value-import-applied');
      await updateValueImport(call.tx, { ...draft, state: 'discarded', version: draft.version + 1 });
      return {};
    },
  });
}

async function hold(id: string, { tx, allow }: Call): Promise<ValueImport> {
  const known = await holdValueImport(tx, id);
  if (known === undefined) throw new Refusal('not-found');
  allow('indicators.enter', known);
  return known;
}

/** Schools that the person may not enter for are no schools of this file. */
async function uploadValues(
  call: UploadCall,
  period: string,
  reader: SheetReader,
): Promise<ValueImportEntry> {
  const { tx, actor, now, files } = call;
  const [file] = files;
  const [scope] = scopesWith(actor, 'indicators.enter');
  if (file === undefined || scope === undefined) throw new Refusal('input-invalid');
  const sheets = await readUploadedSheets(call, reader, file);
  const findSchool = schoolFinder(await listEnteredSchools(tx, actor), await listAllAliases(tx));
  const all = currentIndicators(await listDefinitions(tx));
  const indicators = all.filter((one) => isAskedOf(one, 'school'));
  const { values, problems } = readValueSheets(sheets, { indicators, findSchool });
  if (values.length === 0 && problems.length === 0) throw new Refusal('value-import-no-heads');
  const reading = { values: [...values], problems: [...problems] };
  const draft: ValueImport = {
    id: randomUUID(),
    scope,
    period,
    fileName: file.name,
    state: 'draft',
    reading,
    before: [],
    counts: countsOfValues(await compareValueImport(tx, { reading, period }, actor), problems.length),
    createdBy: actor.personId,
    createdAt: now,
    appliedAt: null,
    version: 1,
  };
  await insertValueImport(tx, draft);
  return getValueImportEntry(tx, draft.id);
}
