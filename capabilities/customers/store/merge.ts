import { sql } from 'kysely';
import type { Db } from './tables.ts';

interface Merge {
  readonly fromId: string;
  readonly toId: string;
}

/** Everything of one person becomes the other's; what both have stays once. The emptied row is deleted by the caller. */
export async function moveEverything(db: Db, { fromId, toId }: Merge, by: string, at: Date): Promise<void> {
  await sql`
    insert into person_project (person_id, project_id, registered_at, registered_by, imported)
    select ${toId}, project_id, registered_at, registered_by, imported from person_project where person_id = ${fromId}
    on conflict do nothing`.execute(db);
  await sql`
    update person_project kept set registered_at = gone.registered_at
      from person_project gone
     where kept.person_id = ${toId} and gone.person_id = ${fromId} and gone.project_id = kept.project_id
       and gone.registered_at < kept.registered_at`.execute(db);
  await sql`
    update person kept set registered_at = least(kept.registered_at, gone.registered_at), version = kept.version + 1
      from person gone where kept.id = ${toId} and gone.id = ${fromId}`.execute(db);

  await sql`
    update person_phone phone set person_id = ${toId}, is_primary = false
     where person_id = ${fromId}
       and not exists (select from person_phone known where known.person_id = ${toId} and known.number = phone.number)`.execute(
    db,
  );
  await sql`
    update person_phone set is_primary = true
     where id = (select id from person_phone where person_id = ${toId} and wrong_since is null order by added_at, id limit 1)
       and not exists (select from person_phone where person_id = ${toId} and is_primary)`.execute(db);

  await sql`
    update room_party party set person_id = ${toId}, version = version + 1
     where person_id = ${fromId}
       and not (ended_on is null and exists (select from room_party known
             where known.person_id = ${toId} and known.room_id = party.room_id and known.role = party.role and known.ended_on is null))`.execute(
    db,
  );
  await db.deleteFrom('room_party').where('person_id', '=', fromId).execute();

  await sql`
    delete from person_relation where least(from_person, to_person) = least(${fromId}::uuid, ${toId}::uuid)
       and greatest(from_person, to_person) = greatest(${fromId}::uuid, ${toId}::uuid)`.execute(db);
  await sql`
    update person_relation link
       set from_person = case when from_person = ${fromId} then ${toId} else from_person end,
           to_person = case when to_person = ${fromId} then ${toId} else to_person end
     where (from_person = ${fromId} or to_person = ${fromId})
       and not exists (
         select from person_relation known
          where known.kind = link.kind and known.id <> link.id
            and least(known.from_person, known.to_person)
                = least(${toId}::uuid, case when link.from_person = ${fromId} then link.to_person else link.from_person end)
            and greatest(known.from_person, known.to_person)
                = greatest(${toId}::uuid, case when link.from_person = ${fromId} then link.to_person else link.from_person end))`.execute(
    db,
  );
  await sql`
    update household_member set person_id = ${toId}
     where person_id = ${fromId} and not exists (select from household_member where person_id = ${toId})`.execute(db);

  await sql`
    update person_source source set person_id = ${toId}
     where person_id = ${fromId}
       and not exists (select from person_source known
             where known.person_id = ${toId} and known.project_id = source.project_id and known.key = source.key)`.execute(
    db,
  );

  await sql`update person_merge set person_id = ${toId} where person_id = ${fromId}`.execute(db);
  await sql`
    insert into person_merge (merged_id, person_id, merged_by, merged_at) values (${fromId}, ${toId}, ${by}, ${at})`.execute(
    db,
  );
}
