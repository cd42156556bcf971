import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocumentJson } from '@opora/domain/plans/read-document-json.ts';
import { readPlanDocument } from '@opora/domain/plans/read-plan-document.ts';
import { readFile } from '@opora/office/read-file.ts';
import { describe, expect, it } from 'vitest';

// Real documents with readings made by hand stand beside the project, not in it.
const project = join(import.meta.dirname, '../../..');
const material =
  [join(project, '../shared'), join(project, '../../shared')].find((path) => existsSync(path)) ??
  join(project, '../shared');
const scorer = join(material, 'acceptance/score.mjs');
const present = existsSync(scorer);
if (!present) console.log(`Приёмка чтения пропущена: нет ${scorer}`);

const readings = present ? readdirSync(join(material, 'acceptance/truth')) : [];
const cases = readings.flatMap((reading) => {
  const name = reading.replace('.json', '');
  const texts = readdirSync(join(material, 'seeds')).filter((file) => file.startsWith(name));
  const documents = readdirSync(join(material, 'acceptance/documents')).filter((file) =>
    file.startsWith(name),
  );
  return [
    ...texts.map((file) => ({ file: join(material, 'seeds', file), reading, atLeast: 0.97 })),
    ...documents.map((file) => ({
      file: join(material, 'acceptance/documents', file),
      reading,
      atLeast: 0.98,
    })),
  ];
});

describe.runIf(present)('reading real documents', () => {
  it.each(cases)('$file agrees with its reading by hand to $atLeast', async ({ file, reading, atLeast }) => {
    const read = readPlanDocument(await readFile(readFileSync(file)));
    const printed = join(mkdtempSync(join(tmpdir(), 'opora-score-')), 'read.json');
    writeFileSync(printed, JSON.stringify(readDocumentJson(read, 'ru')));
    const truth = join(material, 'acceptance/truth', reading);
    const report = execFileSync(process.execPath, [scorer, truth, printed, '--verbose'], {
      encoding: 'utf8',
    });
    const score = Number(/score: ([\d.]+)/.exec(report)?.[1]);
    expect(score, report).toBeGreaterThanOrEqual(atLeast);
  });
});
