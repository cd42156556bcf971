import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { en, ru } from '@opora/domain/basics/file-refusal-catalog.ts';
import { shippedScales } from '@opora/domain/results/shipped-scales.ts';
import { refuseTooLarge } from '@opora/office/read-limits.ts';
import type { Command } from '../platform/command.ts';
import { commandTexts } from '../platform/command-catalog.ts';
import { readResultBytes } from './read-result-bytes.ts';
import { resultsReport } from './results-report.ts';

/**
 * `opora results FILE [--json] [--lang ru|en]`: what was understood of a file of examination results. Pupils are added up while they are read: nothing
 * printed tells one from another. Ends with 1 when no table of results was found.
 */
export const resultsCommand: Command = async (args, { print, warn }) => {
  const language: Language =
    args[args.indexOf('--lang') + 1] === 'en' && args.includes('--lang') ? 'en' : 'ru';
  const [path] = args.filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--lang');
  if (path === undefined) {
    warn(`${commandTexts[language].usage}\n`);
    return 2;
  }
  const fileName = basename(path);
  const size = await stat(path)
    .then((file) => (file.isFile() ? file.size : null))
    .catch(() => null);
  if (size === null) {
    warn(`${commandTexts[language].fileMissing(fileName)}\n`);
    return 1;
  }
  try {
    refuseTooLarge(size, fileName);
    const read = await readResultBytes(await readFile(path), shippedScales);
    if (args.includes('--json')) print(`${JSON.stringify(read, null, 2)}\n`);
    else for (const line of resultsReport(read, language)) print(line);
    return read.reports.length > 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    warn(`${{ ru, en }[language][error.code]({ ...error.facts, fileName })}\n`);
    return 1;
  }
};
