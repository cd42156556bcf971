import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { scopesWith } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { examImportContract, readRowsMax } from '@opora/domain/results/exam-import-contract.ts';
import type { ExamReading } from '@opora/domain/results/exam-reading.ts';
import { guessFacts } from '@opora/domain/results/guess-facts.ts';
import { firstMapping } from '@opora/domain/results/plan-exam-import.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { type FileReader, openFileReader } from '../platform/file-reader.ts';
import { type Call, type MemoryUploadCall, mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { applyExamImport, undoExamImport } from './apply-exam-import.ts';
import {
  deleteExamImport,
  deleteOwnDrafts,
  type ExamImport,
  findAppliedImport,
  findExamImport,
  getExamImportEntry,
  insertExamImport,
  listExamImports,
  updateExamImport,
} from './exam-import-queries.ts';
import { listEnteredScales, scalesAt } from './exam-scale-queries.ts';
import type { ResultsTask } from './read-results-worker.ts';
import { reviewExamImport } from './review-exam-import.ts';

const limits = { workersMax: 1, secondsMax: 120, heapMegabytesMax: 2_000 };

type ResultReader = {
  readonly reader: FileReader<ResultsTask, ExamReading>;
  /** Share of the file that a person has sent and waits for. */
  readonly shares: Map<string, number>;
};

export function mountExamImport(
  app: FastifyInstance,
  means: { parts: ServerParts; identify: Identify },
): void {
  const script = new URL('./read-results-worker.ts', import.meta.url);
  const reading: ResultReader = { reader: openFileReader(script, limits), shares: new Map() };
  app.addHook('onClose', () => reading.reader.close());
  mount(app, means, examImportContract, {
    listExamImports: (_input, { tx }) => listExamImports(tx),
    uploadExamResults: (_input, call) => uploadResults(call, reading),
    getReadingShare: async (_input, { actor }) => ({ share: reading.shares.get(actor.personId) ?? null }),
    getExamImportReview: async ({ params }, call) =>
      reviewExamImport(call.tx, await getDraft(call.tx, params.examImportId, call.allow), call),
    changeExamMapping: async ({ params, body: { version, ...mapping } }, call) => {
      const known = await getDraft(call.tx, params.examImportId, call.allow);
      const changed = { ...known, mapping, version: version + 1 };
      if (!(await updateExamImport(call.tx, changed))) throw new Refusal('changed-meanwhile');
      return reviewExamImport(call.tx, changed, call);
    },
    applyExamImport: async ({ params, body }, call) => {
      const draft = await getImport(call.tx, params.examImportId, call.allow);
      return applyExamImport(call, { ...draft, version: body.version });
    },
    undoExamImport: async ({ params }, call) =>
      undoExamImport(call, await getImport(call.tx, params.examImportId, call.allow)),
    discardExamImport: async ({ params }, { tx, allow }) => {
      await deleteExamImport(tx, (await getDraft(tx, params.examImportId, allow)).id);
      return {};
    },
  });
}

async function getImport(db: Db, id: string, allow: Call['allow']): Promise<ExamImport> {
  const known = await findExamImport(db, id);
  if (known === undefined) throw new Refusal('not-found');
  allow('results.import', known);
  return known;
}

async function getDraft(db: Db, id: string, allow: Call['allow']): Promise<ExamImport> {
  const known = await getImport(db, id, allow);
  if (known.state !== 'draft') throw new Refusal('results-import-applied');
  return known;
}

/** Keeps what was read of the file as a draft; its bytes are nowhere but in memory. */
async function uploadResults(call: MemoryUploadCall, { reader, shares }: ResultReader) {
  const { tx, actor, now } = call;
  const [file] = call.files;
  const [scope] = scopesWith(actor, 'results.import');
  if (file === undefined || scope === undefined) throw new Refusal('input-invalid');
  const applied = await findAppliedImport(tx, file.sha256, scope);
  if (applied !== undefined) return { ...(await getExamImportEntry(tx, applied)), isKnown: true };
  const scales = scalesAt(await listEnteredScales(tx), scope);
  shares.set(actor.personId, 0);
  const reading = await reader
    .read(
      file.name,
      async () => ({ bytes: file.bytes, scales }),
      (share) => shares.set(actor.personId, share),
    )
    .finally(() => shares.delete(actor.personId));
  if (reading.reports.reduce((sum, { rows }) => sum + rows.length, 0) > readRowsMax)
    throw new Refusal('results-import-too-long', { rows: readRowsMax });
  const guessing = { reading, fileName: file.name, today: isoDateIn(now) };
  const draft: ExamImport = {
    id: randomUUID(),
    scope,
    createdBy: actor.personId,
    createdAt: now,
    fileName: file.name,
    sha256: file.sha256,
    state: 'draft',
    reading,
    mapping: firstMapping(reading, (report) => guessFacts(report, guessing)),
    counts: null,
    appliedAt: null,
    version: 1,
  };
  await deleteOwnDrafts(tx, actor.personId, file.sha256);
  await insertExamImport(tx, draft);
  return { ...(await getExamImportEntry(tx, draft.id)), isKnown: false };
}
