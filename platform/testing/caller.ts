import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Answer, Asked, Endpoint } from '../contract/index.ts';
import { sessionCookie } from '../server/index.ts';

/** A refusal as HTTP tells it (RFC 9457). */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly params?: Record<string, unknown>;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly current?: unknown;
}

/** Thrown by `ask` when the server declines; `problem` has its words. */
export class Declined extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, request: string) {
    super(`${request} → ${problem.status} ${problem.code} ${JSON.stringify(problem.fields ?? problem.title)}`);
    this.name = 'Declined';
    this.problem = problem;
  }
}

/** Somebody who asks the server over HTTP. */
export interface Caller {
  readonly accountId: string;
  /** Path, query and body in one flat object, as the faces ask. */
  readonly ask: <E extends Endpoint>(endpoint: E, input: Asked<E>, headers?: Headers) => Promise<Answer<E>>;
  /** The refusal that asking meets; fails when there is none. */
  readonly refused: <E extends Endpoint>(endpoint: E, input: Asked<E>, headers?: Headers) => Promise<Problem>;
  /** The bare exchange, for files, statuses and headers. */
  readonly exchange: <E extends Endpoint>(
    endpoint: E,
    input: Asked<E>,
    headers?: Headers,
    payload?: Buffer | string,
  ) => Promise<LightMyRequestResponse>;
}
type Headers = Readonly<Record<string, string>>;

export function callerOf(
  app: FastifyInstance,
  given: { token?: string; accountId: string; ready: Promise<void>; complaints: unknown[] },
): Caller {
  const exchange: Caller['exchange'] = async (endpoint, input, headers = {}, payload) => {
    await given.ready;
    return app.inject({
      ...requestFor(endpoint, input as Input, payload),
      headers: { ...headersOf(given.token), ...headers },
    });
  };
  const problemOf = (response: LightMyRequestResponse): Problem => response.json();
  const name = ({ method, path }: Endpoint) => `${method} ${path}`;

  return {
    accountId: given.accountId,
    exchange,
    ask: async (endpoint, input, headers) => {
      const response = await exchange(endpoint, input, headers);
      if (response.statusCode >= 500) throw new Error(`${name(endpoint)} broke`, { cause: given.complaints.at(-1) });
      if (response.statusCode >= 400) throw new Declined(problemOf(response), name(endpoint));
      return endpoint.answer.parse(response.statusCode === 204 ? undefined : response.json()) as Answer<
        typeof endpoint
      >;
    },
    refused: async (endpoint, input, headers) => {
      const response = await exchange(endpoint, input, headers);
      if (response.statusCode < 400)
        throw new Error(`${name(endpoint)} was not refused: ${response.body.slice(0, 300)}`);
      if (response.statusCode >= 500) throw new Error(`${name(endpoint)} broke`, { cause: given.complaints.at(-1) });
      return problemOf(response);
    },
  };
}

function headersOf(token: string | undefined): Headers {
  return token ? { cookie: `${sessionCookie}=${token}` } : {};
}

type Input = Record<string, unknown>;

/** Where each part of the flat input goes: what the path names into the path, what the query knows into the query, the rest into the body. */
function requestFor(endpoint: Endpoint, input: Input, payload: Buffer | string | undefined) {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([key, value]) => !names.includes(key) && value !== undefined);
  const inBody = endpoint.method !== 'GET' && endpoint.kind !== 'multipart';
  const queryKeys = keysOf(endpoint.query);
  const query = rest.filter(([key]) => !inBody || queryKeys.has(key));
  const body = rest.filter(([key]) => inBody && !queryKeys.has(key));
  const search = new URLSearchParams(
    query.flatMap(([key, value]) => listOf(value).map((item): [string, string] => [key, textOf(item)])),
  );
  return {
    method: endpoint.method,
    url: `/api${path}${search.size > 0 ? `?${search}` : ''}`,
    ...(payload !== undefined ? { payload } : body.length > 0 && { payload: Object.fromEntries(body) }),
  };
}

function keysOf(shape: unknown): ReadonlySet<string> {
  return new Set(typeof shape === 'object' && shape && 'shape' in shape ? Object.keys(shape.shape as object) : []);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
