-- Of namesakes with one phone or in one home an import means whoever came to it first. Without an order the same file, coming
-- again, could take a row of one for the other, to whom a later row of that file had brought the phone.
-- Ids of phones and parties grow as they are made.

create or replace function customers.people_with_phones(numbers text[])
returns table (number text, person_id uuid, name text, name_key text, in_reach boolean)
language sql stable security definer set search_path = '' set enable_seqscan = 'off'
set plan_cache_mode = 'force_custom_plan' as $$
    select phone.number, person.id, person.name, person.name_key, customers.in_reach(person.id)
      from public.person_phone phone join public.person on person.id = phone.person_id
     where phone.number = any (numbers)
     order by phone.id
  $$;

create or replace function customers.people_with_identities(hashes text[])
returns table (hash text, person_id uuid, name text, name_key text, in_reach boolean)
language sql stable security definer set search_path = '' set enable_seqscan = 'off'
set plan_cache_mode = 'force_custom_plan' as $$
    select paper.hash, person.id, person.name, person.name_key, customers.in_reach(person.id)
      from public.person_identity paper join public.person on person.id = paper.person_id
     where paper.hash = any (hashes)
     order by person.id
  $$;

create or replace function customers.people_of_rooms(rooms uuid[])
returns table (room_id uuid, person_id uuid, name text, name_key text, has_phone boolean)
language sql stable security definer set search_path = '' set enable_seqscan = 'off'
set plan_cache_mode = 'force_custom_plan' as $$
    select came.room_id, person.id, person.name, person.name_key,
           exists (select from public.person_phone phone where phone.person_id = person.id)
      from (select distinct on (party.room_id, party.person_id) party.room_id, party.person_id, party.id
              from public.room_party party
             where party.room_id = any (rooms) and (party.ended_on is null or party.role in ('owner', 'coOwner'))
               and party.project_id = any (scope.projects())
             order by party.room_id, party.person_id, party.id) came
      join public.person on person.id = came.person_id
     order by came.id
  $$;
