import type { FileAnswer } from './mount.ts';

/** A document for a word processor under the name without its ending. */
export const docxAnswer = (bytes: Uint8Array, name: string): FileAnswer => ({
  bytes,
  name: `${allowedInNames(name)}.docx`,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
});

/** Without what file systems refuse. */
export const allowedInNames = (name: string): string => name.replaceAll(/[\\/:*?"<>|]/g, '-');
