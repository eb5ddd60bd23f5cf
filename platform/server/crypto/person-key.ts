import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { rowsFrom } from '../database/rows-from.ts';
import type { Work } from '../work/work.ts';
import { decryptField, decryptWith, encryptField, encryptWith } from './field.ts';

// The id that stands in a sealed value; the key itself is found by the person.
const sealedBy = 'person';
const bytesPerKey = 32;

/** Seal what audit, history and undo remember of a person; destroying the person's key makes it unreadable for ever. */
export async function seal(work: Work, personId: string, text: string): Promise<string> {
  return encryptWith(await keyOf(work, personId), sealedBy, text, personId);
}

/** The text, or undefined when the person's key was destroyed. */
export async function unseal(work: Work, personId: string, sealed: string): Promise<string | undefined> {
  const wrapped = await wrappedKeyOf(work, personId);
  return wrapped === undefined ? undefined : decryptWith(unwrap(work, personId, wrapped), sealed, personId);
}

/** For bulk work: the keys of many people in three statements, made where missing. */
export async function sealerFor(
  work: Work,
  personIds: readonly string[],
): Promise<(personId: string, text: string) => string> {
  const known = personIds.length > 0 ? await wrappedKeysOf(work, personIds) : new Map<string, string>();
  const keyless = personIds.filter((id) => !known.has(id));
  // Drawn at once: asking for 32 bytes each time costs as much as wrapping them.
  const drawn = randomBytes(bytesPerKey * keyless.length);
  const fresh = new Map(
    keyless.map((id, at) => {
      const key = drawn.subarray(at * bytesPerKey, (at + 1) * bytesPerKey);
      return [id, { key: createSecretKey(key), wrapped: wrap(work, id, key) }];
    }),
  );
  if (fresh.size > 0) {
    const made = [...fresh].map(([person_id, { wrapped }]) => ({ person_id, wrapped_key: wrapped }));
    await sql`
      insert into person_key (person_id, wrapped_key)
      select person_id, wrapped_key from ${rowsFrom(made, ['person_id uuid', 'wrapped_key text'])}
      on conflict do nothing`.execute(work.db);
    // Read again: another transaction may have been first.
    for (const [id, wrapped] of await wrappedKeysOf(work, [...fresh.keys()])) known.set(id, wrapped);
  }
  const keys = new Map<string, KeyObject>();
  return (personId, text) => {
    const wrapped = known.get(personId);
    if (wrapped === undefined) throw new Error('sealerFor was not told of this person');
    const ours = fresh.get(personId);
    const key = keys.get(personId) ?? (ours?.wrapped === wrapped ? ours.key : unwrap(work, personId, wrapped));
    keys.set(personId, key);
    return encryptWith(key, sealedBy, text, personId);
  };
}

/** The counterpart: what was sealed for many people, their keys read in one statement; undefined where a key was destroyed. */
export async function openerFor(
  work: Work,
  personIds: readonly string[],
): Promise<(personId: string, sealed: string) => string | undefined> {
  const known = await wrappedKeysOf(work, personIds);
  return (personId, sealed) => {
    const wrapped = known.get(personId);
    return wrapped === undefined ? undefined : decryptWith(unwrap(work, personId, wrapped), sealed, personId);
  };
}

async function wrappedKeysOf({ db }: Work, personIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ person_id: string; wrapped_key: string }>`
    select person_id, wrapped_key from person_key where person_id = any (${[...personIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.person_id, row.wrapped_key]));
}

async function keyOf(work: Work, personId: string): Promise<KeyObject> {
  const known = await wrappedKeyOf(work, personId);
  if (known !== undefined) return unwrap(work, personId, known);
  await sql`
    insert into person_key (person_id, wrapped_key) values (${personId}, ${wrap(work, personId, randomBytes(bytesPerKey))})
    on conflict do nothing`.execute(work.db);
  // Read again: another transaction may have been first.
  const written = await wrappedKeyOf(work, personId);
  if (written === undefined) throw new Error('a person key vanished while it was written');
  return unwrap(work, personId, written);
}

async function wrappedKeyOf({ db }: Work, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    wrapped_key: string;
  }>`select wrapped_key from person_key where person_id = ${personId}`.execute(db);
  return rows[0]?.wrapped_key;
}

function wrap({ keys }: Work, personId: string, key: Buffer): string {
  return encryptField(keys, key.toString('base64'), personId);
}

function unwrap({ keys }: Work, personId: string, wrapped: string): KeyObject {
  return createSecretKey(Buffer.from(decryptField(keys, wrapped, personId), 'base64'));
}
