import { z, type ZodType } from 'zod';

type JsonSchema = {
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
};

/**
 * A value that the schema accepts, made from the schema alone; ids are taken by their field's name from `things`. Undefined when
 * none was found: a rule of the schema that JSON Schema cannot tell wants a sample written by hand.
 */
export function sampleInput(schema: ZodType, things: ReadonlyMap<string, string>): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  // Texts with a rule of their own are dates in nearly every contract.
  for (const text of ['2026-03-02', 'образец', '1234567890']) {
    // The generator's output is JSON Schema; only the parts named in the type are read.
    const value = valueOf(json as JsonSchema, '', { things, text });
    if (schema.safeParse(value).success) return value;
  }
  return undefined;
}

type Means = { readonly things: ReadonlyMap<string, string>; readonly text: string };

function valueOf(schema: JsonSchema, name: string, means: Means): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice !== undefined) return valueOf(choice.find((one) => one.type !== 'null') ?? {}, name, means);
  if (schema.type === 'object') return objectOf(schema, means);
  if (schema.type === 'array') {
    return Array.from({ length: schema.minItems ?? 0 }, () => valueOf(schema.items ?? {}, name, means));
  }
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'boolean') return false;
  return schema.type === 'string' ? textOf(schema, name, means) : null;
}

function objectOf(schema: JsonSchema, means: Means): Record<string, unknown> {
  const required = (schema.required ?? []).map((name) => [name, schema.properties?.[name] ?? {}] as const);
  return Object.fromEntries(required.map(([name, property]) => [name, valueOf(property, name, means)]));
}

function textOf(schema: JsonSchema, name: string, { things, text }: Means): string {
  // A text of ids holds one of them.
  const known = things.get(name) ?? things.get(name.replace(/Ids$/, 'Id'));
  if (known !== undefined) return known;
  if (schema.format === 'email' || name === 'email') return 'sample@example.org';
  if (schema.format === 'date-time') return '2026-03-02T09:00:00Z';
  if (schema.format === 'uuid') throw new Error(`sample-things.ts has no thing for «${name}»: add one`);
  return text.padEnd(schema.minLength ?? 0, 'а').slice(0, schema.maxLength ?? text.length + 100);
}
