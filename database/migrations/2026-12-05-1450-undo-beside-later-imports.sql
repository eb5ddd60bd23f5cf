-- An undo asks what later imports changed, whoever brought them in and wherever: what they changed stays (decision 22), and goes with
-- the undo of the import for which it stayed.
create schema imports;
grant usage on schema imports to yilu_app;

create function imports.standing_after(undone uuid) returns table (id uuid, applied_at timestamptz)
language sql stable security definer set search_path = ''
as $$
  select later.id, later.applied_at
    from public.import_run undone
    join public.import_run later on (later.applied_at, later.id) > (undone.applied_at, undone.id)
   where undone.id = $1 and later.phase in ('applied', 'undoing')
$$;
comment on function imports.standing_after(uuid) is 'Imports that came after this one and have not been taken back.';

create function imports.changed_since(undone uuid) returns table (door text, id uuid, run_id uuid)
language sql stable security definer set search_path = ''
as $$
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
$$;
comment on function imports.changed_since(uuid) is
  'What imports that came later and stand changed: rooms, codes and milestones of theirs, people, contacts, deals; with the first of them to do so. Ids only.';

create function imports.hand_over(undone uuid, heir uuid, handed_door text, images jsonb) returns void
language sql security definer set search_path = ''
as $$
  insert into public.import_change (run_id, position, door, image)
  select heir, least(0, coalesce((select min(position) from public.import_change where run_id = heir), 0)) - 1, handed_door, images
   where heir in (select later.id from imports.standing_after(undone) later)
$$;
comment on function imports.hand_over(uuid, uuid, text, jsonb) is
  'Puts images that an undo had to leave before the first of an import that came later and stands, so that they are tried again after its own.';
revoke execute on all functions in schema imports from public;
grant execute on all functions in schema imports to yilu_app;
