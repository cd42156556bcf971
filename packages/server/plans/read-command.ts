import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { en, ru } from '@opora/domain/basics/file-refusal-catalog.ts';
import { readDocumentJson } from '@opora/domain/plans/read-document-json.ts';
import { readPlanDocument } from '@opora/domain/plans/read-plan-document.ts';
import { findTools } from '@opora/office/find-tools.ts';
import { readFile } from '@opora/office/read-file.ts';
import { refuseTooLarge } from '@opora/office/read-limits.ts';
import type { Command, CommandSurroundings } from '../platform/command.ts';
import { commandTexts } from '../platform/command-catalog.ts';
import { readReport } from './read-report.ts';

/** `opora read FILE [--json] [--lang ru|en]`: what was understood of a document, for a person or as JSON. */
export const readCommand: Command = async (args, surroundings) => {
  const language: Language =
    args.includes('--lang') && args[args.indexOf('--lang') + 1] === 'en' ? 'en' : 'ru';
  const [path] = args.filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--lang');
  if (path === undefined) {
    surroundings.warn(`${commandTexts[language].usage}\n`);
    return 2;
  }
  const size = await stat(path)
    .then((file) => (file.isFile() ? file.size : null))
    .catch(() => null);
  if (size === null) {
    surroundings.warn(`${commandTexts[language].fileMissing(basename(path))}\n`);
    return 1;
  }
  return print(path, size, { json: args.includes('--json'), language, surroundings });
};

type PrintOptions = {
  readonly json: boolean;
  readonly language: Language;
  readonly surroundings: CommandSurroundings;
};

async function print(path: string, size: number, options: PrintOptions): Promise<number> {
  const { json, language, surroundings } = options;
  const fileName = basename(path);
  try {
    refuseTooLarge(size, fileName);
    const tools = await findTools(surroundings.environment['PATH'] ?? '');
    const read = readPlanDocument(await readFile(await readBytes(path), { fileName, tools }));
    surroundings.print(
      json
        ? `${JSON.stringify(readDocumentJson(read, language), null, 2)}\n`
        : readReport(read, language, surroundings.width),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    surroundings.warn(`${{ ru, en }[language][error.code](error.facts)}\n`);
    return 1;
  }
}
