import { posix } from 'node:path';

/** A feature may import the features above it in this list, and what is not a feature at all (basics, platform, ui). */
const features = [
  'accounts',
  'registry',
  'results',
  'indicators',
  'risks',
  'plans',
  'cascade',
  'reminders',
  'support',
  'decisions',
  'documents',
  'overview',
];

/** Which packages a package may use. */
const arrow: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  office: ['domain'],
  server: ['domain', 'office'],
  web: ['domain'],
};

/** Folders of a package that every feature may use and that use no feature. */
const ground = ['basics', 'platform', 'ui'];

const forbiddenNames = /^(index|utils|helpers|common|misc|types|service|manager|base)\.tsx?$/;

/** What a pure function may not ask for. */
const clockOrChance = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\./;

/** Faults of one source file, as lines for a person. `file` is relative to `packages`, with `/`. */
export function layerFaults(file: string, source: string): string[] {
  const faults = forbiddenNames.test(posix.basename(file)) ? [`${file}: name it after what it holds`] : [];
  if (/\.test\.tsx?$/.test(file) || file.includes('/testing/')) return faults;
  for (const target of importedFiles(file, source)) {
    const reason = refusal(partOf(file), partOf(target));
    if (reason !== null) faults.push(`${file}: imports ${target}: ${reason}`);
  }
  if (file.startsWith('domain/') && clockOrChance.test(source)) {
    faults.push(`${file}: reads the clock or draws lots: take the value as an argument`);
  }
  return faults;
}

type Part = { readonly packageName: string; readonly folder: string };

function partOf(file: string): Part {
  const [packageName = '', folder = '', ...rest] = file.split('/');
  return { packageName, folder: rest.length === 0 ? '' : folder };
}

function refusal(from: Part, to: Part): string | null {
  if (from.packageName !== to.packageName && arrow[from.packageName]?.includes(to.packageName) !== true) {
    return `${from.packageName} may use only ${arrow[from.packageName]?.join(', ') || 'itself'}`;
  }
  const [own, other] = [features.indexOf(from.folder), features.indexOf(to.folder)];
  if (ground.includes(from.folder) && other !== -1) return `${from.folder} is below every feature`;
  if (own !== -1 && other > own) return `${to.folder} comes after ${from.folder}`;
  return null;
}

function importedFiles(file: string, source: string): string[] {
  const found = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return found.flatMap((target) => {
    if (target.startsWith('.')) return [posix.join(posix.dirname(file), target)];
    return target.startsWith('@opora/') ? [target.slice('@opora/'.length)] : [];
  });
}
