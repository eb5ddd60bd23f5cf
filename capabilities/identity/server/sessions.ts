import { newId, type RawExchange, sessionCookie, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { sessionIdleDays } from '../contract/index.ts';
import { insertSession } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';
import { hashOfToken, newToken } from './secrets.ts';

/** Where somebody signs in from, for the list of own sessions. */
export interface Place {
  readonly device: string;
  readonly address: string;
}

export function placeOf({ request }: Pick<RawExchange, 'request'>): Place {
  return { device: (request.headers['user-agent'] ?? '').slice(0, 300), address: request.ip };
}

/** A session of the acting member of staff; its token is known to the cookie only. */
export async function openSession(work: Work<Tables>, { device, address }: Place): Promise<string> {
  const { db, actor, now } = work;
  const idleDays = await valueOf(work, sessionIdleDays);
  const token = newToken();
  await insertSession(db, {
    id: newId(),
    tokenHash: hashOfToken(token),
    staffId: actor.accountId,
    openedAt: now,
    expiresAt: new Date(now.getTime() + idleDays * 86_400_000),
    idleDays,
    device,
    address,
  });
  return token;
}

// The server decides when a session ends; a cookie that outlives it opens nothing.
const longestDays = 180;

export function giveCookie({ request, reply }: RawExchange, token: string): void {
  reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: longestDays * 86_400,
  });
}

export function takeCookie({ reply }: RawExchange): void {
  reply.clearCookie(sessionCookie, { path: '/' });
}
