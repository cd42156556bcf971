import { z, type ZodType } from 'zod';
import type { Contract, Operation } from '@opora/domain/basics/contract.ts';

/** OpenAPI 3.1 of all operations, made from the contracts themselves. */
export function openApiDocument(contracts: Readonly<Record<string, Contract>>): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [feature, contract] of Object.entries(contracts)) {
    for (const [name, operation] of Object.entries(contract)) {
      const path = `/api${operation.path.replaceAll(/:(\w+)/g, '{$1}')}`;
      paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(feature, name, operation) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Опора', version: '1' },
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'opora_session' } } },
  };
}

function describe(feature: string, name: string, operation: Operation): object {
  const body = operation.uploadBytesMax === undefined ? operation.body : undefined;
  return {
    operationId: name,
    tags: [feature],
    summary: operation.summary,
    ...(operation.permission.who === 'anyone' ? {} : { security: [{ session: [] }] }),
    'x-permission': operation.permission,
    parameters: [...parameters('path', operation.params), ...parameters('query', operation.query)],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
    ...(operation.uploadBytesMax === undefined
      ? {}
      : { requestBody: { content: { 'multipart/form-data': { schema: { type: 'object' } } } } }),
    responses: {
      ...(operation.redirect === true
        ? { 302: { description: 'The browser goes on to another address' } }
        : { 200: { description: 'Done', content: contentOf(operation) } }),
      default: { description: 'Refused', content: { 'application/problem+json': {} } },
    },
  };
}

function contentOf(operation: Operation): object {
  if (operation.stream === true) return { 'text/event-stream': {} };
  return operation.download === true
    ? { 'application/octet-stream': {} }
    : { 'application/json': { schema: schemaOf(operation.output) } };
}

function parameters(where: 'path' | 'query', schema: ZodType | undefined): object[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

type ObjectSchema = { readonly properties?: Record<string, object>; readonly required?: string[] };

function schemaOf(schema: ZodType): ObjectSchema {
  const { $schema, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  void $schema;
  // JSON Schema of an object; other shapes simply have no properties.
  return json as ObjectSchema;
}
