import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Paths of the programs of this machine that reading can use; null where one is missing. */
export type OfficeTools = { readonly soffice: string | null; readonly tesseract: string | null };

export const noTools: OfficeTools = { soffice: null, tesseract: null };

/** Installers for Windows and macOS do not put their programs on the search path. */
const usualFolders = [
  'C:\\Program Files\\LibreOffice\\program',
  'C:\\Program Files (x86)\\LibreOffice\\program',
  'C:\\Program Files\\Tesseract-OCR',
  '/Applications/LibreOffice.app/Contents/MacOS',
  '/opt/homebrew/bin',
  '/usr/local/bin',
  '/usr/bin',
];

/** Looks along `searchPath` (the PATH of the process) and in the usual folders. */
export async function findTools(searchPath: string): Promise<OfficeTools> {
  const folders = [...searchPath.split(delimiter).filter((folder) => folder !== ''), ...usualFolders];
  const [soffice, tesseract] = await Promise.all([find(folders, 'soffice'), find(folders, 'tesseract')]);
  return { soffice, tesseract };
}

async function find(folders: readonly string[], name: string): Promise<string | null> {
  for (const folder of folders) {
    for (const file of [join(folder, name), join(folder, `${name}.exe`)]) {
      const runs = await access(file, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (runs) return file;
    }
  }
  return null;
}
