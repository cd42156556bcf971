import { setImmediate as letOthersIn } from 'node:timers/promises';
import { z, type ZodType } from 'zod';

/** So many take a few milliseconds to check and write. */
const elementsAtOnce = 100;

/**
 * The JSON of an answer that is a long list or holds one, checked by its schema; null when none is long. A whole plan takes a tenth of a
 * second to check and write: it is done in parts, and between them the server answers others.
 */
export async function writeLongAnswer(schema: ZodType, answer: unknown): Promise<string | null> {
  if (isListed(schema)) return isLong(answer) ? writeList(schema, answer) : null;
  if (!(schema instanceof z.ZodObject) || hasChecks(schema) || !isFields(answer)) return null;
  const fields = Object.entries(schema.shape);
  if (!fields.some(([name, part]) => isListed(part) && isLong(answer[name]))) return null;
  const written: string[] = [];
  for (const [name, part] of fields) {
    const value = answer[name];
    // Parts of one answer, in their order.
    // oxlint-disable-next-line no-await-in-loop
    const text = isListed(part) && isLong(value) ? await writeList(part, value) : write(part, value);
    if (text !== undefined) written.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${written.join(',')}}`;
}

async function writeList(schema: ZodListed, list: readonly unknown[]): Promise<string> {
  const written: string[] = [];
  for (let at = 0; at < list.length; at += elementsAtOnce) {
    const part = schema.parse(list.slice(at, at + elementsAtOnce));
    written.push(JSON.stringify(part).slice(1, -1));
    // oxlint-disable-next-line no-await-in-loop -- the rest waits on purpose
    await letOthersIn();
  }
  return `[${written.join(',')}]`;
}

const write = (schema: ZodType, value: unknown): string | undefined => JSON.stringify(schema.parse(value));

type ZodListed = z.ZodArray<ZodType>;

/** A list that as a whole is not asked for anything, so that its elements can be checked by themselves. */
const isListed = (schema: unknown): schema is ZodListed => schema instanceof z.ZodArray && !hasChecks(schema);
const hasChecks = (schema: ZodType): boolean => (schema.def.checks ?? []).length > 0;
const isLong = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.length > elementsAtOnce;
const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
