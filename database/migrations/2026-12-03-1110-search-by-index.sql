-- Right after a first import no table has statistics, and a search for initials took a second: the planner believed a project to
-- have six hundred people and looked each of them up. What a search may read is said here instead of being guessed: words first,
-- by their index, then of each match whether it is in reach; with an own portfolio the people of the portfolio first.

create or replace function customers.search_people(patterns text[], most int) returns table (person_id uuid)
language plpgsql stable security definer set search_path = '' set enable_seqscan = off
as $$
declare
  conditions text := (select string_agg(format('found.words like %L', pattern), ' and ') from unnest(patterns) pattern);
begin
  if conditions is null then return; end if;
  if scope.own_only() then
    return query execute format(
      'select mine.person_id
         from (select distinct entrusted as person_id from customers.my_people() entrusted offset 0) mine
        where (select %s from public.person_search found where found.person_id = mine.person_id)
          and (select true from public.person_project link
                where link.person_id = mine.person_id and (link.project_id = any ($1)) is true limit 1)
        limit $2', conditions) using scope.projects(), most;
  else
    return query execute format(
      'select matching.person_id
         from (select found.person_id from public.person_search found where %s offset 0) matching
        where (select true from public.person_project link
                where link.person_id = matching.person_id and (link.project_id = any ($1)) is true limit 1)
        limit $2', conditions) using scope.projects(), most;
  end if;
end
$$;

create function customers.find_people(patterns text[], typed text, key text, most int) 
returns table (person_id uuid, name text, number text, rooms text[])
language plpgsql stable security definer set search_path = '' set enable_seqscan = off
as $$
declare
  looked_at constant int := 200;
  projects constant uuid[] := scope.projects();
begin
  return query
    with candidate as materialized (
      select found.person_id from customers.search_people(patterns, looked_at) found
      union
      -- Of more matches than are looked at, those called exactly so may not be missing.
      (select namesake.id from public.person namesake where namesake.name_key = key and customers.in_reach(namesake.id) limit most)
      union
      (select namesake.id from public.person namesake
        where namesake.pinyin = lower(typed) and namesake.pinyin <> '' and customers.in_reach(namesake.id) limit most)
    ), line as materialized (
      select person.id, person.name, person.pinyin
        from candidate
       cross join lateral (select each.id, each.name, each.pinyin from public.person each where each.id = candidate.person_id offset 0) person
       order by person.name = typed desc, starts_with(person.name, typed) desc, starts_with(person.pinyin, lower(typed)) desc,
                person.pinyin, person.id
       limit most
    )
    select line.id, line.name,
           (select phone.number from public.person_phone phone where phone.person_id = line.id and phone.wrong_since is null
             order by phone.is_primary desc, phone.added_at limit 1),
           (select (array_agg(distinct room.display_code))[1:3]
              from (select * from public.room_party party where party.person_id = line.id offset 0) party
             cross join lateral (select each.display_code from public.room each where each.id = party.room_id offset 0) room
             where party.ended_on is null and party.project_id = any (projects))
      from line
     order by line.name = typed desc, starts_with(line.name, typed) desc, starts_with(line.pinyin, lower(typed)) desc,
              line.pinyin, line.id;
end
$$;
comment on function customers.find_people(text[], text, text, int) is 'The head lines of people in reach whose words match all patterns: who is called exactly so first, then whose name or sound begins so, then by sound. With three of their rooms in reach. Callers mask the number.';
revoke execute on function customers.find_people(text[], text, text, int) from public;
grant execute on function customers.find_people(text[], text, text, int) to yilu_app;
