import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Work } from '../work/work.ts';
import { decryptField, decryptWith, encryptField, encryptWith } from './field.ts';

// The id that stands in a sealed value; the key itself is found by the person.
const sealedBy = 'person';

/** Seal what audit, history and undo remember of a person; destroying the person's key makes it unreadable for ever. */
export async function seal(work: Work, personId: string, text: string): Promise<string> {
  return encryptWith(await keyOf(work, personId), sealedBy, text, personId);
}

/** The text, or undefined when the person's key was destroyed. */
export async function unseal(work: Work, personId: string, sealed: string): Promise<string | undefined> {
  const wrapped = await wrappedKeyOf(work, personId);
  return wrapped === undefined ? undefined : decryptWith(unwrap(work, personId, wrapped), sealed, personId);
}

/** For bulk work: the keys of many people in two statements, made where missing. */
export async function sealerFor(
  work: Work,
  personIds: readonly string[],
): Promise<(personId: string, text: string) => string> {
  const made = personIds.map((id) => ({ person_id: id, wrapped_key: wrap(work, id, randomBytes(32)) }));
  await sql`
    insert into person_key (person_id, wrapped_key)
    select person_id, wrapped_key from json_to_recordset(${JSON.stringify(made)}::json) as made (person_id uuid, wrapped_key text)
    on conflict do nothing`.execute(work.db);
  const { rows } = await sql<{ person_id: string; wrapped_key: string }>`
    select person_id, wrapped_key from person_key where person_id = any (${personIds}::uuid[])`.execute(work.db);
  const keys = new Map(rows.map((row) => [row.person_id, unwrap(work, row.person_id, row.wrapped_key)]));
  return (personId, text) => {
    const key = keys.get(personId);
    if (!key) throw new Error('sealerFor was not told of this person');
    return encryptWith(key, sealedBy, text, personId);
  };
}

async function keyOf(work: Work, personId: string): Promise<Buffer> {
  const known = await wrappedKeyOf(work, personId);
  if (known !== undefined) return unwrap(work, personId, known);
  await sql`
    insert into person_key (person_id, wrapped_key) values (${personId}, ${wrap(work, personId, randomBytes(32))})
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

function unwrap({ keys }: Work, personId: string, wrapped: string): Buffer {
  return Buffer.from(decryptField(keys, wrapped, personId), 'base64');
}
