import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { measureIdentify } from './bench-identify.ts';
import type { Measure } from './bench-measure.ts';
import { measureIndicators } from './bench-indicators.ts';
import { measureReading } from './bench-reading.ts';
import { measureServer } from './bench-server.ts';
import { measureReminders } from './bench-reminders.ts';

// `npm run bench` measures each named thing beside its limit in one run, prints the table and writes it to bench/results/.
// `npm run bench -- reading` runs one group.
const groups: Readonly<Record<string, () => Promise<Measure[]>>> = {
  reading: measureReading,
  server: measureServer,
  reminders: measureReminders,
  identify: measureIdentify,
  indicators: measureIndicators,
};

const wanted = process.argv[2];
const results = join(import.meta.dirname, '../bench/results');
mkdirSync(results, { recursive: true });
for (const [name, run] of Object.entries(groups)) {
  if (wanted !== undefined && wanted !== name) continue;
  const measures = await run();
  process.stdout.write(`\n${name}\n`);
  for (const measure of measures) process.stdout.write(`${line(measure)}\n`);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify({ machine, measures }, null, 2)}\n`);
}

function line({ what, value, limit, unit, beside = '' }: Measure): string {
  const ratio = `${((value / limit) * 100).toFixed(0)} %`;
  return `  ${what.padEnd(58)} ${value.toFixed(1).padStart(9)} ${unit}  limit ${limit} ${unit}  ${ratio.padStart(6)}  ${beside}`;
}
