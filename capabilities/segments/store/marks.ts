import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** A person is always in the same lane; lanes are worked off side by side, each by one worker at a time. */
export const lanes = [0, 1, 2, 3] as const;
export type Lane = (typeof lanes)[number];

/** Remember people whose facts may have changed. Never waits: marks are only ever added. */
export async function mark(db: Db, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await sql`
    insert into customer_mark (person_id, lane)
    select id, segments.lane_of(id) from (select distinct unnest(${personIds}::uuid[]) as id) people
  `.execute(db);
}

/** Who has a part in these rooms, holds them, or is named by the book as doing so. */
export async function markPeopleOfRooms(db: Db, roomIds: readonly string[]): Promise<void> {
  if (roomIds.length === 0) return;
  await sql`
    insert into customer_mark (person_id, lane)
    select distinct person_id, segments.lane_of(person_id)
      from customers_published.room_party where room_id = any (${roomIds}::uuid[])
  `.execute(db);
}

/** People of one piece of work: large enough for sets to pay, small enough that it never holds many rows for long. */
export const inOnePiece = 5_000;
/** Where people ask meanwhile: what is sent to the database and back in one go keeps them waiting. */
export const inASmallPiece = 1_000;

/**
 * Everybody: a figure of the rules has changed. Marked by the stretch, since a million marks cost more than looking at them: where
 * one begins for all lanes alike, which hold about as many each, and the last has no end. Answers how many people they are.
 */
export async function markEverybody(db: Db): Promise<number> {
  const inOneStretch = inOnePiece * lanes.length;
  const { rows } = await sql<{ people: number }>`
    with everybody as materialized (
      select person_id, lag(person_id) over by_id as one_before, row_number() over by_id - 1 as place
        from customers_published.person_project group by person_id window by_id as (order by person_id)
    ), total as (
      select count(*)::int as people from everybody
    ), stretch as (
      select person_id, place, lead(one_before) over (order by place) as last_person_id
        from everybody where place % ${inOneStretch}::int = 0
    ), marked as (
      insert into customer_mark (person_id, last_person_id, lane, people)
      select stretch.person_id, coalesce(stretch.last_person_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'), lane,
             ceil(least(${inOneStretch}::int, total.people - stretch.place) / ${lanes.length}::float8)
        from stretch cross join total cross join unnest(${[...lanes]}::smallint[]) lane
       order by stretch.place, lane
    )
    select people from total
  `.execute(db);
  return rows[0]?.people ?? 0;
}

/** Days that the night looks back for what was to begin or end, so that a night without power loses nothing. */
const looksBack = 7;

/**
 * Those whose labels change by themselves up to this day, and those whose part in a room, or whose responsible, was to begin or
 * end of late: no event tells of a day that comes.
 */
export async function markDue(db: Db, today: Day): Promise<number> {
  const lately = (column: string) =>
    sql`${sql.ref(column)} between ${today}::date - ${looksBack}::int and ${today}::date`;
  const { numAffectedRows } = await sql`
    insert into customer_mark (person_id, lane)
    select person_id, segments.lane_of(person_id)
      from (select person_id from customer_fact where valid_until <= ${today}::date
            union
            select person_id from customers_published.room_party
             where ${lately('started_on')} or ${lately('ended_on')}
            union
            select coalesce(party.person_id, item.subject_id)
              from identity_published.portfolio item
              left join customers_published.room_party party on item.subject_kind = 'room' and party.room_id = item.subject_id
             where (${lately('item.from_day')} or ${lately('item.until_day')})
               and (item.subject_kind = 'person' or party.person_id is not null)) due
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}

export interface Taken {
  readonly people: readonly string[];
  /** Whether the lane may hold more. */
  readonly mayBeMore: boolean;
}

/**
 * Take a piece of a lane off the list: so many people that an event named, before stretches of everybody. The lock lets one worker at a
 * time into a lane, so that no older facts overwrite newer ones. The commit need not reach the disk before the next piece
 * begins: a crash gives marks and rows back together.
 */
export async function takeMarked(db: Db, lane: Lane, most: number): Promise<Taken> {
  await sql`
    select pg_advisory_xact_lock(hashtext('segments.recompute'), ${lane}), set_config('synchronous_commit', 'off', true)
  `.execute(db);
  const named = await sql<{ people: string[]; marks: number }>`
    with taken as (
      delete from customer_mark
       where id in (select id from customer_mark where lane = ${lane} and last_person_id is null order by id limit ${most})
      returning person_id
    )
    select coalesce(array_agg(distinct person_id), '{}') as people, count(*)::int as marks from taken
  `.execute(db);
  const { people = [], marks = 0 } = named.rows[0] ?? {};
  if (people.length > 0) return { people, mayBeMore: marks === most || (await isMarked(db, lane)) };
  // Whoever it was about may be gone meanwhile; the stretch is taken off the list all the same.
  const stretch = await sql<{ id: string | null }>`
    with taken as (
      delete from customer_mark
       where id = (select id from customer_mark where lane = ${lane} and last_person_id is not null order by id limit 1)
      returning person_id, last_person_id
    )
    select distinct link.person_id as id
      from taken
      left join customers_published.person_project link
        on link.person_id between taken.person_id and taken.last_person_id and segments.lane_of(link.person_id) = ${lane}
     order by id
  `.execute(db);
  return { people: stretch.rows.flatMap(({ id }) => id ?? []), mayBeMore: stretch.rows.length > 0 };
}

/**
 * How many people that the asker may see are marked, up to a limit. Single people are joined by equality: asked as a stretch of
 * one, each of them made the planner walk through all the asker's projects.
 */
export async function countMarked(
  db: Db,
  { projectId, most }: { readonly projectId?: string | undefined; readonly most: number },
): Promise<number> {
  const inProject = projectId ? sql`link.project_id = ${projectId}` : sql`true`;
  // Somebody may be marked twice or stand in two projects.
  const enough = most * 2;
  const { rows } = await sql<{ people: number }>`
    select least(count(distinct person_id), ${most})::int as people
      from ((select link.person_id
               from customer_mark mark
               join customers_published.person_project link on link.person_id = mark.person_id
              where mark.last_person_id is null and ${inProject}
              limit ${enough})
            union all
            (select stretch.person_id
               from customer_mark mark
              cross join lateral (
                select link.person_id from customers_published.person_project link
                 where link.person_id between mark.person_id and mark.last_person_id
                   and segments.lane_of(link.person_id) = mark.lane and ${inProject}
                 limit ${most}
              ) stretch
              where mark.last_person_id is not null
              limit ${enough})) waiting
  `.execute(db);
  return rows[0]?.people ?? 0;
}

async function isMarked(db: Db, lane: Lane): Promise<boolean> {
  const { rows } = await sql`select from customer_mark where lane = ${lane} limit 1`.execute(db);
  return rows.length > 0;
}
