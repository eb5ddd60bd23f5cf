-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Answers that come are added to the sums.
CREATE OR REPLACE FUNCTION customers.add_to_dossier_sums()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- In the order of the key, so that two that add at once wait for each other instead of for ever.
  insert into public.dossier_sum as known (person_id, filled, declined, answers)
  select added.person_id, string_agg(added.field, ',' order by added.field) filter (where not added.declined),
         string_agg(added.field, ',' order by added.field) filter (where added.declined),
         jsonb_object_agg(added.field, added.value) filter (where customers.asked_of_sets(added.field) and added.value is not null)
    from added
   group by added.person_id
   order by added.person_id
  on conflict (person_id) do update set
    filled = customers.fields_in_order(concat_ws(',', known.filled, excluded.filled)),
    declined = customers.fields_in_order(concat_ws(',', known.declined, excluded.declined)),
    answers = case when known.answers is null then excluded.answers
                   else known.answers || coalesce(excluded.answers, '{}') end;
  return null;
end
$function$
;

-- What is filled in and what was declined (keys joined by commas), and the answers that sets of people are asked for, as JSON by field.
CREATE OR REPLACE FUNCTION customers.answers_of(people uuid[])
 RETURNS TABLE(person_id uuid, filled text, declined text, answers jsonb)
 LANGUAGE sql
 STABLE ROWS 5000
AS $function$
  select known.person_id, known.filled, known.declined, known.answers from public.dossier_sum known where known.person_id = any (people)
$function$
;

-- Whether labels or the book ask for what was answered here. A migration that adds one asks customers.sum_dossiers_again for all who answered it.
CREATE OR REPLACE FUNCTION customers.asked_of_sets(field text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select field in ('purchasePurpose', 'secondHomeNeed', 'intentGrade', 'sourceChannel', 'groupOwner', 'otherProperty',
                         'residenceStatus', 'familyStructure', 'needLayout', 'circles', 'careAbout') $function$
;

CREATE OR REPLACE FUNCTION customers.fields_in_order(fields text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select string_agg(distinct field, ',' order by field) from unnest(string_to_array(fields, ',')) field $function$
;

-- Which fields of people in scope are filled or declined, keys only: completeness is the same whoever asks (DOS-14).
CREATE OR REPLACE FUNCTION customers.filled_fields(people uuid[])
 RETURNS TABLE(person_id uuid, filled text[], declined text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select known.person_id, string_to_array(known.filled, ','), string_to_array(known.declined, ',')
      from customers.known_of(array(select distinct link.person_id from public.person_project link
                                     where link.person_id = any (people) and link.project_id = any (scope.projects()))) known
  $function$
;

-- The head lines of people in reach whose words match all patterns: who is called exactly so first, then whose name or sound begins so, then by sound. With three of their rooms in reach. Callers mask the number.
CREATE OR REPLACE FUNCTION customers.find_people(patterns text[], typed text, key text, most integer)
 RETURNS TABLE(person_id uuid, name text, number text, rooms text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
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
$function$
;

-- What stands in the records that rows of a file have been joined to: an import fills what is empty, its undo removes what nobody edited (decisions 20, 22). Joined means phone and name are known, so no scope applies; nothing of it is shown.
CREATE OR REPLACE FUNCTION customers.import_state(people uuid[])
 RETURNS TABLE(person_id uuid, state jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select person.id,
           jsonb_build_object(
             'version', person.version, 'sex', person.sex, 'birthDate', person.birth_date, 'birthYear', person.birth_year,
             'identityHash', (select paper.hash from public.person_identity paper where paper.person_id = person.id),
             'household', exists (select from public.household_member member where member.person_id = person.id),
             'phones', coalesce((select jsonb_agg(jsonb_build_object('id', phone.id, 'number', phone.number, 'version', phone.version))
                                   from public.person_phone phone where phone.person_id = person.id), '[]'),
             'projects', coalesce((select jsonb_agg(link.project_id) from public.person_project link where link.person_id = person.id), '[]'),
             'parties', coalesce((select jsonb_agg(jsonb_build_object('id', party.id, 'roomId', party.room_id, 'projectId', party.project_id,
                                                                      'role', party.role, 'version', party.version,
                                                                      'startedOn', party.started_on, 'endedOn', party.ended_on,
                                                                      'isContact', party.primary_contact))
                                    from public.room_party party where party.person_id = person.id), '[]'),
             'relations', coalesce((select jsonb_agg(jsonb_build_object('id', link.id, 'kind', link.kind, 'from', link.from_person, 'to', link.to_person))
                                      from public.person_relation link where person.id in (link.from_person, link.to_person)), '[]'),
             'answers', coalesce(given.answers, '{}'), 'answeredSince', coalesce(given.since, '[]'))
      from public.person
     cross join lateral (
       select jsonb_object_agg(answer.field, coalesce(answer.value, 'null')) as answers,
              jsonb_agg(answer.field) filter (where answer.source <> 'import' or answer.answered_at <> person.entered_at) as since
         from public.dossier_answer answer
        where answer.person_id = person.id
     ) given
     where person.id = any (people)
  $function$
;

-- Whether this person is entrusted to the actor for good, tasks aside.
CREATE OR REPLACE FUNCTION customers.in_my_portfolio(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me constant uuid := scope.actor();
  today constant date := scope.today();
begin
  return exists (select from public.portfolio_item item
                  where item.subject_id = person and item.staff_id = me
                    and item.from_day <= today and (item.until_day is null or item.until_day > today))
      or exists (select from public.room_party party
                   join public.portfolio_item item on item.subject_id = party.room_id and item.staff_id = me
                    and item.from_day <= today and (item.until_day is null or item.until_day > today)
                  where party.person_id = person and (party.ended_on is null or party.ended_on > today));
end
$function$
;

-- Whether the actor may see this person: the same as the policy on person_project.
CREATE OR REPLACE FUNCTION customers.in_reach(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  projects constant uuid[] := scope.projects();
begin
  return exists (select from public.person_project link where link.person_id = person and link.project_id = any (projects))
     and (not scope.own_only() or customers.is_mine(person));
end
$function$
;

CREATE OR REPLACE FUNCTION customers.insist_shares()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if (select sum(party.share) from public.room_party party
       where party.room_id = new.room_id and party.ended_on is null and party.role in ('owner', 'coOwner')) > 1.00001 then
    raise exception 'the owners'' shares of a room exceed the whole' using errcode = 'check_violation', constraint = 'shares_of_a_room';
  end if;
  return null;
end
$function$
;

-- Whether this one person is among customers.my_people(), without listing them all.
CREATE OR REPLACE FUNCTION customers.is_mine(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return customers.in_my_portfolio(person)
      or exists (select from scope.subjects_of_tasks() subject
                  where subject = person
                     or exists (select from public.room_party party
                                 where party.room_id = subject and party.person_id = person
                                   and (party.ended_on is null or party.ended_on > scope.today())));
end
$function$
;

-- Where answers were changed, moved or taken back, what is left is summed up anew.
CREATE OR REPLACE FUNCTION customers.keep_dossier_sums()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  people uuid[];
begin
  if tg_op = 'DELETE' then
    select array_agg(distinct gone.person_id) into people from gone;
  else
    -- Whoever only encrypts an answer anew leaves the sums.
    with changed as (
      (select came.person_id, came.field, came.declined, came.value from came
       except all
       select gone.person_id, gone.field, gone.declined, gone.value from gone)
      union all
      (select gone.person_id, gone.field, gone.declined, gone.value from gone
       except all
       select came.person_id, came.field, came.declined, came.value from came)
    )
    select array_agg(distinct changed.person_id) into people from changed;
  end if;
  if people is not null then
    perform customers.sum_dossiers_again(people);
  end if;
  return null;
end
$function$
;

-- What a set-based reader needs of people: name, birth, days, first phone masked, what is filled in and what was declined (keys joined by commas), and the answers of customers.answers_of; whatever the scope, for other functions only.
CREATE OR REPLACE FUNCTION customers.known_of(people uuid[])
 RETURNS TABLE(person_id uuid, name text, pinyin text, born_on date, birth_year smallint, registered_on date, entered_on date, phone text, filled text, declined text, answers jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 5000
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashagg TO 'off'
AS $function$
  select person.id, person.name, person.pinyin, person.birth_date, person.birth_year,
         (person.registered_at at time zone interval '8 hours')::date, (person.entered_at at time zone interval '8 hours')::date,
         phone.masked,
         'name' || case when person.sex is not null then ',sex' else '' end
                || case when person.birth_year is not null then ',birth' else '' end
                || case when phone.is_right then ',phone' else '' end
                || case when related.person_id is not null then ',relation' else '' end
                || case when related.is_family then ',familyRelation' else '' end
                || coalesce(',' || answer.filled, ''),
         coalesce(answer.declined, ''), answer.answers
    from public.person
    left join customers.phones_of(people) phone on phone.person_id = person.id
    left join customers.answers_of(people) answer on answer.person_id = person.id
    left join customers.related(people) related on related.person_id = person.id
   where person.id = any (people)
$function$
;

-- As maskedPhone() of the rules.
CREATE OR REPLACE FUNCTION customers.masked(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select case when number ~ '^1\d{10}$' then left(number, 3) || '****' || right(number, 4)
                when length(number) >= 9 then left(number, length(number) - 7) || '****' || right(number, 3)
                else repeat('*', greatest(length(number) - 2, 1)) || right(number, 2) end
  $function$
;

-- Leaves no list behind that the next search would have to read.
CREATE OR REPLACE FUNCTION customers.merge_search()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET work_mem TO '64MB'
 SET maintenance_work_mem TO '64MB'
AS $function$
begin
  perform gin_clean_pending_list('public.person_search_by_words');
end
$function$
;

-- People entrusted to the actor, themselves or by their room, for good or with an open task (decision 8).
CREATE OR REPLACE FUNCTION customers.my_people()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me constant uuid := scope.actor();
  today constant date := scope.today();
begin
  return query
    select item.subject_id from public.portfolio_item item
     where item.staff_id = me and item.from_day <= today and (item.until_day is null or item.until_day > today)
       and item.subject_kind = 'person'
    union
    select party.person_id from public.portfolio_item item
      join public.room_party party on party.room_id = item.subject_id
     where item.staff_id = me and item.from_day <= today and (item.until_day is null or item.until_day > today)
       and item.subject_kind = 'room' and (party.ended_on is null or party.ended_on > today)
    union
    select subject from scope.subjects_of_tasks() subject
    union
    select party.person_id from scope.subjects_of_tasks() subject
      join public.room_party party on party.room_id = subject and (party.ended_on is null or party.ended_on > today);
end
$function$
;

-- What customers know of one person in reach, as the policies would show it table by table, in one question; nothing for anybody else. Phones are not masked yet.
CREATE OR REPLACE FUNCTION customers.page_of(asked uuid)
 RETURNS TABLE(person json, mine boolean, homes json, answers json, relations json, household json)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  projects constant uuid[] := scope.projects();
  sides constant text[] := scope.sides();
  is_theirs constant boolean := customers.is_mine(asked);
begin
  -- As customers.in_reach, which would ask whose they are once more.
  if not exists (select from public.person_project link where link.person_id = asked and link.project_id = any (projects))
     or scope.own_only() and not is_theirs then
    return;
  end if;
  return query
    select
      json_build_object(
        'id', someone.id, 'kind', someone.kind, 'name', someone.name, 'name_key', someone.name_key, 'pinyin', someone.pinyin,
        'sex', someone.sex, 'birth_date', someone.birth_date, 'birth_year', someone.birth_year,
        'registered_at', someone.registered_at, 'entered_at', someone.entered_at, 'version', someone.version,
        'phones', (select coalesce(json_agg(json_build_object('id', phone.id, 'number', phone.number, 'kind', phone.kind,
                          'primary', phone.is_primary, 'wrongSince', phone.wrong_since, 'note', phone.note)
                          order by phone.is_primary desc, phone.wrong_since nulls first, phone.added_at, phone.id), '[]')
                     from public.person_phone phone where phone.person_id = asked),
        'identity', (select json_build_object('kind', paper.kind, 'encrypted', paper.encrypted)
                       from public.person_identity paper where paper.person_id = asked),
        'projects', (select json_agg(link.project_id order by link.registered_at)
                       from public.person_project link where link.person_id = asked and link.project_id = any (projects))),
      is_theirs,
      (select coalesce(json_agg(json_build_object('id', party.id, 'room_id', party.room_id, 'project_id', party.project_id, 'room_label', party.room_label,
                'person_id', asked, 'person_name', someone.name, 'role', party.role, 'share', party.share, 'started_on', party.started_on,
                'ended_on', party.ended_on, 'primary_contact', party.primary_contact, 'version', party.version) order by party.ended_on desc nulls first,
                array_position(array['owner', 'coOwner', 'family', 'resident', 'tenant'], party.role), party.sort_key, party.id), '[]')
         from (select each.id, each.room_id, each.project_id, room.display_code as room_label, each.role, each.share, each.started_on, each.ended_on, each.primary_contact,
                      each.version, room.sort_key
                 from public.room_party each join public.room on room.id = each.room_id
                where each.person_id = asked and each.project_id = any (projects)
                order by each.ended_on desc nulls first limit 200) party),
      (select coalesce(json_agg(json_build_object('field', answer.field, 'value', answer.value, 'encrypted', answer.encrypted,
                'declined', answer.declined, 'answered_by', answer.answered_by, 'answered_at', answer.answered_at,
                'source', answer.source) order by answer.field), '[]')
         from public.dossier_answer answer
        where answer.person_id = asked and (answer.side = 'both' or answer.side = any (sides))),
      (select coalesce(json_agg(json_build_object('id', link.id, 'other_id', link.other_id, 'name', other.name, 'kind', link.kind,
                'other_is_from', link.other_is_from, 'note', link.note) order by link.added_at, link.id), '[]')
         from (select near.id, near.from_person as other_id, near.kind, near.note, near.added_at, true as other_is_from
                 from public.person_relation near where near.to_person = asked
               union all
               select near.id, near.to_person, near.kind, near.note, near.added_at, false
                 from public.person_relation near where near.from_person = asked
               limit 200) link
         join public.person other on other.id = link.other_id
        where customers.in_reach(link.other_id)),
      (select json_agg(json_build_object('household_id', member.household_id, 'id', other.id, 'name', other.name, 'sex', other.sex,
                'birth_date', other.birth_date, 'birth_year', other.birth_year)
                order by other.birth_year nulls last, other.pinyin, other.id)
         from public.household_member own
         join public.household_member member on member.household_id = own.household_id
         join public.person other on other.id = member.person_id
        where own.person_id = asked and (other.id = asked or customers.in_reach(other.id)))
      from public.person someone where someone.id = asked;
end
$function$
;

-- People of these names in projects in scope.
CREATE OR REPLACE FUNCTION customers.people_named(keys text[], projects uuid[])
 RETURNS TABLE(person_id uuid, name text, name_key text, project_id uuid, has_phone boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select person.id, person.name, person.name_key, link.project_id,
           exists (select from public.person_phone phone where phone.person_id = person.id)
      from public.person
      join public.person_project link on link.person_id = person.id
     where person.name_key = any (keys) and link.project_id = any (projects) and link.project_id = any (scope.projects())
     limit 20000
  $function$
;

-- Who has a part in these rooms of projects in scope today, and who owned them.
CREATE OR REPLACE FUNCTION customers.people_of_rooms(rooms uuid[])
 RETURNS TABLE(room_id uuid, person_id uuid, name text, name_key text, has_phone boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
    select came.room_id, person.id, person.name, person.name_key,
           exists (select from public.person_phone phone where phone.person_id = person.id)
      from (select distinct on (party.room_id, party.person_id) party.room_id, party.person_id, party.id
              from public.room_party party
             where party.room_id = any (rooms) and (party.ended_on is null or party.role in ('owner', 'coOwner'))
               and party.project_id = any (scope.projects())
             order by party.room_id, party.person_id, party.id) came
      join public.person on person.id = came.person_id
     order by came.id
  $function$
;

-- Who has these ID numbers, by keyed hash, across all scopes; callers mask.
CREATE OR REPLACE FUNCTION customers.people_with_identities(hashes text[])
 RETURNS TABLE(hash text, person_id uuid, name text, name_key text, in_reach boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
    select paper.hash, person.id, person.name, person.name_key, customers.in_reach(person.id)
      from public.person_identity paper join public.person on person.id = paper.person_id
     where paper.hash = any (hashes)
     order by person.id
  $function$
;

-- Who has exactly these numbers, across all scopes (decision 4); callers log, limit and mask.
CREATE OR REPLACE FUNCTION customers.people_with_phones(numbers text[])
 RETURNS TABLE(number text, person_id uuid, name text, name_key text, in_reach boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
    select phone.number, person.id, person.name, person.name_key, customers.in_reach(person.id)
      from public.person_phone phone join public.person on person.id = phone.person_id
     where phone.number = any (numbers)
     order by phone.id
  $function$
;

CREATE OR REPLACE FUNCTION customers.phones_of(people uuid[])
 RETURNS TABLE(person_id uuid, masked text, is_right boolean)
 LANGUAGE sql
 STABLE ROWS 5000
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
  select first.person_id, customers.masked(first.number), first.wrong_since is null
    from (select distinct on (each.person_id) each.person_id, each.number, each.wrong_since
            from public.person_phone each
           where each.person_id = any (people)
           order by each.person_id, each.wrong_since is not null, each.is_primary desc, each.id) first
$function$
;

-- Writes what these people are found by; called whenever a name, phone or room of theirs changed.
CREATE OR REPLACE FUNCTION customers.refresh_search(people uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET gin_pending_list_limit TO '64kB'
AS $function$
begin
  perform customers.write_search_words(people);
end
$function$
;

-- The same for one of many sets; after the last one customers.merge_search().
CREATE OR REPLACE FUNCTION customers.refresh_search_in_turn(people uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET gin_pending_list_limit TO '4MB'
 SET work_mem TO '64MB'
AS $function$
begin
  perform customers.write_search_words(people);
end
$function$
;

-- The same for hundreds and thousands; leaves no list behind that the next search would have to read.
CREATE OR REPLACE FUNCTION customers.refresh_search_of_many(people uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET gin_pending_list_limit TO '256MB'
 SET work_mem TO '128MB'
 SET maintenance_work_mem TO '128MB'
AS $function$
begin
  perform customers.write_search_words(people);
  perform gin_clean_pending_list('public.person_search_by_words');
end
$function$
;

CREATE OR REPLACE FUNCTION customers.related(people uuid[])
 RETURNS TABLE(person_id uuid, is_family boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
  select links.person_id, bool_or(links.kind in ('spouse', 'parent', 'sibling', 'relative'))
    from (select relation.from_person as person_id, relation.kind from public.person_relation relation
           where relation.from_person = any (people)
          union all
          select relation.to_person, relation.kind from public.person_relation relation
           where relation.to_person = any (people)) links
   group by links.person_id
$function$
;

-- People in reach up to so many steps of relations from one in reach, at most 120, and all links among them; nothing for anybody else.
CREATE OR REPLACE FUNCTION customers.relation_graph(asked uuid, steps integer)
 RETURNS TABLE(people jsonb, links jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  most constant int := 120;
  known uuid[] := array[asked];
  ring uuid[] := array[asked];
  depths int[] := array[0];
begin
  if not customers.in_reach(asked) then return; end if;
  -- Nobody is reached through somebody out of reach: a graph must not tell who knows whom elsewhere.
  for step in 1 .. steps loop
    ring := array(
      select near.id
        from (select link.to_person as id, link.added_at from public.person_relation link where link.from_person = any (ring)
              union all
              select link.from_person, link.added_at from public.person_relation link where link.to_person = any (ring)) near
       where near.id <> all (known) and customers.in_reach(near.id)
       group by near.id
       order by min(near.added_at), near.id
       limit most - cardinality(known));
    known := known || ring;
    depths := depths || array_fill(step, array[cardinality(ring)]);
  end loop;
  return query
    select (select jsonb_agg(jsonb_build_object('personId', person.id, 'name', person.name, 'depth', found.depth) order by found.place)
              from unnest(known, depths) with ordinality found (id, depth, place)
              join public.person on person.id = found.id),
           (select coalesce(jsonb_agg(jsonb_build_object('id', link.id, 'fromId', link.from_person, 'toId', link.to_person,
                                                         'kind', link.kind) order by link.added_at, link.id), '[]')
              from public.person_relation link
             where link.from_person = any (known) and link.to_person = any (known));
end
$function$
;

-- People in reach whose words match all patterns (like), in no order. Constants are planned each time: a generic plan would read the whole table.
CREATE OR REPLACE FUNCTION customers.search_people(patterns text[], most integer)
 RETURNS TABLE(person_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
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
$function$
;

-- Sums up the answers of these people anew.
CREATE OR REPLACE FUNCTION customers.sum_dossiers_again(people uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into public.dossier_sum (person_id)
  select id from unnest(people) id order by id
  on conflict do nothing;
  -- Held first, summed up in a statement of its own: it sees what those who were waited for have written.
  perform from public.dossier_sum known where known.person_id = any (people) order by known.person_id for update;
  update public.dossier_sum known set filled = summed.filled, declined = summed.declined, answers = summed.answers
    from unnest(people) asked (id)
   cross join lateral (
     select string_agg(each.field, ',' order by each.field) filter (where not each.declined) as filled,
            string_agg(each.field, ',' order by each.field) filter (where each.declined) as declined,
            jsonb_object_agg(each.field, each.value)
              filter (where customers.asked_of_sets(each.field) and each.value is not null) as answers
       from public.dossier_answer each where each.person_id = asked.id
   ) summed
   where known.person_id = asked.id;
  delete from public.dossier_sum known where known.person_id = any (people) and known.filled is null and known.declined is null;
end
$function$
;

-- What these people are found by; for the two functions below only.
CREATE OR REPLACE FUNCTION customers.write_search_words(people uuid[])
 RETURNS void
 LANGUAGE sql
 SET enable_seqscan TO 'off'
AS $function$
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
  $function$
;
