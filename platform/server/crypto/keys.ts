import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const KeyFile = z.object({
  /** The key that encrypts from now on. */
  current: z.string(),
  /** All keys by id, base64, 256 bit: older values are read with theirs. */
  keys: z.record(z.string(), z.string()),
  /** Hashes for look-up (phones, ID numbers) must stay comparable, so this one is never rotated. */
  lookup: z.string(),
});

/** The keys that stand outside the database (SEC-01): a stolen database or backup is unreadable without this file. */
export interface Keys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly lookup: Buffer;
}

/** Read the key file, or make one on the first start. */
export function readOrMakeKeys(file: string): Keys {
  if (!existsSync(file)) writeKeys(file, { current: 'k1', keys: { k1: randomKey() }, lookup: randomKey() });
  return readKeys(file);
}

/** A new current key; the old ones stay, since old values are read with them. */
export function addKey(file: string): Keys {
  const given = KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const id = `k${Math.max(0, ...Object.keys(given.keys).map(numberOf)) + 1}`;
  writeKeys(file, { ...given, current: id, keys: { ...given.keys, [id]: randomKey() } });
  return readKeys(file);
}

/** Of `k3`: a key taken out by hand must not make the next one take another's name. */
function numberOf(id: string): number {
  return Number(/^k(\d+)$/.exec(id)?.[1] ?? 0);
}

function readKeys(file: string): Keys {
  const { current, keys, lookup } = KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    current,
    keys: new Map(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')])),
    lookup: Buffer.from(lookup, 'base64'),
  };
}

/** Written beside, on the disk before it is renamed: a power cut leaves the old file or the new one, never half of either. */
function writeKeys(file: string, content: z.infer<typeof KeyFile>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function randomKey(): string {
  return randomBytes(32).toString('base64');
}
