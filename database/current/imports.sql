-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

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
