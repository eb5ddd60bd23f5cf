import type { Answer, Asked, Endpoint, Method } from '../../contract/index.ts';
import { currentLanguage, say } from '../text/language.ts';
import { AskError, noAnswer, noConnection, problemOf, unreadableAnswer } from './ask-error.ts';
import { earlyAnswer } from './early.ts';
import { partsOf } from './parts.ts';
import { accountHeader, askingAccount, hearClock, tellSignedOut, tellSomeoneElse } from './signed-in.ts';

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears the answer as it came, before it is parsed. */
  readonly onJson?: (json: unknown) => void;
  /** Milliseconds after which no answer is expected any more. */
  readonly patience?: number;
  /** The same key for every repetition of the same write; made here when absent. */
  readonly idempotencyKey?: string | undefined;
}

const patience = { read: 20_000, write: 60_000 };

/** Ask the server; the answer is parsed by the endpoint's own shape. Throws `AskError` and nothing else. */
export async function ask<E extends Endpoint>(
  endpoint: E,
  input: Asked<E>,
  options: AskOptions = {},
): Promise<Answer<E>> {
  const response = await send(endpoint, input, options);
  if (response.status === 204) return undefined as Answer<E>;
  const json: unknown = await response.json().catch(() => undefined);
  const parsed = endpoint.answer.safeParse(json);
  if (parsed.success) {
    options.onJson?.(json);
    return parsed.data as Answer<E>;
  }
  throw new AskError({ status: response.status, code: 'web.unreadable', message: say(unreadableAnswer) });
}

/** Ask and keep the raw response, for files and streams. */
export async function send<E extends Endpoint>(endpoint: E, input: Asked<E>, options: AskOptions): Promise<Response> {
  const { url, body } = partsOf(endpoint, input as Record<string, unknown>);
  return exchange({
    ...options,
    method: endpoint.method,
    url,
    body: body && JSON.stringify(body),
    // Before signing in nobody can be taken for somebody else.
    account: endpoint.permission === 'public' ? undefined : askingAccount(),
  });
}

interface Exchange extends AskOptions {
  readonly method: Method;
  readonly url: string;
  readonly body: string | undefined;
  /** Who asks; the server declines when the cookie belongs to somebody else by now. */
  readonly account: string | undefined;
}

/** One request and its answer; anything but success is thrown as `AskError`. */
export async function exchange(asked: Exchange): Promise<Response> {
  const { method, url, body, account } = asked;
  const isWrite = method !== 'GET';
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() };
  if (body) headers['content-type'] = 'application/json';
  if (isWrite) headers['idempotency-key'] = asked.idempotencyKey ?? newKey();
  if (account) headers[accountHeader] = account;

  const signal = withPatience(asked.signal, asked.patience ?? (isWrite ? patience.write : patience.read));
  const early = isWrite ? undefined : await within(signal, earlyAnswer(url, currentLanguage()));
  // What was asked before the page's code came may have been asked before anybody signed in.
  const response = early?.ok
    ? early
    : await attempt(url, { method, headers, credentials: 'same-origin', body: body ?? null, signal });
  hearClock(response);
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.status === 401 && account) tellSignedOut();
  if (problem.code === 'platform.someone_else') tellSomeoneElse();
  throw problem;
}

/** Random, for `Idempotency-Key`; `randomUUID` is missing on plain-HTTP pages. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function attempt(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    if (navigator.onLine) throw new AskError({ status: 0, code: 'web.no_answer', message: say(noAnswer) });
    throw new AskError({ status: 0, code: 'web.offline', message: say(noConnection) });
  }
}

/** What came in time, if anything did. */
function within(signal: AbortSignal, answer: Promise<Response> | undefined): Promise<Response | undefined> {
  const late = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
  return Promise.race([answer?.catch(() => undefined), late]);
}

function withPatience(signal: AbortSignal | undefined, milliseconds: number): AbortSignal {
  const timeout = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}
