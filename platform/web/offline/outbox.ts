import { exchange, newKey } from '../ask/ask.ts';
import { AskError } from '../ask/ask-error.ts';
import {
  type Attempt,
  afterAttempt,
  attemptOf,
  confirmed,
  firstWaiting,
  inOrder,
  isForgotten,
  mended,
  type WaitingRecord,
} from './outbox-rules.ts';
import { type Vault, vaultOf } from './vault.ts';

/** Writes of one account that wait on this device for the server, shared by all windows. */
export interface Outbox {
  readonly subscribe: (changed: () => void) => () => void;
  /** In the order of writing; undefined until read from the device. */
  readonly records: () => readonly WaitingRecord[] | undefined;
  readonly find: (id: string) => Promise<WaitingRecord | undefined>;
  /** Once this resolves the record survives the page. */
  readonly put: (record: WaitingRecord) => Promise<void>;
  /** Other contents for a record that was not sent yet; false when it went in the meantime. */
  readonly mend: (id: string, change: Parameters<typeof mended>[1]) => Promise<boolean>;
  /** One that asked first goes with the next flush. */
  readonly confirm: (id: string) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
  /** Sends what waits, one after the other; `evenBefore` does not wait for the next attempt's time. */
  readonly flush: (given?: { readonly evenBefore?: boolean }) => Promise<void>;
  /** When the next attempt is due; undefined when nothing waits. */
  readonly nextTryAt: () => number | undefined;
}

const outboxes = new Map<string, Outbox>();

export function outboxOf(account: string): Outbox {
  const outbox = outboxes.get(account) ?? openOutbox(account);
  outboxes.set(account, outbox);
  return outbox;
}

export function newRecord(
  given: Pick<WaitingRecord, 'title' | 'about' | 'subjectId' | 'method' | 'url' | 'body' | 'opensAt' | 'draft'>,
): WaitingRecord {
  return {
    ...given,
    id: newKey(),
    writtenAt: Date.now(),
    state: 'waiting',
    tries: 0,
    nextTryAt: 0,
    maybeThere: false,
    refusal: undefined,
    sentAt: undefined,
  };
}

function openOutbox(account: string): Outbox {
  const vault = vaultOf(account);
  const listeners = new Set<() => void>();
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(`yilu-outbox-${account}`) : undefined;
  let known: readonly WaitingRecord[] | undefined;

  const read = async () => {
    const kept = await vault.list('outbox');
    known = inOrder(kept.map(({ value }) => value as WaitingRecord));
    for (const listener of listeners) listener();
    return known;
  };
  const changed = async () => {
    channel?.postMessage('changed');
    await read();
  };
  channel?.addEventListener('message', () => void read());
  // A device that keeps nothing has nothing waiting.
  read().catch(() => {
    known = [];
  });
  const alone = <Result>(act: () => Promise<Result>) => oneAtATime(`yilu-outbox-${account}`, act);

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    records: () => known,
    find: async (id) => (await vault.read('outbox', id)) as WaitingRecord | undefined,
    put: async (record) => {
      await vault.write('outbox', record.id, record);
      // Asks the browser not to clear it away when space is short; what it answers changes nothing here.
      void navigator.storage?.persist?.();
      await changed();
    },
    mend: async (id, change) => {
      const isMended = await alone(async () => {
        const record = (await vault.read('outbox', id)) as WaitingRecord | undefined;
        if (!record || record.state === 'sent') return false;
        await vault.write('outbox', id, mended(record, change));
        return true;
      });
      await changed();
      return isMended;
    },
    confirm: async (id) => {
      await alone(async () => {
        const record = (await vault.read('outbox', id)) as WaitingRecord | undefined;
        if (record?.state === 'waiting') await vault.write('outbox', id, confirmed(record, Date.now()));
      });
      await changed();
    },
    drop: async (id) => {
      await alone(() => vault.remove('outbox', id));
      await changed();
    },
    flush: async ({ evenBefore = false } = {}) => {
      await alone(() => sendAll(account, vault, { evenBefore, onStep: changed }));
    },
    nextTryAt: () => firstWaiting(known ?? [], Date.now())?.nextTryAt,
  };
}

/** One after the other until nothing waits, or one must wait longer. */
async function sendAll(
  account: string,
  vault: Vault,
  { evenBefore, onStep }: { evenBefore: boolean; onStep: () => Promise<void> },
): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const records = (await vault.list('outbox')).map(({ value }) => value as WaitingRecord);
    for (const { id } of records.filter((record) => isForgotten(record, Date.now()))) await vault.remove('outbox', id);
    const record = firstWaiting(records, Date.now());
    if (!record || tried.has(record.id) || !navigator.onLine) return;
    if (!evenBefore && record.nextTryAt > Date.now()) return;
    tried.add(record.id);
    const attempt = await tryToSend(record, account);
    await vault.write('outbox', record.id, afterAttempt(record, attempt, Date.now(), Math.random()));
    await onStep();
    if (attempt.verdict === 'later' || attempt.verdict === 'notSignedIn') return;
  }
}

/** Longer than a form waits, since nobody looks on. */
const patience = 30_000;

async function tryToSend({ id, method, url, body, tries }: WaitingRecord, account: string): Promise<Attempt> {
  try {
    await exchange({ method, url, body, account, idempotencyKey: id, patience });
    return { verdict: 'sent' };
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    const { status, code, message, fields } = error;
    return attemptOf({ status, code, message, fields }, tries);
  }
}

/** All windows of the device take turns, so that nothing is sent while it is changed, or by two at once. */
function oneAtATime<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(name, act);
}
