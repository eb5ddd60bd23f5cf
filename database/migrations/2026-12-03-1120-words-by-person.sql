-- Without statistics, during and right after a first import, the words of a few hundred people were put together by reading all
-- parts in rooms and all words there are. Person by person costs the same whatever the planner believes.

create or replace function customers.write_search_words(people uuid[]) returns void language sql
  as $$
    insert into public.person_search as known (person_id, words)
    select person.id, said.words
      from unnest(people) asked (id)
     cross join lateral (
       select each.id, each.name_key, each.pinyin, each.initials from public.person each where each.id = asked.id offset 0
     ) person
     cross join lateral (
       select concat_ws(' ', '',
         (select string_agg(substr(person.name_key, place), ' ')
            from generate_series(1, least(length(person.name_key), 20)) place),
         person.pinyin, person.initials,
         (select string_agg('p' || phone.number, ' ')
            from (select each.number from public.person_phone each where each.person_id = person.id offset 0) phone),
         (select string_agg(room.display_code || ' ' || room.number, ' ')
            from (select each.room_id, each.ended_on from public.room_party each where each.person_id = person.id offset 0) party
           cross join lateral (
             select each.display_code, each.number from public.room each where each.id = party.room_id offset 0
           ) room
           where party.ended_on is null)) as words
     ) said
     -- Words as they were are not even offered: a conflict locks the row and writes it to the log.
     where said.words is distinct from (select old.words from public.person_search old where old.person_id = person.id)
    on conflict (person_id) do update set words = excluded.words where known.words <> excluded.words
  $$;
alter function customers.write_search_words(uuid[]) reset plan_cache_mode;
alter function customers.write_search_words(uuid[]) set enable_seqscan = 'off';

-- A big import writes the words as it goes, whenever its connection has nothing else to do, and merges the rest at its end. Meanwhile
-- everybody else's search reads the list of what is not merged yet, so that stays short.
create function customers.refresh_search_in_turn(people uuid[]) returns void language plpgsql security definer
set search_path = '' set gin_pending_list_limit = '4MB' set work_mem = '64MB'
as $$
begin
  perform customers.write_search_words(people);
end
$$;
comment on function customers.refresh_search_in_turn(uuid[]) is 'The same for one of many sets; after the last one customers.merge_search().';

create function customers.merge_search() returns void language plpgsql security definer
set search_path = '' set work_mem = '64MB' set maintenance_work_mem = '64MB'
as $$
begin
  perform gin_clean_pending_list('public.person_search_by_words');
end
$$;
comment on function customers.merge_search() is 'Leaves no list behind that the next search would have to read.';
revoke execute on function customers.refresh_search_in_turn(uuid[]), customers.merge_search() from public;
grant execute on function customers.refresh_search_in_turn(uuid[]), customers.merge_search() to yilu_app;
