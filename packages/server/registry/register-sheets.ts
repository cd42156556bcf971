import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { SheetTable } from '@opora/domain/basics/sheet-table.ts';
import { registerRowsMax } from '@opora/domain/registry/register-import-contract.ts';
import { openWorkerPool, WorkerStopped } from '../platform/worker-pool.ts';
import type { SheetsAnswer, SheetsTask } from './read-sheets-worker.ts';

const limits = { workersMax: 1, secondsMax: 60, heapMegabytesMax: 1_500 };
const cellsMax = 2_000_000;
/** Files at once, read and waiting. Each holds a connection to the database meanwhile, and the others must be left for everybody else. */
const filesMax = 3;

/** Reads sheets of registers in a thread of its own. */
export function openSheetReader() {
  const pool = openWorkerPool<SheetsTask, never, SheetsAnswer>(
    new URL('./read-sheets-worker.ts', import.meta.url),
    limits,
  );
  let files = 0;
  return {
    close: () => pool.close(),
    /** Throws the refusal that a person can act on. */
    read: async (fileName: string, load: () => Promise<Uint8Array>): Promise<readonly SheetTable[]> => {
      if (files >= filesMax) throw new Refusal('try-again');
      files += 1;
      const answer = await pool
        .run(async () => ({ bytes: await load(), cellsMax }))
        .catch((error: unknown) => refuseStopped(error, fileName))
        .finally(() => {
          files -= 1;
        });
      if ('refused' in answer) {
        const { code, limit, found } = answer.refused;
        throw new Refusal('file-refused', {
          reason: code,
          fileName,
          ...(limit === null ? {} : { limit }),
          ...(found === null ? {} : { found }),
        });
      }
      const sheets = answer.sheets.filter(({ rows }) => rows.length > 1);
      if (sheets.length === 0) throw new Refusal('registry-import-no-rows');
      if (sheets.some(({ rows }) => rows.length > registerRowsMax)) {
        throw new Refusal('registry-import-too-long', { rows: registerRowsMax });
      }
      return sheets;
    },
  };
}

export type SheetReader = ReturnType<typeof openSheetReader>;

function refuseStopped(error: unknown, fileName: string): never {
  if (!(error instanceof WorkerStopped)) throw error;
  const reason = error.reason === 'time' ? 'took-too-long' : 'broken';
  throw new Refusal('file-refused', { reason, fileName, limit: limits.secondsMax });
}
