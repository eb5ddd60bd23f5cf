import { sql } from 'kysely';
import type { KnownPeople, KnownPerson, RecordState } from '../rules/index.ts';
import type { Db } from './tables.ts';

interface KnownRow {
  key: string;
  person_id: string;
  name_key: string;
  has_phone: boolean;
}

/** Everybody whom rows of a file may be about, found in three look-ups over all of them. */
export async function knownPeople(
  db: Db,
  { numbers, hashes, roomIds }: { numbers: readonly string[]; hashes: readonly string[]; roomIds: readonly string[] },
): Promise<KnownPeople> {
  const [byPhone, byIdentity, byRoom] = await Promise.all([
    sql<KnownRow>`
      select number as key, person_id, name_key, true as has_phone from customers.people_with_phones(${numbers}::text[])`.execute(
      db,
    ),
    sql<KnownRow>`
      select hash as key, person_id, name_key, true as has_phone from customers.people_with_identities(${hashes}::text[])`.execute(
      db,
    ),
    sql<KnownRow>`
      select room_id::text as key, person_id, name_key, has_phone from customers.people_of_rooms(${roomIds}::uuid[])`.execute(
      db,
    ),
  ]);
  return { byPhone: grouped(byPhone.rows), byIdentity: grouped(byIdentity.rows), byRoom: grouped(byRoom.rows) };
}

function grouped(rows: readonly KnownRow[]): Map<string, KnownPerson[]> {
  const people = new Map<string, KnownPerson[]>();
  for (const row of rows) {
    const person = { personId: row.person_id, nameKey: row.name_key, hasPhone: row.has_phone };
    people.set(row.key, [...(people.get(row.key) ?? []), person]);
  }
  return people;
}

export async function recordStates(db: Db, personIds: readonly string[]): Promise<Map<string, RecordState>> {
  const { rows } = await sql<{ person_id: string; state: RecordState }>`
    select person_id, state from customers.import_state(${personIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ person_id, state }) => [person_id, state]));
}

export interface PeopleToWrite {
  readonly people: readonly object[];
  readonly links: readonly object[];
  readonly columns: readonly object[];
  readonly identities: readonly object[];
  readonly phones: readonly object[];
  readonly parties: readonly object[];
  readonly relations: readonly object[];
}

/** Thousands of rows per statement; ids are made before, so nothing has to be read back. */
export async function writePeople(db: Db, write: PeopleToWrite, by: string, at: Date): Promise<void> {
  await sql`
    insert into person (id, kind, name, name_key, pinyin, initials, sex, birth_date, birth_year, registered_at, registered_by, entered_at)
    select id, kind, name, name_key, pinyin, initials, sex, birth_date, birth_year, registered_at, ${by}, ${at}
      from json_to_recordset(${json(write.people)}::json)
        as given (id uuid, kind text, name text, name_key text, pinyin text, initials text, sex text, birth_date date,
                  birth_year smallint, registered_at timestamptz)`.execute(db);
  await sql`
    insert into person_project (person_id, project_id, registered_at, registered_by, imported)
    select person_id, project_id, registered_at, ${by}, true
      from json_to_recordset(${json(write.links)}::json) as given (person_id uuid, project_id uuid, registered_at timestamptz)
    on conflict do nothing`.execute(db);
  if (write.columns.length > 0)
    await sql`
    update person set sex = coalesce(person.sex, given.sex), birth_date = coalesce(person.birth_date, given.birth_date),
                      birth_year = coalesce(person.birth_year, given.birth_year)
      from (select id, max(sex) as sex, max(birth_date) as birth_date, max(birth_year) as birth_year
                from json_to_recordset(${json(write.columns)}::json) as line (id uuid, sex text, birth_date date, birth_year smallint)
               group by id) given
     where person.id = given.id`.execute(db);
  await sql`
    insert into person_identity (person_id, kind, encrypted, hash)
    select person_id, kind, encrypted, hash
      from json_to_recordset(${json(write.identities)}::json) as given (person_id uuid, kind text, encrypted text, hash text)
    on conflict do nothing`.execute(db);
  await sql`
    insert into person_phone (id, person_id, number, kind, is_primary, added_at)
    select id, person_id, number, kind, is_primary, ${at}
      from json_to_recordset(${json(write.phones)}::json) as given (id uuid, person_id uuid, number text, kind text, is_primary boolean)
    on conflict do nothing`.execute(db);
  await sql`
    with given as materialized (
      select * from json_to_recordset(${json(write.parties)}::json)
        as given (id uuid, room_id uuid, project_id uuid, person_id uuid, role text, share numeric, started_on date)
    ), lived_in as (
      select distinct room_id from room_party where room_id = any (array(select room_id from given)) and ended_on is null
    )
    insert into room_party (id, room_id, project_id, person_id, role, share, started_on, imported, primary_contact)
    select id, room_id, project_id, person_id, role, share, started_on, true,
           lived_in.room_id is null and row_number() over (partition by given.room_id order by ${sql.raw(firstToRing)}, id) = 1
      from given left join lived_in using (room_id)
    on conflict do nothing`.execute(db);
  await sql`
    insert into person_relation (id, from_person, to_person, kind, added_by, added_at)
    select id, from_person, to_person, kind, ${by}, ${at}
      from json_to_recordset(${json(write.relations)}::json) as given (id uuid, from_person uuid, to_person uuid, kind text)
    on conflict do nothing`.execute(db);
}

/** Owners before the others; with the id behind it, the earliest entered first. */
const firstToRing = "array_position(array['owner', 'coOwner', 'family', 'resident', 'tenant'], role)";

/** Rooms with people and nobody to ring first get one. Rooms that were empty got theirs with their first people. */
export async function giveRoomsAContact(db: Db, roomIds: readonly string[]): Promise<void> {
  await sql`
    update room_party set primary_contact = true
     where id in (
       select distinct on (room_id) id from room_party party
        where room_id = any(${roomIds}::uuid[]) and ended_on is null
          and not exists (select from room_party other
                           where other.room_id = party.room_id and other.primary_contact and other.ended_on is null)
        order by room_id, ${sql.raw(firstToRing)}, id)`.execute(db);
}

export interface PlacesToEmpty {
  readonly sex: readonly string[];
  readonly birthDate: readonly string[];
  readonly birthYear: readonly string[];
  readonly identity: readonly string[];
  readonly phones: readonly string[];
  readonly parties: readonly string[];
  readonly relations: readonly string[];
  readonly links: readonly { readonly person_id: string; readonly project_id: string }[];
  readonly answers: readonly { readonly person_id: string; readonly field: string }[];
  /** People to remove altogether. */
  readonly people: readonly string[];
}

/** Takes back what an import filled; what others have since put beside it stays. */
export async function emptyPlaces(db: Db, empty: PlacesToEmpty): Promise<void> {
  await sql`delete from room_party where id = any(${empty.parties}::uuid[])`.execute(db);
  await sql`delete from person_relation where id = any(${empty.relations}::uuid[])`.execute(db);
  await sql`delete from person_phone where id = any(${empty.phones}::uuid[])`.execute(db);
  await sql`delete from person_identity where person_id = any(${empty.identity}::uuid[])`.execute(db);
  await sql`
    delete from dossier_answer answer
     using json_to_recordset(${json(empty.answers)}::json) as gone (person_id uuid, field text)
     where answer.person_id = gone.person_id and answer.field = gone.field`.execute(db);
  await sql`update person set birth_date = null where id = any(${empty.birthDate}::uuid[])`.execute(db);
  await sql`update person set birth_year = null where id = any(${empty.birthYear}::uuid[]) and birth_date is null`.execute(
    db,
  );
  await sql`update person set sex = null where id = any(${empty.sex}::uuid[])`.execute(db);
  await sql`
    delete from person where id = any(${empty.people}::uuid[])
       and not exists (select from room_party party where party.person_id = person.id)`.execute(db);
  await sql`
    delete from person_project link
     using json_to_recordset(${json(empty.links)}::json) as gone (person_id uuid, project_id uuid)
     where link.person_id = gone.person_id and link.project_id = gone.project_id
       and not exists (select from room_party party where party.person_id = link.person_id and party.project_id = link.project_id)`.execute(
    db,
  );
}

const json = (rows: readonly object[]) => JSON.stringify(rows);
