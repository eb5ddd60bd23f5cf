import type { Endpoint } from '../../contract/index.ts';

/** The parts of an HTTP request made from one flat input. */
export interface Parts {
  /** Below `/api`, parameters filled in, with the query. */
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Path parameters are taken by name from the path; a GET or DELETE puts the rest into the query; other methods put into
 * the query what the query's shape names and the rest into the body. `undefined` is absence and is left out.
 */
export function partsOf(endpoint: Endpoint, input: Readonly<Record<string, unknown>>): Parts {
  const pathNames = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(plain(input[name])));
  const bodyAllowed = endpoint.method !== 'GET' && endpoint.body.type !== 'undefined';
  const queryNames = keysOf(endpoint.query);

  const query = new URLSearchParams();
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || pathNames.includes(name)) continue;
    if (bodyAllowed && !queryNames.includes(name)) body[name] = value;
    else for (const each of Array.isArray(value) ? value : [value]) query.append(name, plain(each));
  }
  const asked = query.size > 0 ? `?${query}` : '';
  return { url: `/api${path}${asked}`, body: bodyAllowed ? body : undefined };
}

/** The names of an object's fields, through pipes, defaults and the like. */
function keysOf(shape: unknown): readonly string[] {
  if (!isRecord(shape)) return [];
  if (isRecord(shape.shape)) return Object.keys(shape.shape);
  const def = isRecord(shape.def) ? shape.def : {};
  return keysOf(def.in ?? def.innerType);
}

function plain(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
