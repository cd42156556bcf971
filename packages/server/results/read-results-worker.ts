import type { ExamReading } from '@opora/domain/results/exam-reading.ts';
import type { ScoreScale } from '@opora/domain/results/score-scale.ts';
import { readFilesAsThread } from '../platform/file-reader.ts';
import { keptReading, readResultBytes } from './read-result-bytes.ts';

export type ResultsTask = { readonly bytes: Uint8Array; readonly scales: readonly ScoreScale[] };

readFilesAsThread<ResultsTask, ExamReading>(async ({ bytes, scales }, tell) =>
  keptReading(await readResultBytes(bytes, scales, tell)),
);
