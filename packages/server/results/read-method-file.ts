import { readFile, stat } from 'node:fs/promises';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { methodFileFaults, methodFileTexts } from '@opora/domain/results/method-file-catalog.ts';
import { MethodFile } from '@opora/domain/results/methodology.ts';
import { shippedMethodologies } from '@opora/domain/results/shipped-methodologies.ts';
import { identifyTexts } from './identify-catalog.ts';

const bytesMax = 1_048_576;

/** A methodology for a year, or sentences on why there is none. */
export type ReadMethod = { readonly method: MethodFile } | { readonly faults: readonly string[] };

/** Reads `method.json`; a name without a file is that of a shipped methodology. The year of the call stands over that of the file. */
export async function readMethodFile(
  path: string,
  { year, language }: { readonly year: number | null; readonly language: Language },
): Promise<ReadMethod | null> {
  const shipped = shippedMethodologies.find(({ code }) => code === path);
  const texts = methodFileTexts[language];
  const json = shipped ?? (await readJson(path));
  if (json === null) return null;
  if (json === undefined) return { faults: [texts.notJson] };
  if (typeof json !== 'object' || Array.isArray(json)) return { faults: [texts.notObject] };
  const dated: object = year === null ? json : { ...json, year };
  if (!('year' in dated)) return { faults: [identifyTexts[language].noYear] };
  const parsed = MethodFile.safeParse(dated);
  return parsed.success ? { method: parsed.data } : { faults: methodFileFaults(parsed.error, texts) };
}

/** Null where there is no such file, undefined where it is not JSON. */
async function readJson(path: string): Promise<object | null | undefined> {
  const file = await stat(path).catch(() => null);
  if (file === null || !file.isFile()) return null;
  if (file.size > bytesMax) return undefined;
  try {
    const parsed: unknown = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
    return typeof parsed === 'object' && parsed !== null ? parsed : [];
  } catch {
    return undefined;
  }
}
