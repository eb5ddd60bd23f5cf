import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { safeEncode } from 'zod/v4/core';
import { type Endpoint, type Language, Refused } from '../../contract/index.ts';
import type { Engine } from '../engine.ts';
import {
  changePasswordFirst,
  foreignOrigin,
  invalidInput,
  notPermitted,
  signInFirst,
  someoneElse,
} from '../refusals.ts';
import type { Actor } from '../work/actor.ts';
import { beingWaitedFor } from '../work/breath.ts';
import type { Entry } from '../work/enter.ts';
import { inTransaction } from '../work/transaction.ts';
import type { Work } from '../work/work.ts';
import { credentialsOf, isFromElsewhere } from './credentials.ts';
import { onlyOnce } from './idempotent.ts';
import { hear } from './input.ts';
import type { Route } from './route.ts';

/** Mount a route under `/api`: origin, input, who, permission, transaction, answer. */
export function mount(app: FastifyInstance, engine: Engine, route: Route): void {
  const { endpoint } = route;
  app.route({
    method: endpoint.method,
    url: `/api${endpoint.path}`,
    handler: async (request, reply) => {
      const language = languageOf(request);
      if (isFromElsewhere(request)) throw new Refused(foreignOrigin, 403);
      const heard = hear(endpoint, request, language);
      const begin = <Result>(act: (work: Work) => Promise<Result>) =>
        inTransaction(
          engine,
          {
            entry: entryOf(endpoint, request),
            language,
            requestId: request.id,
            isReading: endpoint.method === 'GET',
          },
          (work) => {
            insistSameAccount(request, work.actor);
            // Who may not call learns nothing about the input.
            insistPermitted(endpoint, work.actor);
            if ('faults' in heard) throw new Refused(invalidInput, 422, { fields: heard.faults });
            return act(work);
          },
        );
      const input = 'faults' in heard ? {} : heard.input;
      if (route.kind === 'json') {
        const act = () => begin((work) => perform(route, request, work, input));
        // What writes may be bulk work itself.
        return send(reply, await (endpoint.method === 'GET' ? beingWaitedFor(act) : act()));
      }
      // A raw route opens its transactions itself; who may call is settled before its first byte is read.
      await begin(() => Promise.resolve());
      await route.answer({ request, reply, begin, engine }, input as never);
      return reply;
    },
  });
}

/** Do it and encode the answer; with an Idempotency-Key only once. */
function perform(
  { endpoint, answer }: Route & { kind: 'json' },
  request: FastifyRequest,
  work: Work,
  input: object,
): Promise<unknown> {
  const act = async () => encoded(endpoint, await answer(work, input as never));
  const key = request.headers['idempotency-key'];
  const isWrite = endpoint.method !== 'GET' && work.actor.kind !== 'nobody';
  if (!isWrite || typeof key !== 'string' || key === '') return act();
  return onlyOnce(work, { key: key.slice(0, 200), request: [request.method, request.url, request.body] }, act);
}

function send(reply: FastifyReply, body: unknown): FastifyReply {
  if (body === undefined) return reply.status(204).send();
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** The answer by its declared shape: what the shape does not name does not leave the house. */
function encoded(endpoint: Endpoint, answer: unknown): unknown {
  const result = safeEncode(endpoint.answer, answer);
  if (result.error)
    throw new Error(
      `${endpoint.method} ${endpoint.path} answers another shape than it declares: ${result.error.message}`,
    );
  return result.data;
}

function entryOf(endpoint: Endpoint, request: FastifyRequest): Entry {
  const credentials = credentialsOf(request);
  const isPublic = endpoint.permission === 'public';
  if (isPublic || (!credentials.apiKey && !credentials.sessionToken)) {
    if (!isPublic) throw new Refused(signInFirst, 401);
    return { as: 'nobody' };
  }
  return { as: 'credentials', credentials };
}

/** A page says for whom it asks; its cookie may be another's by now, signed in from another window of the same browser. */
function insistSameAccount(request: FastifyRequest, actor: Actor): void {
  const asked = request.headers['yilu-account'];
  if (asked && actor.kind !== 'nobody' && asked !== actor.accountId) throw new Refused(someoneElse, 409);
}

function insistPermitted({ permission }: Endpoint, actor: Actor): void {
  if (permission === 'public' || permission === 'signedIn') return;
  if (actor.mustChangePassword) throw new Refused(changePasswordFirst, 403);
  if (!actor.permissions.has(permission.id)) throw new Refused(notPermitted, 403);
}

/** The language asked for; Chinese unless English is preferred. */
export function languageOf(request: FastifyRequest): Language {
  const first = request.headers['accept-language']?.split(',')[0]?.trim().toLowerCase();
  return first?.startsWith('en') ? 'en' : 'zh';
}
