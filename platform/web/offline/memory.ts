import type { Answer, Asked, Endpoint } from '../../contract/index.ts';
import { type AskOptions, ask } from '../ask/ask.ts';
import { isPassing } from '../ask/ask-error.ts';
import { partsOf } from '../ask/parts.ts';
import { askingAccount } from '../ask/signed-in.ts';
import { canKeep, forgetAnswersOfOthers, vaultOf } from './vault.ts';

const limits = { most: 300, forMs: 7 * 86_400_000 };
/** What nobody went on with for a month is personal data that nobody needs; unfinished work is never crowded out by other work. */
const draftLimits = { most: Number.POSITIVE_INFINITY, forMs: 30 * 86_400_000 };
const accountKey = 'yilu.account';
/** With something to show instead, an answer is waited for no longer than this. */
const patience = 8_000;

let readable: ReadonlySet<string> = new Set();

/** Which answers this device keeps, as `GET /people/:personId`: few, since each is personal data on a telephone. */
export function keepReadable(endpoints: readonly string[]): void {
  readable = new Set(endpoints);
}

/** Whoever was signed in here last: whose answers are shown while there is no network to ask who it is. */
export function lastAccount(): string | undefined {
  return localStorage.getItem(accountKey) ?? undefined;
}

/** This account is signed in here now; what others looked at leaves the device. */
export function rememberAccount(accountId: string): void {
  if (lastAccount() !== accountId) localStorage.setItem(accountKey, accountId);
  if (!canKeep()) return;
  void forgetAnswersOfOthers(accountId)
    .then(() => vaultOf(accountId).prune('answer', limits))
    .then(() => vaultOf(accountId).prune('draft', draftLimits))
    .catch(() => undefined);
}

export function forgetAccount(): void {
  localStorage.removeItem(accountKey);
}

/** Another window signed out or in: hears the account that is now signed in on this device, if any. */
export function onAccountChanged(changed: (accountId: string | undefined) => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => key === accountKey && changed(newValue ?? undefined);
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

/** Asks; where no answer comes, the one that this device keeps from before. */
export async function askOrRemember<E extends Endpoint>(
  endpoint: E,
  input: Asked<E>,
  options: AskOptions = {},
): Promise<Answer<E>> {
  if (!readable.has(`${endpoint.method} ${endpoint.path}`) || !canKeep()) return ask(endpoint, input, options);
  const { url } = partsOf(endpoint, input as Record<string, unknown>);
  const waiting = impatience(async () => (await remembered(endpoint, url)) !== undefined);
  const signal = options.signal ? AbortSignal.any([options.signal, waiting.signal]) : waiting.signal;
  try {
    return await ask(endpoint, input, { ...options, signal, onJson: (json) => remember(url, json) });
  } catch (error) {
    const kept = isPassing(error) ? await remembered(endpoint, url) : undefined;
    if (kept) return kept.answer;
    throw error;
  } finally {
    waiting.end();
  }
}

/** Ends the waiting early where there is something to show instead. */
function impatience(hasSomething: () => Promise<boolean>): { readonly signal: AbortSignal; readonly end: () => void } {
  const ending = new AbortController();
  const timer = setTimeout(() => {
    void hasSomething().then((has) => has && ending.abort(new DOMException('too slow', 'TimeoutError')));
  }, patience);
  return { signal: ending.signal, end: () => clearTimeout(timer) };
}

/** Who is signed in is known before this device may keep answers for them; theirs about themselves is kept afterwards. */
export function rememberAnswer<E extends Endpoint>(endpoint: E, input: Asked<E>, answer: Answer<E>): void {
  remember(partsOf(endpoint, input as Record<string, unknown>).url, answer);
}

/** The answers that this device keeps from an endpoint, the latest first. */
export async function recall<E extends Endpoint>(endpoint: E): Promise<readonly Answer<E>[]> {
  const account = lastAccount();
  if (!account || !canKeep()) return [];
  const kept = await vaultOf(account).list('answer');
  const path = new RegExp(`^/api${endpoint.path.replace(/:\w+/g, '[^/?]+')}$`);
  return kept
    .filter(({ name }) => path.test(name))
    .toSorted((one, other) => other.at - one.at)
    .flatMap(({ value }) => {
      const parsed = endpoint.answer.safeParse(value);
      return parsed.success ? [parsed.data as Answer<E>] : [];
    });
}

async function remembered<E extends Endpoint>(
  endpoint: E,
  url: string,
): Promise<{ readonly answer: Answer<E> } | undefined> {
  const account = askingAccount() ?? lastAccount();
  if (!account) return undefined;
  const json = await vaultOf(account)
    .read('answer', url)
    .catch(() => undefined);
  // An older version of the product may have kept another shape.
  const parsed = json === undefined ? undefined : endpoint.answer.safeParse(json);
  return parsed?.success ? { answer: parsed.data as Answer<E> } : undefined;
}

/** Only for whom the page asks, and only while that is who is signed in on this device. */
function remember(url: string, json: unknown): void {
  const account = askingAccount();
  if (account === undefined || account !== lastAccount()) return;
  void vaultOf(account)
    .write('answer', url, json)
    .catch(() => undefined);
}
