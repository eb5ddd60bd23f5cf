/** Names the account for which a page asks. */
export const accountHeader = 'yilu-account';

let account: string | undefined;
let clockAheadMs = 0;

/**
 * From here on every question says for whom it is asked: two windows share one cookie, and what was written or is shown for
 * one person must not reach the server, or the screen, as another's.
 */
export function askAs(accountId: string): void {
  account = accountId;
}

export function askingAccount(): string | undefined {
  return account;
}

/** The `Date` of an answer has whole seconds, so it is never ahead of the server by more than the way back took. */
export function hearClock(response: Response): void {
  const said = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(said)) return;
  const before = clockAheadMs;
  clockAheadMs = Date.now() - said;
  if (Math.abs(clockAheadMs - before) > noticeableMs) for (const listener of clockSet) listener();
}

/** What the way of an answer takes is no jump. */
const noticeableMs = 30_000;

/** The device's clock turned out to go wrong, or was set. */
export function onClockSet(listener: Listener): void {
  clockSet.add(listener);
}

/** Now by the server's clock as last heard: a device that goes wrong writes nothing into the future and calls nothing late. */
export function serverNow(): Date {
  return new Date(Date.now() - clockAheadMs);
}

type Listener = () => void;
const signedOut = new Set<Listener>();
const clockSet = new Set<Listener>();
const someoneElse = new Set<Listener>();

/** An answer said that nobody is signed in any more; the shell shows the sign-in page without losing the address. */
export function tellSignedOut(): void {
  for (const listener of signedOut) listener();
}

export function onSignedOut(listener: Listener): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/** An answer said that somebody else is signed in by now; nothing on this page is theirs. */
export function tellSomeoneElse(): void {
  for (const listener of someoneElse) listener();
}

export function onSomeoneElse(listener: Listener): () => void {
  someoneElse.add(listener);
  return () => someoneElse.delete(listener);
}
