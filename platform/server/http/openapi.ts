import { z } from 'zod';
import type { Endpoint } from '../../contract/index.ts';
import { daysAnswersAreKept } from './forget-answers.ts';

type Json = Record<string, unknown>;

/**
 * OpenAPI 3.1 of all endpoints, from the same values that the server and the faces use.
 * Our own few lines instead of @fastify/swagger's transform: our answers are encoded by zod without fastify's schemas, and the
 * document must also say permission, idempotency and problems.
 */
export function openApiOf(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = `/api${endpoint.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '一路 Yilu',
      version,
      description: 'Everything both faces do. Errors are application/problem+json (RFC 9457).',
    },
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'yilu_session' },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

function operationOf(endpoint: Endpoint): Json {
  const { permission, method } = endpoint;
  const body = endpoint.kind === 'multipart' ? undefined : schemaOf(endpoint.body, 'input');
  const answer = endpoint.kind === 'raw' ? undefined : schemaOf(endpoint.answer, 'output');
  const hasBody = body !== undefined && method !== 'GET';
  return {
    operationId: `${method.toLowerCase()}${endpoint.path.replaceAll(/[^a-zA-Z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description:
      typeof permission === 'string'
        ? guards[permission]
        : `Needs the permission ${permission.id} (${permission.title.en}).`,
    ...(permission !== 'public' && { security: [{ session: [] }, { apiKey: [] }] }),
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...(method === 'GET' || endpoint.kind !== 'json' ? [] : [idempotencyKey]),
    ],
    ...(hasBody && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    ...(endpoint.kind === 'multipart' && {
      requestBody: { required: true, content: { 'multipart/form-data': { schema: fileSchema } } },
    }),
    responses: {
      ...(answer === undefined
        ? { [endpoint.kind === 'raw' ? '200' : '204']: { description: endpoint.kind === 'raw' ? 'A file.' : 'Done.' } }
        : { '200': { description: 'Done.', content: { 'application/json': { schema: answer } } } }),
      default: {
        description: 'Declined, invalid or failed.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const guards = { public: 'Open before signing in.', signedIn: 'For whoever is signed in, about themselves.' } as const;

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 200 },
  description: `The same key again within ${daysAnswersAreKept} days answers as before and does nothing.`,
};

const fileSchema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'What happened, why, what to do, in the language asked for.' },
    status: { type: 'integer' },
    code: { type: 'string' },
    params: { type: 'object' },
    requestId: { type: 'string' },
    fields: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
    current: { description: 'For a stale write: the record as it is now.' },
  },
};

function parametersOf(shape: z.ZodType, place: 'path' | 'query'): Json[] {
  const schema = schemaOf(shape, 'input');
  const required = new Set((schema?.required as string[] | undefined) ?? []);
  return Object.entries((schema?.properties as Record<string, Json> | undefined) ?? {}).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: of,
  }));
}

/** JSON Schema 2020-12, or undefined for nothing. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json | undefined {
  if (shape instanceof z.ZodVoid || shape instanceof z.ZodUndefined) return undefined;
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
    },
  }) as Json;
  return schema;
}
