import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { scopesWith } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import {
  registerImportContract,
  type RegisterImportEntry,
} from '@opora/domain/registry/register-import-contract.ts';
import { recogniseLayout } from '@opora/domain/registry/register-layout.ts';
import type { Db } from '../platform/database.ts';
import { mount, type Call, type UploadCall } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { applyRegister } from './apply-register.ts';
import {
  deleteRegisterImport,
  entryOfImport,
  findRegisterImport,
  insertRegisterImport,
  listRegisterImports,
  type RegisterImport,
  updateRegisterImport,
} from './register-import-queries.ts';
import { openSheetReader, type SheetReader } from './register-sheets.ts';
import { readUploadedSheets } from './read-uploaded-sheets.ts';
import { reviewRegister } from './review-register.ts';
import { undoRegister } from './undo-register.ts';
import type { FollowUnits } from './unit-use-queries.ts';

export function mountRegisterImport(
  app: FastifyInstance,
  means: { parts: ServerParts; identify: Identify; followUnits: FollowUnits },
): void {
  const reader = openSheetReader();
  app.addHook('onClose', () => reader.close());
  mount(app, means, registerImportContract, {
    listRegisterImports: (_input, { tx, actor }) => listRegisterImports(tx, actor.personId),
    uploadRegister: (_input, call) => uploadRegister(call, reader),
    getRegisterReview: async ({ params }, { tx, actor, allow }) =>
      reviewRegister(tx, await getImport(tx, params.importId, allow), actor),
    changeRegisterLayout: async ({ params, body }, { tx, actor, allow }) => {
      const known = await getImport(tx, params.importId, allow);
      const { version, ...layout } = body;
      const changed = { ...known, layout, version: version + 1 };
      const review = await reviewRegister(tx, changed, actor);
      if (!(await updateRegisterImport(tx, changed))) throw new Refusal('changed-meanwhile');
      return review;
    },
    applyRegister: async ({ params, body }, call) => {
      const draft = await getImport(call.tx, params.importId, call.allow);
      return applyRegister(call, { ...draft, version: body.version }, means.followUnits);
    },
    undoRegister: async ({ params }, call) =>
      undoRegister(call, await getImport(call.tx, params.importId, call.allow), means.followUnits),
    discardRegister: async ({ params }, { tx, allow }) => {
      const known = await getImport(tx, params.importId, allow);
      if (known.state !== 'draft') throw new Refusal('registry-import-applied');
      await deleteRegisterImport(tx, known.id);
      return {};
    },
  });
}

async function getImport(db: Db, id: string, allow: Call['allow']): Promise<RegisterImport> {
  const known = await findRegisterImport(db, id);
  if (known === undefined) throw new Refusal('not-found');
  allow('registry.manage', known);
  return known;
}

/** Keeps what was read of the file as a draft; the file itself is not kept. */
async function uploadRegister(call: UploadCall, reader: SheetReader): Promise<RegisterImportEntry> {
  const [file] = call.files;
  const [scope] = scopesWith(call.actor, 'registry.manage');
  if (file === undefined || scope === undefined) throw new Refusal('input-invalid');
  const sheets = await readUploadedSheets(call, reader, file);
  const draft: RegisterImport = {
    id: randomUUID(),
    scope,
    createdBy: call.actor.personId,
    createdAt: call.now,
    fileName: file.name,
    state: 'draft',
    sheets,
    layout: recogniseLayout(sheets),
    counts: null,
    appliedAt: null,
    version: 1,
  };
  await insertRegisterImport(call.tx, draft);
  return entryOfImport(draft);
}
