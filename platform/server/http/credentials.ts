import type { FastifyRequest } from 'fastify';
import type { Credentials } from '../work/enter.ts';

/** The session cookie's name; the value is an opaque token. */
export const sessionCookie = 'yilu_session';

export function credentialsOf(request: FastifyRequest): Credentials {
  const { authorization } = request.headers;
  if (authorization?.startsWith('Bearer ')) return { apiKey: authorization.slice('Bearer '.length).trim() };
  return { sessionToken: request.cookies[sessionCookie] };
}

/** A browser sends the origin of the page that asks; a write with our cookie from another page is forged. */
export function isFromElsewhere(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.headers.authorization) return false;
  const { origin, host } = request.headers;
  if (request.headers['sec-fetch-site'] === 'cross-site') return true;
  if (!origin || origin === 'null') return origin === 'null';
  return !URL.canParse(origin) || new URL(origin).host !== (request.host || host);
}
