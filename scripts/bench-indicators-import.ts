import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { ValueImportEntry } from '@opora/domain/indicators/value-import-contract.ts';

/** Schools in rows by their codes, every indicator that is asked of schools in columns, n and N apart. */
export function importTable(codes: readonly string[]): string {
  const asked = currentIndicators().filter(
    ({ origin, levels }) => origin.kind === 'asked' && levels.includes('school'),
  );
  const head = asked.flatMap(({ code, totalOf }) => (totalOf === null ? [code] : [`${code} n`, `${code} N`]));
  const rows = codes.map((school, at) => [
    school,
    ...asked.flatMap(({ unit, totalOf }, column) => {
      const amount = unit === 'yes-no' ? (at + column) % 2 : unit === 'score' ? 4 : (at * 7 + column) % 90;
      return totalOf === null ? [amount] : [amount, 400];
    }),
  ]);
  return [['Школа', ...head], ...rows].map((row) => row.join(';')).join('\n');
}

type Imported = { readonly readMs: number; readonly applyMs: number; readonly values: number };

/** Brings a table in over HTTP and applies it. Throws on any answer but 200. */
export async function importValues(port: number, cookie: string, table: string): Promise<Imported> {
  const form = new FormData();
  form.append('period', 'SY2026');
  form.append('file', new File([table], 'values.csv', { type: 'text/csv' }));
  const start = performance.now();
  const draft = await send(port, '/api/value-imports', { method: 'POST', headers: { cookie }, body: form });
  const read = performance.now();
  const applied = await send(port, `/api/value-imports/${draft.id}/apply`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ version: draft.version }),
  });
  return { readMs: read - start, applyMs: performance.now() - read, values: applied.counts.add };
}

async function send(port: number, path: string, request: RequestInit): Promise<ValueImportEntry> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, request);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  // The server has checked its answer by the same contract.
  return (await answer.json()) as ValueImportEntry;
}
