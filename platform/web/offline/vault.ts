/**
 * What this device keeps for an account: sealed with a key per account that cannot be taken out of the browser. Each name
 * stands under its account, and forgetting the account destroys its key first, so that nothing of it can be read again.
 */
export interface Vault {
  readonly read: (kind: VaultKind, name: string) => Promise<unknown>;
  readonly list: (kind: VaultKind) => Promise<readonly Kept[]>;
  readonly write: (kind: VaultKind, name: string, value: unknown) => Promise<void>;
  readonly remove: (kind: VaultKind, name: string) => Promise<void>;
  /** Keeps the latest `most` that are younger than `forMs`. */
  readonly prune: (kind: VaultKind, limits: { readonly most: number; readonly forMs: number }) => Promise<void>;
}

export type VaultKind = 'outbox' | 'draft' | 'answer';

export interface Kept {
  readonly name: string;
  readonly at: number;
  readonly value: unknown;
}

interface Row {
  readonly id: string;
  readonly at: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** Browsers seal on HTTPS and on this machine only; elsewhere nothing is kept. */
export function canKeep(): boolean {
  return window.isSecureContext && 'indexedDB' in window && crypto.subtle !== undefined;
}

export function vaultOf(account: string): Vault {
  const prefix = (kind: VaultKind) => `${account}/${kind}/`;
  const idOf = (kind: VaultKind, name: string) => prefix(kind) + name;
  return {
    read: async (kind, name) => {
      const row = await run<Row | undefined>('rows', 'readonly', (rows) => rows.get(idOf(kind, name)));
      return row && (await open(account, row));
    },
    list: async (kind) => {
      const rows = await run<Row[]>('rows', 'readonly', (store) => store.getAll(within(prefix(kind))));
      const opened = await Promise.all(
        rows.map(async (row) => ({
          name: row.id.slice(prefix(kind).length),
          at: row.at,
          value: await open(account, row),
        })),
      );
      return opened.filter(({ value }) => value !== undefined);
    },
    write: async (kind, name, value) => {
      const row = await seal(account, idOf(kind, name), value);
      await run('rows', 'readwrite', (rows) => rows.put(row));
    },
    remove: async (kind, name) => {
      await run('rows', 'readwrite', (rows) => rows.delete(idOf(kind, name)));
    },
    prune: async (kind, { most, forMs }) => {
      const rows = await run<Row[]>('rows', 'readonly', (store) => store.getAll(within(prefix(kind))));
      const since = Date.now() - forMs;
      const old = rows.toSorted((one, other) => other.at - one.at).filter(({ at }, rank) => rank >= most || at < since);
      for (const { id } of old) await run('rows', 'readwrite', (store) => store.delete(id));
    },
  };
}

/** Everything of the account leaves the device, the key first. */
export async function forget(account: string): Promise<void> {
  if (!canKeep()) return;
  keys.delete(account);
  await run('keys', 'readwrite', (store) => store.delete(account));
  await run('rows', 'readwrite', (rows) => rows.delete(within(`${account}/`)));
}

/** What other people looked at here leaves the device; what they have not sent yet stays, sealed, until they are back. */
export async function forgetAnswersOfOthers(account: string): Promise<void> {
  const ids = await run<IDBValidKey[]>('rows', 'readonly', (rows) => rows.getAllKeys());
  for (const id of ids.map(String)) {
    if (!id.startsWith(`${account}/`) && id.includes('/answer/')) {
      await run('rows', 'readwrite', (rows) => rows.delete(id));
    }
  }
}

async function seal(account: string, id: string, value: unknown): Promise<Row> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  const bound = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) };
  return { id, at: Date.now(), iv, sealed: await crypto.subtle.encrypt(bound, await keyOf(account), text) };
}

/** Undefined for what was sealed with a key that is gone. */
async function open(account: string, { id, iv, sealed }: Row): Promise<unknown> {
  const bound = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) };
  try {
    const text = await crypto.subtle.decrypt(bound, await keyOf(account), sealed);
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return undefined;
  }
}

const keys = new Map<string, Promise<CryptoKey>>();

function keyOf(account: string): Promise<CryptoKey> {
  const key = keys.get(account) ?? findOrMakeKey(account);
  keys.set(account, key);
  key.catch(() => keys.delete(account));
  return key;
}

/** Two windows may come here at once: the key that was put first is everybody's. */
async function findOrMakeKey(account: string): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const database = await openDatabase();
  return new Promise((resolve, reject) => {
    const exchange = database.transaction('keys', 'readwrite');
    const asked: IDBRequest<CryptoKey | undefined> = exchange.objectStore('keys').get(account);
    let key: CryptoKey = made;
    asked.onsuccess = () => {
      if (asked.result) key = asked.result;
      else exchange.objectStore('keys').put(made, account);
    };
    exchange.oncomplete = () => resolve(key);
    exchange.onerror = () => reject(exchange.error ?? new Error('the key was not kept'));
    exchange.onabort = exchange.onerror;
  });
}

function within(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

async function run<Result>(
  store: 'rows' | 'keys',
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<Result> {
  const database = await openDatabase();
  return new Promise((resolve, reject) => {
    const exchange = database.transaction(store, mode);
    const asked = ask(exchange.objectStore(store));
    exchange.oncomplete = () => resolve(asked.result as Result);
    exchange.onerror = () => reject(exchange.error ?? new Error('the device keeps nothing'));
    exchange.onabort = exchange.onerror;
  });
}

let opening: Promise<IDBDatabase> | undefined;

function openDatabase(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('yilu', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('rows', { keyPath: 'id' });
      asked.result.createObjectStore('keys');
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close();
      // The browser may close it, for instance to make room; the next question opens it again.
      asked.result.onclose = () => {
        opening = undefined;
      };
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error ?? new Error('the device keeps nothing'));
  });
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}
