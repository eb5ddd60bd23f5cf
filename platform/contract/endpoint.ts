import { z } from 'zod';
import type { Permission } from './permission.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call: a permission; `signedIn` for whoever is signed in, about themselves only;
 * `public` before signing in. There is no other way in, so an endpoint cannot forget to say.
 */
export type Guard = Permission | 'signedIn' | 'public';

type Shape = z.ZodType;

/** A request as a value that server, faces, command line and the OpenAPI document share. Paths are relative to `/api`. */
export interface Endpoint<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  A extends Shape = Shape,
> {
  readonly method: Method;
  /** Nouns under verbs of HTTP, parameters with a colon: `/people/:personId/phones`. */
  readonly path: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly answer: A;
  readonly permission: Guard;
  /** One sentence of what it does, for the API document. */
  readonly summary: string;
  /** The room of the API document: the capability's name. */
  readonly tag: string;
  /** `raw` answers (files, streams) and `multipart` requests are handled by the route itself. */
  readonly kind: 'json' | 'raw' | 'multipart';
}

const nothing = z.object({});

/** Declare an endpoint; what is not given is empty. A 204 answer is `z.void()`. */
export function endpoint<
  P extends Shape = typeof nothing,
  Q extends Shape = typeof nothing,
  B extends Shape = z.ZodUndefined,
  A extends Shape = z.ZodVoid,
>(given: {
  method: Method;
  path: string;
  params?: P;
  query?: Q;
  body?: B;
  answer?: A;
  permission: Guard;
  summary: string;
  tag: string;
  kind?: 'json' | 'raw' | 'multipart';
}): Endpoint<P, Q, B, A> {
  return {
    kind: 'json',
    ...given,
    params: (given.params ?? nothing) as P,
    query: (given.query ?? nothing) as Q,
    body: (given.body ?? z.undefined()) as B,
    answer: (given.answer ?? z.void()) as A,
  };
}

/** What a caller gives: path parameters, query and body in one flat object, so that calls read like sentences. */
export type Asked<E extends Endpoint> = Part<z.input<E['params']>> &
  Part<z.input<E['query']>> &
  Part<z.input<E['body']>>;
/** What the use case receives: the same, parsed. */
export type Heard<E extends Endpoint> = Part<z.output<E['params']>> &
  Part<z.output<E['query']>> &
  Part<z.output<E['body']>>;
export type Answer<E extends Endpoint> = z.output<E['answer']>;
/** A part that is not there adds nothing; the type of `z.object({})` would forbid every key of the others. */
type Part<Given> = Given extends undefined ? unknown : Given extends Record<string, never> ? unknown : Given;
