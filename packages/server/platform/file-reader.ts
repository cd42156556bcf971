import { parentPort } from 'node:worker_threads';
import type { FileRefusalCode } from '@opora/domain/basics/file-refusal.ts';
import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { openWorkerPool, type WorkerLimits, type WorkerMessage, WorkerStopped } from './worker-pool.ts';

/** What the script of a reading thread posts: what it read, or why the file cannot be read. */
type FileAnswer<Read> =
  | { readonly read: Read }
  | {
      readonly refused: {
        readonly code: FileRefusalCode;
        readonly limit: number | null;
        readonly found: number | null;
      };
    };

/** Told how much of a file has been read, from 0 to 1. */
export type TellShare = (share: number) => void;

/** The script of a reading thread: files in one by one, what was read of each out. */
export function readFilesAsThread<Task, Read>(read: (task: Task, tell: TellShare) => Promise<Read>): void {
  parentPort?.on('message', (task: Task) => void answerTo(task, read));
}

/** An error that is not the file's own is a defect: it ends the thread, and the pool tells that it crashed. */
async function answerTo<Task, Read>(
  task: Task,
  read: (task: Task, tell: TellShare) => Promise<Read>,
): Promise<void> {
  const post = (message: WorkerMessage<number, FileAnswer<Read>>): void => parentPort?.postMessage(message);
  try {
    post({ answer: { read: await read(task, (share) => post({ progress: share })) } });
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const { code, facts } = error;
    post({ answer: { refused: { code, limit: facts.limit, found: facts.found } } });
  }
}

/** Files at once, read and waiting. Each holds a connection to the database meanwhile, and the others must be left for everybody else. */
const filesMax = 3;

/** Reads uploaded files in a thread of its own while a request waits: reading takes seconds, in which the server must go on answering. */
export function openFileReader<Task, Read>(script: URL, limits: WorkerLimits) {
  const pool = openWorkerPool<Task, number, FileAnswer<Read>>(script, limits);
  let files = 0;
  return {
    close: () => pool.close(),
    /** Throws the refusal that a person can act on. */
    read: async (fileName: string, load: () => Promise<Task>, onShare?: TellShare): Promise<Read> => {
      if (files >= filesMax) throw new Refusal('try-again');
      files += 1;
      const answer = await pool
        .run(load, onShare === undefined ? {} : { onProgress: onShare })
        .catch((error: unknown) => refuseStopped(error, fileName, limits.secondsMax))
        .finally(() => {
          files -= 1;
        });
      if ('read' in answer) return answer.read;
      const { code, limit, found } = answer.refused;
      throw new Refusal('file-refused', {
        reason: code,
        fileName,
        ...(limit === null ? {} : { limit }),
        ...(found === null ? {} : { found }),
      });
    },
  };
}

export type FileReader<Task, Read> = ReturnType<typeof openFileReader<Task, Read>>;

function refuseStopped(error: unknown, fileName: string, limit: number): never {
  if (!(error instanceof WorkerStopped)) throw error;
  const reason = error.reason === 'time' ? 'took-too-long' : 'broken';
  throw new Refusal('file-refused', { reason, fileName, limit });
}
