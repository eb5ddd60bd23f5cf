import { rowsFrom } from '@yilu/platform/server';
import { type RawBuilder, sql } from 'kysely';
import type { KnownPeople, KnownPerson, RecordState } from '../rules/index.ts';
import type { Db } from './tables.ts';

interface KnownRow {
  key: string;
  person_id: string;
  name_key: string;
  has_phone: boolean;
}

interface Sought {
  readonly numbers: readonly string[];
  readonly hashes: readonly string[];
  readonly roomIds: readonly string[];
  readonly sources: readonly string[];
}

/** Everybody whom rows of a file may be about, found in four look-ups over all of them, each in the order of their coming. */
export async function knownPeople(db: Db, { numbers, hashes, roomIds, sources }: Sought): Promise<KnownPeople> {
  const [byPhone, byIdentity, byRoom, bySource] = await Promise.all([
    knownBy(
      numbers,
      db,
      sql`
      select number as key, person_id, name_key, true as has_phone from customers.people_with_phones(${numbers}::text[])`,
    ),
    knownBy(
      hashes,
      db,
      sql`
      select hash as key, person_id, name_key, true as has_phone from customers.people_with_identities(${hashes}::text[])`,
    ),
    knownBy(
      roomIds,
      db,
      sql`
      select room_id::text as key, person_id, name_key, has_phone from customers.people_of_rooms(${roomIds}::uuid[])`,
    ),
    knownBy(
      sources,
      db,
      sql`
      select source.key, source.person_id, person.name_key,
             exists (select from person_phone phone where phone.person_id = person.id) as has_phone
        from person_source source join person on person.id = source.person_id
       where source.key = any(${sources}::text[])
       order by source.person_id`,
    ),
  ]);
  return { byPhone, byIdentity, byRoom, bySource };
}

/** Whether anybody in these projects can only be found by what a file said around the name; mostly nobody. */
export async function hasSources(db: Db, projectIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select from person_source where project_id = any(${projectIds}::uuid[]) limit 1`.execute(db);
  return rows.length > 0;
}

async function knownBy(
  keys: readonly string[],
  db: Db,
  query: RawBuilder<unknown>,
): Promise<Map<string, KnownPerson[]>> {
  const { rows } = keys.length > 0 ? await query.$castTo<KnownRow>().execute(db) : { rows: [] };
  const people = new Map<string, KnownPerson[]>();
  for (const row of rows) {
    const person = { personId: row.person_id, nameKey: row.name_key, hasPhone: row.has_phone };
    people.set(row.key, [...(people.get(row.key) ?? []), person]);
  }
  return people;
}

export async function recordStates(db: Db, personIds: readonly string[]): Promise<Map<string, RecordState>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ person_id: string; state: RecordState }>`
    select person_id, state from customers.import_state(${personIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ person_id, state }) => [person_id, state]));
}

export interface PeopleToWrite {
  readonly people: readonly { readonly id: string }[];
  readonly links: readonly OfPerson[];
  readonly columns: readonly object[];
  readonly identities: readonly OfPerson[];
  readonly phones: readonly OfPerson[];
  readonly parties: readonly (OfPerson & { readonly room_id: string })[];
  readonly relations: readonly object[];
  readonly sources: readonly OfPerson[];
}
interface OfPerson {
  readonly person_id: string;
}

const ofPeople = [
  'id uuid',
  'kind text',
  'name text',
  'name_key text',
  'pinyin text',
  'initials text',
  'sex text',
  'birth_date date',
  'birth_year smallint',
  'registered_at timestamptz',
];
const ofParties = [
  'id uuid',
  'room_id uuid',
  'project_id uuid',
  'person_id uuid',
  'role text',
  'share numeric',
  'started_on date',
  'ended_on date',
];

/**
 * Thousands of rows per statement; ids are made before, so nothing has to be read back. What concerns people whom this very
 * write makes cannot collide with anything and is written without looking for it, which is half as dear again.
 */
export async function writePeople(db: Db, write: PeopleToWrite, by: string, at: Date): Promise<void> {
  const newborn = new Set(write.people.map(({ id }) => id));
  const knownHomes = new Set(
    write.parties.flatMap(({ person_id, room_id }) => (newborn.has(person_id) ? [] : room_id)),
  );
  const isNew = ({ person_id }: OfPerson) => newborn.has(person_id);

  if (write.people.length > 0)
    await sql`
    insert into person (id, kind, name, name_key, pinyin, initials, sex, birth_date, birth_year, registered_at, registered_by, entered_at)
    select id, kind, name, name_key, pinyin, initials, sex, birth_date, birth_year, registered_at, ${by}, ${at}
      from ${rowsFrom(write.people, ofPeople)}`.execute(db);
  await inTwo(write.links, isNew, (links, unlessThere) =>
    sql`
    insert into person_project (person_id, project_id, registered_at, registered_by, imported)
    select person_id, project_id, registered_at, ${by}, true
      from ${rowsFrom(links, ['person_id uuid', 'project_id uuid', 'registered_at timestamptz'])}
    ${unlessThere}`.execute(db),
  );
  if (write.columns.length > 0)
    await sql`
    update person set sex = coalesce(person.sex, given.sex), birth_date = coalesce(person.birth_date, given.birth_date),
                      birth_year = coalesce(person.birth_year, given.birth_year)
      from (select id, max(sex) as sex, max(birth_date) as birth_date, max(birth_year) as birth_year
                from json_to_recordset(${json(write.columns)}::json) as line (id uuid, sex text, birth_date date, birth_year smallint)
               group by id) given
     where person.id = given.id`.execute(db);
  await inTwo(write.identities, isNew, (identities, unlessThere) =>
    sql`
    insert into person_identity (person_id, kind, encrypted, hash)
    select person_id, kind, encrypted, hash
      from ${rowsFrom(identities, ['person_id uuid', 'kind text', 'encrypted text', 'hash text'])}
    ${unlessThere}`.execute(db),
  );
  await inTwo(write.phones, isNew, (phones, unlessThere) =>
    sql`
    insert into person_phone (id, person_id, number, kind, is_primary, added_at)
    select id, person_id, number, kind, is_primary, ${at}
      from ${rowsFrom(phones, ['id uuid', 'person_id uuid', 'number text', 'kind text', 'is_primary boolean'])}
    ${unlessThere}`.execute(db),
  );
  // By room, since who is rung first is chosen among all its new people.
  await inTwo(
    write.parties,
    ({ room_id }) => !knownHomes.has(room_id),
    (parties, unlessThere) =>
      sql`
    insert into room_party (id, room_id, project_id, person_id, role, share, started_on, ended_on, imported, primary_contact)
    with given as materialized (
      select * from ${rowsFrom(parties, ofParties)}
    ), lived_in as (
      select distinct room_id from room_party where room_id = any (array(select room_id from given)) and ended_on is null
    )
    select id, room_id, project_id, person_id, role, share, started_on, ended_on, true,
           lived_in.room_id is null and ended_on is null
             and row_number() over (partition by given.room_id, ended_on is null order by ${sql.raw(firstToRing)}, id) = 1
      from given left join lived_in using (room_id)
    ${unlessThere}`.execute(db),
  );
  if (write.relations.length > 0)
    await sql`
    insert into person_relation (id, from_person, to_person, kind, added_by, added_at)
    select id, from_person, to_person, kind, ${by}, ${at}
      from json_to_recordset(${json(write.relations)}::json) as given (id uuid, from_person uuid, to_person uuid, kind text)
    on conflict do nothing`.execute(db);
  if (write.sources.length > 0)
    await sql`
    insert into person_source (project_id, key, person_id)
    select project_id, key, person_id
      from json_to_recordset(${json(write.sources)}::json) as given (project_id uuid, key text, person_id uuid)
    on conflict do nothing`.execute(db);
}

/** Rows that cannot be there yet first, then those that may be. */
async function inTwo<Row>(
  rows: readonly Row[],
  isNew: (row: Row) => boolean,
  write: (rows: readonly Row[], unlessThere: RawBuilder<unknown>) => Promise<unknown>,
): Promise<void> {
  const fresh = rows.filter(isNew);
  const others = rows.filter((row) => !isNew(row));
  if (fresh.length > 0) await write(fresh, sql``);
  if (others.length > 0) await write(others, sql`on conflict do nothing`);
}

/** Owners before the others; with the id behind it, the earliest entered first. */
const firstToRing = "array_position(array['owner', 'coOwner', 'family', 'resident', 'tenant'], role)";

/** Rooms with people and nobody to ring first get one. Rooms that were empty got theirs with their first people. */
export async function giveRoomsAContact(db: Db, roomIds: readonly string[]): Promise<void> {
  if (roomIds.length === 0) return;
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
