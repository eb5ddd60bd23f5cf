import { existsSync } from 'node:fs';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import statics from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Refused } from '../../contract/index.ts';
import type { Engine } from '../engine.ts';
import type { Log } from '../log.ts';
import { newId } from '../new-id.ts';
import {
  addressUnreadable,
  busy,
  defect,
  diskFull,
  invalidInput,
  justWritten,
  noSuchAddress,
  notThisType,
  notThisWay,
  tooLarge,
  tooOften,
  unreadable,
} from '../refusals.ts';
import { mountApiDocument } from './api-page.ts';
import { answerUnreadable } from './client-error.ts';
import { credentialsOf } from './credentials.ts';
import { languageOf, mount } from './mount.ts';
import { networkOf } from './network.ts';
import { sendProblem } from './problem.ts';
import { protectionOf, protectionOfPage } from './protection.ts';

export interface ServerOptions {
  /** Folder of the built console; without it only the API is served. */
  readonly consoleFolder?: string | undefined;
  readonly version: string;
  /** How many requests one session, key or (before signing in) address may make in a minute. */
  readonly requestsPerMinute?: number;
  /** Whose `X-Forwarded-*` are believed: everybody's, or those of these addresses. */
  readonly trustProxy?: boolean | string;
}

/** The HTTP face of an engine, not yet listening. */
export async function buildServer(engine: Engine, options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 2 * 1024 * 1024,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    clientErrorHandler: answerUnreadable,
    // An address that the router cannot read comes before all hooks.
    frameworkErrors: (_, request, reply) =>
      sendProblem(reply.header('x-request-id', request.id), {
        refusal: addressUnreadable,
        status: 400,
        language: languageOf(request),
        requestId: request.id,
      }),
  });
  // Text would be taken for a body that is merely wrong.
  app.removeContentTypeParser('text/plain');
  const protection = await protectionOf(options.consoleFolder);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(protection).header('x-request-id', request.id);
    done();
  });
  await app.register(compress, { threshold: 2_048, encodings: ['gzip', 'identity'] });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: 50 * 1024 * 1024, files: 20, fields: 20 } });
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? 1_200,
    timeWindow: 60_000,
    keyGenerator: whoAsks,
    errorResponseBuilder: (_, { ttl }) => new Refused(tooOften({ seconds: Math.ceil(ttl / 1_000) }), 429),
  });
  app.setErrorHandler((error: FastifyError, request, reply) => failed(engine.log, error, request, reply));

  app.get('/api/health', async (_, reply) => {
    await engine.pool.query('select 1');
    return reply.send({ status: 'ok', version: options.version });
  });
  const routes = engine.capabilities.flatMap(({ routes: own = [] }) => own);
  for (const route of routes) mount(app, engine, route);
  mountApiDocument(
    app,
    routes.map(({ endpoint }) => endpoint),
    options.version,
  );
  await serveConsole(app, options.consoleFolder);
  return app;
}

/** An office shares one address, so whoever is signed in is counted alone. */
function whoAsks(request: FastifyRequest): string {
  const { apiKey, sessionToken } = credentialsOf(request);
  return apiKey ?? sessionToken ?? networkOf(request.ip);
}

/** Pages of the console are addresses inside it; everything else that is unknown is 404. */
async function serveConsole(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const hasConsole = folder !== undefined && existsSync(folder);
  const protection = protectionOfPage(folder ?? '');
  const sendPage = async (reply: FastifyReply) =>
    reply
      .headers(await protection())
      .header('cache-control', 'no-cache')
      .sendFile('index.html');
  if (hasConsole) {
    await app.register(statics, {
      root: folder,
      wildcard: true,
      index: false,
      // The build lays compressed twins beside its files.
      preCompressed: true,
      // Files under assets carry a hash of their content in the name.
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    app.get('/', (_, reply) => sendPage(reply));
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && request.headers.accept?.includes('text/html');
    if (hasConsole && wantsPage) return sendPage(reply);
    const base = { language: languageOf(request), requestId: request.id };
    const allowed = methodsOf(app, request.url);
    if (allowed.length === 0) return sendProblem(reply, { ...base, refusal: noSuchAddress, status: 404 });
    reply.header('allow', allowed.join(', '));
    return sendProblem(reply, { ...base, refusal: notThisWay({ allowed }), status: 405 });
  });
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What an address of the API answers, where the method asked for is none of it. */
function methodsOf(app: FastifyInstance, url: string): string[] {
  const [path = ''] = url.split('?');
  if (!path.startsWith('/api/')) return [];
  // Any path at all may be a file of the console; that is no answer of the API.
  return methods.filter((method) => {
    const route = app.findRoute({ method, url: path });
    return route && !('*' in (route.params ?? {}));
  });
}

// Two who waited for each other, too many at once, a statement that took too long: nothing is wrong with the request.
const codesOfCrowd = new Set(['40001', '40P01', '53200', '53300', '55P03', '57014']);

/** The same row was written by another in the instant between our look and our word. */
const codeOfTwin = '23505';

const codesOfLostDatabase = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
]);

// Of PostgreSQL and of the system.
const codesOfFullDisk = new Set(['53100', 'ENOSPC']);

// JSON may carry the character NUL, which no text in PostgreSQL can hold; no shape of ours needs to say so.
const codesOfUnwritableText = new Set(['22021', '22P05']);

function failed(log: Log, error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const base = { language: languageOf(request), requestId: request.id };
  if (error instanceof Refused)
    return sendProblem(reply, { ...base, refusal: error.refusal, status: error.status, detail: error.detail });
  if (error.statusCode === 413) return sendProblem(reply, { ...base, refusal: tooLarge, status: 413 });
  if (error.statusCode === 415) return sendProblem(reply, { ...base, refusal: notThisType, status: 415 });
  if (error.statusCode === 400) return sendProblem(reply, { ...base, refusal: unreadable, status: 400 });
  if (error.statusCode !== undefined && error.statusCode < 500)
    return sendProblem(reply, { ...base, refusal: invalidInput, status: error.statusCode });
  if (codesOfUnwritableText.has(error.code)) return sendProblem(reply, { ...base, refusal: invalidInput, status: 422 });
  // The route's pattern, never the address: addresses carry names and phones.
  log.error(
    { err: error, requestId: request.id, method: request.method, route: request.routeOptions.url },
    'a request failed',
  );
  if (codesOfFullDisk.has(error.code)) return sendProblem(reply, { ...base, refusal: diskFull, status: 507 });
  if (error.code === codeOfTwin) return sendProblem(reply, { ...base, refusal: justWritten, status: 409 });
  if (codesOfCrowd.has(error.code)) return sendProblem(reply, { ...base, refusal: busy, status: 503 });
  // What pg says of a connection that broke has no code: 'Connection terminated …', '… and is not queryable'.
  const isLost = codesOfLostDatabase.has(error.code) || /^Connection terminated|not queryable/.test(error.message);
  return sendProblem(reply, { ...base, refusal: isLost ? busy : defect, status: isLost ? 503 : 500 });
}
