import type { FileRefusalCode } from '../basics/file-refusal.ts';

/** Why a document was not read: the file's own fault, or that of the reading. */
export type DraftFailureCode = FileRefusalCode | 'reader-stopped' | 'reading-interrupted';
