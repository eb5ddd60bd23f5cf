-- The words of new people were put together twice, to compare them with the old ones and to write them; and the endings of a name of
-- two or three signs cost as much as everything else about the person.

create or replace function customers.write_search_words(people uuid[]) returns void language sql set enable_seqscan = 'off'
  as $$
    insert into public.person_search as known (person_id, words)
    select person.id, said.words
      from unnest(people) asked (id)
     cross join lateral (
       select each.id, each.name_key, each.pinyin, each.initials from public.person each where each.id = asked.id offset 0
     ) person
     cross join lateral (
       select concat_ws(' ', '',
         case when length(person.name_key) <= 4
              then nullif(concat_ws(' ', nullif(person.name_key, ''), nullif(substr(person.name_key, 2), ''),
                                    nullif(substr(person.name_key, 3), ''), nullif(substr(person.name_key, 4), '')), '')
              else (select string_agg(substr(person.name_key, place), ' ')
                      from generate_series(1, least(length(person.name_key), 20)) place) end,
         person.pinyin, person.initials,
         (select string_agg('p' || phone.number, ' ')
            from (select each.number from public.person_phone each where each.person_id = person.id offset 0) phone),
         (select string_agg(lower(room.display_code || ' ' || room.number), ' ')
            from (select each.room_id, each.ended_on from public.room_party each where each.person_id = person.id offset 0) party
           cross join lateral (
             select each.display_code, each.number from public.room each where each.id = party.room_id offset 0
           ) room
           where party.ended_on is null)) as words
       offset 0
     ) said
     -- Words as they were are not even offered: a conflict locks the row and writes it to the log.
     where said.words is distinct from (select old.words from public.person_search old where old.person_id = person.id)
    on conflict (person_id) do update set words = excluded.words where known.words <> excluded.words
  $$;
