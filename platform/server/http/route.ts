import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, Endpoint, Heard } from '../../contract/index.ts';
import type { Engine } from '../engine.ts';
import type { Begin } from '../jobs/job.ts';
import type { Work } from '../work/work.ts';

/** An endpoint with what answers it. */
export type Route =
  | {
      readonly kind: 'json';
      readonly endpoint: Endpoint;
      readonly answer: (work: Work, input: never) => Promise<unknown>;
    }
  | {
      readonly kind: 'raw';
      readonly endpoint: Endpoint;
      readonly answer: (exchange: RawExchange, input: never) => Promise<unknown>;
    };

/** What a raw route (file in, file out, stream) holds in its hands; the permission has been checked before it is called. */
export interface RawExchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** One transaction as the caller; may be opened several times. */
  readonly begin: Begin;
  /** For what cannot be done inside a scope: signing in, health, backups. */
  readonly engine: Engine;
}

/** A route whose use case answers with data in the caller's transaction. */
export function answer<Tables, E extends Endpoint>(
  endpoint: E,
  useCase: (work: Work<Tables>, input: Heard<E>) => Promise<Answer<E>>,
): Route {
  return { kind: 'json', endpoint, answer: useCase as (work: Work, input: never) => Promise<unknown> };
}

/** A route that handles the exchange itself: multipart requests, downloads, streams. */
export function answerRaw<E extends Endpoint>(
  endpoint: E,
  handle: (exchange: RawExchange, input: Heard<E>) => Promise<unknown>,
): Route {
  return { kind: 'raw', endpoint, answer: handle as (exchange: RawExchange, input: never) => Promise<unknown> };
}
