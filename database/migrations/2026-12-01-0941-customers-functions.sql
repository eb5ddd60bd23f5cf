-- What row-level security would make slow or blind (decision 7): searching, exact look-ups across scopes, duplicates, importing.
-- Each function is definer, says whom it shows, and is tested as yilu_app.

create function customers.in_reach(person uuid) returns boolean language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.person_project link
                    where link.person_id = person and link.project_id = any (scope.projects()))
       and (not scope.own_only() or person in (select customers.my_people()))
  $$;
comment on function customers.in_reach(uuid) is 'Whether the actor may see this person: the same as the policy on person_project.';

create function customers.write_search_words(people uuid[]) returns void language sql
  as $$
    insert into public.person_search as known (person_id, words)
    select person.id,
           concat_ws(' ', '', endings.of_name, person.pinyin, person.initials, phones.numbers, rooms.labels)
      from public.person
      cross join lateral (
        select string_agg(substr(person.name_key, place), ' ') as of_name
          from generate_series(1, least(length(person.name_key), 20)) place
      ) endings
      left join lateral (
        select string_agg('p' || phone.number, ' ') as numbers from public.person_phone phone where phone.person_id = person.id
      ) phones on true
      left join lateral (
        select string_agg(room.display_code || ' ' || room.number, ' ') as labels
          from public.room_party party join public.room on room.id = party.room_id
         where party.person_id = person.id and party.ended_on is null
      ) rooms on true
     where person.id = any (people)
    on conflict (person_id) do update set words = excluded.words where known.words <> excluded.words
  $$;
comment on function customers.write_search_words(uuid[]) is 'What these people are found by; for the two functions below only.';

create function customers.refresh_search(people uuid[]) returns void language plpgsql security definer
set search_path = '' set gin_pending_list_limit = '64kB'
as $$
begin
  perform customers.write_search_words(people);
end
$$;
comment on function customers.refresh_search(uuid[]) is 'Writes what these people are found by; called whenever a name, phone or room of theirs changed.';

-- One word of many people is written into the index at once: three times as fast as word by word.
create function customers.refresh_search_of_many(people uuid[]) returns void language plpgsql security definer
set search_path = '' set gin_pending_list_limit = '256MB' set work_mem = '128MB' set maintenance_work_mem = '128MB'
as $$
begin
  perform customers.write_search_words(people);
  perform gin_clean_pending_list('public.person_search_by_words');
end
$$;
comment on function customers.refresh_search_of_many(uuid[]) is 'The same for hundreds and thousands; leaves no list behind that the next search would have to read.';

create function customers.search_people(patterns text[], most int) returns table (person_id uuid)
language plpgsql stable security definer set search_path = '' set enable_seqscan = off
as $$
declare
  conditions text := (select string_agg(format('found.words like %L', pattern), ' and ') from unnest(patterns) pattern);
begin
  if conditions is null then return; end if;
  if scope.own_only() then
    return query execute format(
      'select found.person_id from public.person_search found
        where found.person_id in (select customers.my_people()) and %s
          and exists (select from public.person_project link
                       where link.person_id = found.person_id and link.project_id = any ($1))
        limit $2', conditions) using scope.projects(), most;
  else
    return query execute format(
      'select found.person_id from public.person_search found
        where %s and exists (select from public.person_project link
                              where link.person_id = found.person_id and link.project_id = any ($1))
        limit $2', conditions) using scope.projects(), most;
  end if;
end
$$;
comment on function customers.search_people(text[], int) is 'People in reach whose words match all patterns (like), in no order. Constants are planned each time: a generic plan would read the whole table.';

create function customers.people_with_phones(numbers text[])
returns table (number text, person_id uuid, name text, name_key text, in_reach boolean)
language sql stable security definer set search_path = ''
  as $$
    select phone.number, person.id, person.name, person.name_key, customers.in_reach(person.id)
      from public.person_phone phone join public.person on person.id = phone.person_id
     where phone.number = any (numbers)
  $$;
comment on function customers.people_with_phones(text[]) is 'Who has exactly these numbers, across all scopes (decision 4); callers log, limit and mask.';

create function customers.people_with_identities(hashes text[])
returns table (hash text, person_id uuid, name text, name_key text, in_reach boolean)
language sql stable security definer set search_path = ''
  as $$
    select paper.hash, person.id, person.name, person.name_key, customers.in_reach(person.id)
      from public.person_identity paper join public.person on person.id = paper.person_id
     where paper.hash = any (hashes)
  $$;
comment on function customers.people_with_identities(text[]) is 'Who has these ID numbers, by keyed hash, across all scopes; callers mask.';

create function customers.people_named(keys text[], projects uuid[])
returns table (person_id uuid, name text, name_key text, project_id uuid, has_phone boolean)
language sql stable security definer set search_path = ''
  as $$
    select person.id, person.name, person.name_key, link.project_id,
           exists (select from public.person_phone phone where phone.person_id = person.id)
      from public.person
      join public.person_project link on link.person_id = person.id
     where person.name_key = any (keys) and link.project_id = any (projects) and link.project_id = any (scope.projects())
     limit 20000
  $$;
comment on function customers.people_named(text[], uuid[]) is 'People of these names in projects in scope.';

create function customers.people_of_rooms(rooms uuid[])
returns table (room_id uuid, person_id uuid, name text, name_key text, has_phone boolean)
language sql stable security definer set search_path = ''
  as $$
    select party.room_id, person.id, person.name, person.name_key,
           exists (select from public.person_phone phone where phone.person_id = person.id)
      from public.room_party party join public.person on person.id = party.person_id
     where party.room_id = any (rooms) and party.ended_on is null and party.project_id = any (scope.projects())
  $$;
comment on function customers.people_of_rooms(uuid[]) is 'Who has a part in these rooms of projects in scope today.';

create function customers.filled_fields(people uuid[]) returns table (person_id uuid, filled text[], declined text[])
language sql stable security definer set search_path = ''
  as $$
    select person.id,
           array_remove(array['name', person.sex_filled, person.birth_filled, phones.filled, relations.any_link, relations.family_link], null)
             || coalesce(answers.filled, '{}'),
           coalesce(answers.declined, '{}')
      from (select id, case when sex is not null then 'sex' end as sex_filled,
                   case when birth_year is not null then 'birth' end as birth_filled
              from public.person where id = any (people)) person
      left join lateral (select 'phone'::text as filled from public.person_phone phone
                          where phone.person_id = person.id and phone.wrong_since is null limit 1) phones on true
      left join lateral (
        select max('relation'::text) as any_link,
               max('familyRelation'::text) filter (where kind in ('spouse', 'parent', 'sibling', 'relative')) as family_link
          from (select kind from public.person_relation where from_person = person.id
                union all select kind from public.person_relation where to_person = person.id) links
      ) relations on true
      left join lateral (
        select array_agg(field) filter (where not answer.declined) as filled,
               array_agg(field) filter (where answer.declined) as declined
          from public.dossier_answer answer where answer.person_id = person.id
      ) answers on true
     where exists (select from public.person_project link
                    where link.person_id = person.id and link.project_id = any (scope.projects()))
  $$;
comment on function customers.filled_fields(uuid[]) is 'Which fields of people in scope are filled or declined, keys only: completeness is the same whoever asks (DOS-14).';

create function customers.import_state(people uuid[]) returns table (person_id uuid, state jsonb)
language sql stable security definer set search_path = ''
  as $$
    select person.id,
           jsonb_build_object(
             'version', person.version, 'sex', person.sex, 'birthDate', person.birth_date, 'birthYear', person.birth_year,
             'identityHash', (select paper.hash from public.person_identity paper where paper.person_id = person.id),
             'household', exists (select from public.household_member member where member.person_id = person.id),
             'phones', coalesce((select jsonb_agg(jsonb_build_object('id', phone.id, 'number', phone.number, 'version', phone.version))
                                   from public.person_phone phone where phone.person_id = person.id), '[]'),
             'projects', coalesce((select jsonb_agg(link.project_id) from public.person_project link where link.person_id = person.id), '[]'),
             'parties', coalesce((select jsonb_agg(jsonb_build_object('id', party.id, 'roomId', party.room_id, 'projectId', party.project_id,
                                                                      'role', party.role, 'version', party.version, 'endedOn', party.ended_on))
                                    from public.room_party party where party.person_id = person.id), '[]'),
             'relations', coalesce((select jsonb_agg(jsonb_build_object('id', link.id, 'kind', link.kind, 'from', link.from_person, 'to', link.to_person))
                                      from public.person_relation link where person.id in (link.from_person, link.to_person)), '[]'),
             'answers', coalesce((select jsonb_object_agg(answer.field, coalesce(answer.value, 'null'))
                                    from public.dossier_answer answer where answer.person_id = person.id), '{}'))
      from public.person
     where person.id = any (people)
  $$;
comment on function customers.import_state(uuid[]) is 'What stands in the records that rows of a file have been joined to: an import fills what is empty, its undo removes what nobody edited (decisions 20, 22). Joined means phone and name are known, so no scope applies; nothing of it is shown.';

revoke execute on all functions in schema customers from public;
grant execute on all functions in schema customers to yilu_app;
revoke execute on function customers.write_search_words from yilu_app;

-- ------------------------------------------------------------------------------------------------------ doors in SQL

create schema customers_published;
grant usage on schema customers_published to yilu_app;

create function customers.masked(number text) returns text language sql immutable parallel safe
  as $$
    select case when number ~ '^1\d{10}$' then left(number, 3) || '****' || right(number, 4)
                when length(number) >= 9 then left(number, length(number) - 7) || '****' || right(number, 3)
                else repeat('*', greatest(length(number) - 2, 1)) || right(number, 2) end
  $$;
comment on function customers.masked(text) is 'As maskedPhone() of the rules.';
grant execute on function customers.masked(text) to yilu_app;

create view customers_published.person with (security_invoker = true) as
  select id, kind, name, name_key, pinyin, initials, sex, birth_date, birth_year, registered_at, entered_at, version from person;
comment on view customers_published.person is 'People with the columns that everyone shares.';

create view customers_published.person_project with (security_invoker = true) as
  select person_id, project_id, registered_at, imported from person_project;
comment on view customers_published.person_project is 'Which people belong to which project, since when.';

create view customers_published.room_party with (security_invoker = true) as
  select id, room_id, project_id, person_id, role, share, started_on, ended_on, primary_contact from room_party;
comment on view customers_published.room_party is 'Who is what to which room, from when to when; ended ones included.';

create view customers_published.phone with (security_invoker = true) as
  select id, person_id, customers.masked(number) as masked, kind, is_primary, wrong_since from person_phone;
comment on view customers_published.phone is 'Phones, masked (SEC-09).';

create view customers_published.dossier_filled with (security_invoker = true) as
  select person_id, field, declined, answered_at from dossier_answer;
comment on view customers_published.dossier_filled is 'Which fields of the dossier have an answer; for completeness in sets use customers.filled_fields().';

create view customers_published.dossier_answer with (security_invoker = true) as
  select person_id, field, value, answered_at from dossier_answer where value is not null;
comment on view customers_published.dossier_answer is 'Answers that are not sensitive, as JSON.';

create view customers_published.relation with (security_invoker = true) as
  select id, from_person, to_person, kind, added_at from person_relation;
comment on view customers_published.relation is 'from_person is the <kind> of to_person.';

create view customers_published.household_member with (security_invoker = true) as
  select person_id, household_id from household_member;
comment on view customers_published.household_member is 'Who lives and decides together.';
grant select on all tables in schema customers_published to yilu_app;
