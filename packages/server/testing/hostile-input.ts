import fc, { type Arbitrary } from 'fast-check';
import { z, type ZodType } from 'zod';

type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly additionalProperties?: JsonSchema | boolean;
};

/** What a contract may well accept, and what something behind it may stumble over. */
const sharpTexts = [
  'Образец',
  '%',
  '_%\\',
  '\\',
  "'; drop table person; --",
  '=HYPERLINK("http://evil.example","x")',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '\r\nset-cookie: a=b',
  '\u202eтекст',
  '\ufffd\u0001\u001f',
  '😀',
  'null',
  '((((((((((',
  '1.2.3.4.5.6.7.8.9.0',
  'ежемесячно, до 5 числа',
  'в течение 99999999999999999999 дней',
  'каждый рабочий день с 1900 по 2199 год',
  '2026-03-02',
] as const;

/** What the contract itself has to refuse, in most places. */
const refusedTexts = ['', 'а\u0000б', 'а\ud800б', 'a'.repeat(25_000)] as const;

const days = ['2026-03-02', '2026-12-31', '2024-02-29', '1900-01-01', '2199-12-31'] as const;
const refusedDays = [
  '0000-00-00',
  '2023-02-30',
  '9999-12-31',
  '10000-01-01',
  '-0001-01-01',
  '2026-3-2',
  '2026-03-02T00:00:00Z',
  'infinity',
  'now',
] as const;

const refusedNumbers = [
  -1,
  0.5,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  Number.MAX_SAFE_INTEGER,
  1e308,
] as const;

/**
 * Values of the shape that the schema asks for with leaves that an enemy would choose; now and then a whole part is of another shape.
 * Ids are taken by their field's name from `things`, or are of nobody.
 */
export function hostileInput(schema: ZodType, things: ReadonlyMap<string, string>): Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  // The generator's output is JSON Schema; only the parts named in the type are read.
  return valueOf(json as JsonSchema, '', things);
}

type Things = ReadonlyMap<string, string>;

/** Mostly the first, or a request of many fields would hardly ever come past its contract. */
const mostly = <T>(usual: Arbitrary<T>, rare: Arbitrary<T>): Arbitrary<T> =>
  fc.oneof({ arbitrary: usual, weight: 60 }, { arbitrary: rare, weight: 1 });

const valueOf = (schema: JsonSchema, name: string, things: Things): Arbitrary<unknown> =>
  mostly(properValue(schema, name, things), anything);

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, [], {}, '', 0, true, [[[[]]]]),
);

function properValue(schema: JsonSchema, name: string, things: Things): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice !== undefined) return fc.oneof(...choice.map((one) => properValue(one, name, things)));
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => properValue({ ...schema, type }, name, things)));
  }
  switch (schema.type) {
    case 'object':
      return objectOf(schema, things);
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, name, things), {
        minLength: schema.minItems ?? 0,
        maxLength: 3,
      });
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textOf(schema, name, things);
    case undefined:
    default:
      return anything;
  }
}

function objectOf(schema: JsonSchema, things: Things): Arbitrary<unknown> {
  const { properties, additionalProperties } = schema;
  if (properties === undefined && typeof additionalProperties === 'object') {
    return fc.dictionary(fc.constantFrom(...sharpTexts), valueOf(additionalProperties, '', things), {
      maxKeys: 3,
    });
  }
  const fields = Object.entries(properties ?? {}).map(
    ([name, property]) => [name, valueOf(property, name, things)] as const,
  );
  return mostly(
    fc.record(Object.fromEntries(fields)),
    fc.record(Object.fromEntries(fields), { requiredKeys: [] }),
  );
}

function numberOf({ minimum = 0, maximum = 4 }: JsonSchema): Arbitrary<number> {
  // A version or a count: what fits is small, and the bounds are tried beside what lies outside of them.
  const fitting = fc.integer({ min: Math.max(minimum, -1), max: Math.max(Math.min(maximum, 4), minimum) });
  return mostly<number>(fitting, fc.constantFrom(minimum, maximum, ...refusedNumbers));
}

function textOf(schema: JsonSchema, name: string, things: Things): Arbitrary<string> {
  const sharp = fc.constantFrom(...sharpTexts, things.get(name) ?? 'образец');
  const fitting = fc.oneof(sharp, fc.string({ unit: 'grapheme', maxLength: 40 })).map((text) => {
    const long = text.trim().padEnd(schema.minLength ?? 0, 'а');
    return schema.maxLength === undefined ? long : long.slice(0, schema.maxLength);
  });
  const refused = fc.constantFrom(...refusedTexts);
  if (schema.format === 'uuid') return idOf(name, things);
  if (schema.format === 'email' || name === 'email')
    return mostly(
      fc.constantFrom('one@example.org', 'ONE@example.org', `${'o'.repeat(60)}@example.org`),
      fitting,
    );
  if (schema.format === 'uri')
    return mostly<string>(fc.webUrl(), fc.constantFrom('javascript:alert(1)', 'http:'));
  if (/On$|^(start|end)$/.test(name)) {
    return mostly<string>(fc.constantFrom(...days), fc.constantFrom(...refusedDays));
  }
  return mostly(fitting, refused);
}

function idOf(name: string, things: Things): Arbitrary<string> {
  const known = things.get(name) ?? things.get(idFields[name] ?? '');
  const others = fc.constantFrom(...things.values(), '00000000-0000-0000-0000-000000000000', 'not-an-id');
  return known === undefined ? others : fc.oneof({ arbitrary: fc.constant(known), weight: 9 }, others);
}

/** Fields that take an id of a thing under another name. */
const idFields: Readonly<Record<string, string>> = {
  schoolIds: 'orgUnitId',
  controllerId: 'personId',
  rowId: 'orgUnitId',
};
