import { sql } from 'kysely';
import {
  type HouseholdMember,
  type Relation,
  type RelationGraph,
  type RelationKind,
  type Sex,
  seenAs,
} from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface RelationRow {
  id: string;
  other_id: string;
  name: string;
  kind: RelationKind;
  other_is_from: boolean;
  note: string | null;
}

/** Links of a person from their own point of view. */
export async function relationsOf(db: Db, personId: string): Promise<Relation[]> {
  const { rows } = await sql<RelationRow>`
    select link.id, other.id as other_id, other.name, link.kind, link.from_person = other.id as other_is_from, link.note
      from person_relation link
      join person other on other.id = case when link.from_person = ${personId} then link.to_person else link.from_person end
     where link.from_person = ${personId} or link.to_person = ${personId}
     order by link.added_at, link.id
     limit 200`.execute(db);
  return rows.map(toRelation);
}

export function toRelation(row: RelationRow): Relation {
  return {
    id: row.id,
    personId: row.other_id,
    name: row.name,
    seenAs: seenAs(row.kind, row.other_is_from),
    ...(row.note !== null && { note: row.note }),
  };
}

/** Who is so many steps away, and how they hang together; undefined for somebody out of reach. */
export async function relationsAround(db: Db, personId: string, steps: number): Promise<RelationGraph | undefined> {
  const { rows } = await sql<RelationGraph>`
    select people, links from customers.relation_graph(${personId}, ${steps}::int)`.execute(db);
  return rows[0];
}

/** False when the two have such a link already, in either direction. */
export async function insertRelation(
  db: Db,
  link: {
    id: string;
    from: string;
    to: string;
    kind: RelationKind;
    note?: string | undefined;
    addedBy: string;
    addedAt: Date;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into person_relation (id, from_person, to_person, kind, note, added_by, added_at)
    values (${link.id}, ${link.from}, ${link.to}, ${link.kind}, ${link.note ?? null}, ${link.addedBy}, ${link.addedAt})
    on conflict do nothing`.execute(db);
  return numAffectedRows === 1n;
}

export async function deleteRelation(db: Db, personId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from person_relation where id = ${id} and (from_person = ${personId} or to_person = ${personId})`.execute(
    db,
  );
  return numAffectedRows === 1n;
}

export interface HouseholdRecord {
  readonly id: string;
  readonly members: readonly (Omit<HouseholdMember, 'age'> & {
    readonly birthDate: string | null;
    readonly birthYear: number | null;
  })[];
}

export interface MemberRow {
  household_id: string;
  id: string;
  name: string;
  sex: Sex | null;
  birth_date: string | null;
  birth_year: number | null;
}

export async function householdOf(db: Db, personId: string): Promise<HouseholdRecord | undefined> {
  const { rows } = await sql<MemberRow>`
    select member.household_id, person.id, person.name, person.sex, person.birth_date, person.birth_year
      from household_member mine
      join household_member member on member.household_id = mine.household_id
      join person on person.id = member.person_id
     where mine.person_id = ${personId}
     order by person.birth_year nulls last, person.pinyin, person.id
     limit 50`.execute(db);
  return toHousehold(rows);
}

export function toHousehold(rows: readonly MemberRow[]): HouseholdRecord | undefined {
  const [first] = rows;
  if (!first) return undefined;
  return {
    id: first.household_id,
    members: rows.map((row) => ({
      personId: row.id,
      name: row.name,
      ...(row.sex !== null && { sex: row.sex }),
      birthDate: row.birth_date,
      birthYear: row.birth_year,
    })),
  };
}

export async function joinHousehold(db: Db, householdId: string, personIds: readonly string[]): Promise<void> {
  await sql`
    insert into household_member (person_id, household_id)
    select person_id, ${householdId} from unnest(${personIds}::uuid[]) as person_id
    on conflict (person_id) do nothing`.execute(db);
}

/** Leaves the household; whoever stays behind alone leaves it too. */
export async function leaveHousehold(db: Db, householdId: string, personId: string): Promise<void> {
  await db
    .deleteFrom('household_member')
    .where('person_id', '=', personId)
    .where('household_id', '=', householdId)
    .execute();
  await sql`
    delete from household_member where household_id = ${householdId}
       and (select count(*) from household_member where household_id = ${householdId}) = 1`.execute(db);
}
