import { rowsFrom } from '@yilu/platform/server';
import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Parts in rooms that an import ends: whoever held them is rung first no longer. */
export async function endImportedParties(
  db: Db,
  endings: readonly { readonly id: string; readonly endedOn: string }[],
): Promise<void> {
  if (endings.length === 0) return;
  await sql`
    update room_party party
       set ended_on = given.ended_on, primary_contact = false
      from ${rowsFrom(
        endings.map(({ id, endedOn }) => ({ id, ended_on: endedOn })),
        ['id uuid', 'ended_on date'],
      )}
     where party.id = given.id and party.ended_on is null`.execute(db);
}

/** Parts that an import had ended hold again; whoever was rung first is so again. */
export async function resumeParties(
  db: Db,
  parties: readonly { readonly id: string; readonly roomId: string; readonly wasContact: boolean }[],
): Promise<void> {
  if (parties.length === 0) return;
  const ids = parties.map(({ id }) => id);
  const contacts = parties.filter(({ wasContact }) => wasContact);
  await sql`
    update room_party party set ended_on = null
     where id = any(${ids}::uuid[]) and ended_on is not null
       and not exists (select from room_party other where other.room_id = party.room_id
                          and other.person_id = party.person_id and other.role = party.role and other.ended_on is null)`.execute(
    db,
  );
  await sql`
    update room_party set primary_contact = false
     where room_id = any(${contacts.map(({ roomId }) => roomId)}::uuid[]) and primary_contact`.execute(db);
  await sql`
    update room_party set primary_contact = true
     where id = any(${contacts.map(({ id }) => id)}::uuid[]) and ended_on is null`.execute(db);
}
