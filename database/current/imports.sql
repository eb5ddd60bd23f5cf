-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Of imports that wait: how many are before each, and whose is at work or, where none is, the next. In one line for everybody, so also of imports out of reach.
CREATE OR REPLACE FUNCTION imports.ahead_of(waiting uuid[])
 RETURNS TABLE(id uuid, before integer, started_by uuid, started_by_name text, started_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with held as materialized (
    select classid, objid from pg_catalog.pg_locks
     where locktype = 'advisory' and granted and objsubid = 2
       and database = (select oid from pg_catalog.pg_database where datname = current_database())
  ),
  line as materialized (
    select run.id, run.started_by, run.started_by_name, run.started_at, run.asked_at,
           (imports.lock_word('imports.at_work'), imports.lock_word(run.id::text)) in (select * from held) as at_work,
           (imports.lock_word('imports.in_line'), imports.lock_word(run.id::text)) in (select * from held) as in_line
      from public.import_run run
     where run.phase in ('reading', 'previewing', 'applying', 'undoing')
  ),
  -- The command line has no job that would be taken up again: it stands in line while its process does.
  standing as (
    select * from line where at_work or in_line or started_by <> '00000000-0000-0000-0000-000000000001'
  ),
  pairs as (
    select mine.id, other.at_work, other.asked_at, other.id as other_id, other.started_by, other.started_by_name, other.started_at
      from line mine
      join standing other on other.id <> mine.id and (other.at_work or (other.asked_at, other.id) < (mine.asked_at, mine.id))
     where mine.id = any (waiting) and not mine.at_work
  )
  select distinct on (pairs.id) pairs.id, (count(*) over each)::int, pairs.started_by, pairs.started_by_name, pairs.started_at
    from pairs
   window each as (partition by pairs.id)
   order by pairs.id, pairs.at_work desc, pairs.asked_at, pairs.other_id
$function$
;

-- What imports that came later and stand changed: rooms, codes and milestones of theirs, people, contacts, deals; with the first of them to do so. Ids only.
CREATE OR REPLACE FUNCTION imports.changed_since(undone uuid)
 RETURNS TABLE(door text, id uuid, run_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct on (changed.door, changed.id) changed.door, changed.id, changed.run_id
    from (select change.door, later.applied_at, change.run_id,
                 case change.door when 'people' then each.image ->> 'personId'
                                  when 'rooms' then place.change ->> 'id'
                                  else each.image ->> 'id' end::uuid as id
            from imports.standing_after(undone) later
            join public.import_change change on change.run_id = later.id
           cross join lateral jsonb_array_elements(
             case jsonb_typeof(change.image) when 'array' then change.image else jsonb_build_array(change.image) end) each (image)
            left join lateral jsonb_array_elements(each.image -> 'changes') place (change) on change.door = 'rooms') changed
   where changed.id is not null
   order by changed.door, changed.id, changed.applied_at, changed.run_id
$function$
;

-- Puts images that an undo had to leave before the first of an import that came later and stands, so that they are tried again after its own.
CREATE OR REPLACE FUNCTION imports.hand_over(undone uuid, heir uuid, handed_door text, images jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into public.import_change (run_id, position, door, image)
  select heir, least(0, coalesce((select min(position) from public.import_change where run_id = heir), 0)) - 1, handed_door, images
   where heir in (select later.id from imports.standing_after(undone) later)
$function$
;

-- As the list of locks shows a lock taken by hashtext(word).
CREATE OR REPLACE FUNCTION imports.lock_word(word text)
 RETURNS oid
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$ select ((hashtext(word)::bigint + 4294967296) % 4294967296)::oid $function$
;

-- Imports that came after this one and have not been taken back.
CREATE OR REPLACE FUNCTION imports.standing_after(undone uuid)
 RETURNS TABLE(id uuid, applied_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select later.id, later.applied_at
    from public.import_run undone
    join public.import_run later on (later.applied_at, later.id) > (undone.applied_at, undone.id)
   where undone.id = $1 and later.phase in ('applied', 'undoing')
$function$
;
