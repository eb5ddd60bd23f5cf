import type { Day } from '@yilu/platform/contract';
import { type RawBuilder, sql } from 'kysely';
import type { PartyRole, RoomParty } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface PartyRow {
  id: string;
  room_id: string;
  project_id: string;
  room_label: string;
  person_id: string;
  person_name: string;
  role: PartyRole;
  share: string | number | null;
  started_on: Day | null;
  ended_on: Day | null;
  primary_contact: boolean;
  version: number;
}

export const partiesOfRoom = (db: Db, roomId: string, alsoEnded = false): Promise<RoomParty[]> =>
  partiesWhere(db, sql`party.room_id = ${roomId} ${alsoEnded ? sql`` : sql`and party.ended_on is null`}`);

export const partiesOfPerson = (db: Db, personId: string): Promise<RoomParty[]> =>
  partiesWhere(db, sql`party.person_id = ${personId}`);

export async function partyById(db: Db, id: string): Promise<RoomParty | undefined> {
  return (await partiesWhere(db, sql`party.id = ${id}`))[0];
}

/** Owners first, then co-owners, then the others; ended parts last. */
async function partiesWhere(db: Db, condition: RawBuilder<unknown>): Promise<RoomParty[]> {
  const { rows } = await sql<PartyRow>`
    select party.id, party.room_id, party.project_id, room.display_code as room_label, party.person_id, person.name as person_name,
           party.role, party.share, party.started_on, party.ended_on, party.primary_contact, party.version
      from room_party party
      join person on person.id = party.person_id
      join properties_published.room room on room.id = party.room_id
     where ${condition}
     order by party.ended_on desc nulls first, array_position(array['owner', 'coOwner', 'family', 'resident', 'tenant'], party.role),
              room.sort_key, person.pinyin, party.id
     limit 200`.execute(db);
  return rows.map(toParty);
}

export function toParty(row: PartyRow): RoomParty {
  return {
    id: row.id,
    roomId: row.room_id,
    projectId: row.project_id,
    roomLabel: row.room_label,
    personId: row.person_id,
    personName: row.person_name,
    role: row.role,
    ...(row.share !== null && { share: Number(row.share) }),
    ...(row.started_on !== null && { startedOn: row.started_on }),
    ...(row.ended_on !== null && { endedOn: row.ended_on }),
    primaryContact: row.primary_contact,
    version: row.version,
  };
}

export interface NewParty {
  readonly id: string;
  readonly roomId: string;
  readonly projectId: string;
  readonly personId: string;
  readonly role: PartyRole;
  readonly share?: number | undefined;
  readonly startedOn?: Day | undefined;
}

export async function insertParty(db: Db, party: NewParty): Promise<void> {
  await db
    .insertInto('room_party')
    .values({
      id: party.id,
      room_id: party.roomId,
      project_id: party.projectId,
      person_id: party.personId,
      role: party.role,
      share: party.share ?? null,
      started_on: party.startedOn ?? null,
    })
    .execute();
}

export async function updateParty(
  db: Db,
  id: string,
  change: { share?: number | null | undefined; startedOn?: Day | null | undefined },
): Promise<void> {
  await db
    .updateTable('room_party')
    .set({
      ...(change.share !== undefined && { share: change.share }),
      ...(change.startedOn !== undefined && { started_on: change.startedOn }),
    })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function endParties(db: Db, ids: readonly string[], endedOn: Day): Promise<void> {
  await sql`
    update room_party set ended_on = greatest(${endedOn}::date, started_on), primary_contact = false, version = version + 1
     where id = any(${ids}::uuid[]) and ended_on is null`.execute(db);
}

/** Whom to ring first about a room: one at most. */
export async function makeContact(db: Db, roomId: string, partyId: string): Promise<void> {
  await db
    .updateTable('room_party')
    .set({ primary_contact: false })
    .where('room_id', '=', roomId)
    .where('primary_contact', '=', true)
    .execute();
  await db.updateTable('room_party').set({ primary_contact: true }).where('id', '=', partyId).execute();
}

/** The project of a room in reach; locks nothing. */
export async function roomInReach(db: Db, roomId: string): Promise<{ projectId: string; label: string } | undefined> {
  const row = await db
    .selectFrom('properties_published.room')
    .select(['project_id', 'display_code'])
    .where('id', '=', roomId)
    .executeTakeFirst();
  return row && row.project_id !== null ? { projectId: row.project_id, label: row.display_code ?? '' } : undefined;
}

/** One writer at a time per room, so that shares and contacts stay consistent. */
export async function lockRoomParties(db: Db, roomId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`room_party:${roomId}`}, 0))`.execute(db);
}

/** Everybody with a part in these rooms today. */
export async function peopleOfRooms(db: Db, roomIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from room_party where room_id = any(${roomIds}::uuid[]) and ended_on is null limit 50000`.execute(
    db,
  );
  return rows.map((row) => row.person_id);
}

/** Room labels of people, at most three each, for lists of found people. */
export async function roomLabelsOf(db: Db, personIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ person_id: string; labels: string[] }>`
    select party.person_id, (array_agg(distinct room.display_code))[1:3] as labels
      from room_party party join properties_published.room room on room.id = party.room_id
     where party.person_id = any(${personIds}::uuid[]) and party.ended_on is null
     group by party.person_id`.execute(db);
  return new Map(rows.map((row) => [row.person_id, row.labels]));
}
