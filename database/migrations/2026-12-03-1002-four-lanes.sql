-- While the rules judge one piece, the database is to gather another and write a third: with two lanes a core stood idle a third of
-- the time. A lane is still worked off by one worker at a time; how many work side by side is the worker's affair.

create or replace function segments.lane_of(person uuid) returns smallint language sql immutable parallel safe
  as $$ select (get_byte(uuid_send(person), 15) & 3)::smallint $$;
-- A stretch of one of the two is a stretch of two of the four.
insert into customer_mark (person_id, last_person_id, lane, people)
select person_id, last_person_id, lane + 2, people / 2 from customer_mark where last_person_id is not null order by id;
update customer_mark set lane = segments.lane_of(person_id) where last_person_id is null;

-- Rows of the book that stand are changed, others are added: two statements instead of one that tries.

create or replace function segments.put_down(people uuid[], today date, projects uuid[], rubrics bigint[]) returns text
language plpgsql security definer set search_path = '' set datestyle = 'ISO'
as $$
declare
  answer text;
begin
  if to_regclass('pg_temp.put_down') is null then
    create temp table pg_temp.put_down on commit delete rows as
      select facts.*, null::bigint as fingerprint, ''::text as line, 0 as place, false as stands from segments.facts_of('{}', today) facts with no data;
  else
    delete from pg_temp.put_down;
  end if;
  with kept as (
    insert into pg_temp.put_down
    select facts.*, print.fingerprint,
           concat_ws(E'\t', segments.line_of(facts), coalesce(known.lifecycle, ''), coalesce(known.value, ''),
                     coalesce(known.activity, ''), coalesce(known.completeness::text, '')),
           row_number() over (), known.person_id is not null
      from segments.facts_of(people, today) facts
      left join unnest(projects, rubrics) as rubric (project_id, seed) on rubric.project_id = facts.project_id
     -- Once per row. Positive and below 2^53: figures are read as JavaScript numbers.
     cross join lateral (
       select hash_record_extended(facts, coalesce(rubric.seed, 0)) & 9007199254740991 as fingerprint offset 0
     ) print
      left join (select each.* from public.customer_fact each where each.person_id = any (people)) known
        on known.person_id = facts.person_id and known.project_id = facts.project_id
     where known.fingerprint is distinct from print.fingerprint
        or known.judged_on is null or known.judged_on > today or known.valid_until <= today
    returning line, place
  )
  select string_agg(kept.line, E'\n' order by kept.place) into answer from kept;
  return answer;
end
$$;

create or replace function segments.write_judged(
  today date, lifecycles text[], lifecycle_untils date[], "values" text[], value_matches text[], value_untils date[],
  current_scores smallint[], future_scores smallint[], activities text[], activity_untils date[], completenesses smallint[],
  completeness_lines smallint[], completeness_dues date[], completeness_untils date[], valid_untils date[]
) returns void
language plpgsql security definer set search_path = '' set enable_nestloop = off
as $$
begin
  -- The lane has one worker: what did not stand when the facts were gathered does not stand now. To ask each index first, as
  -- `on conflict` does, costs half as much again.
  insert into public.customer_fact (
    project_id, person_id, room_ids, staff_ids, responsible_id, standing, name, name_key, phone, rooms, room_key, intent_grade,
    tags, circles, source, born_on, birth_year, birthday, visits, amount_fen, registered_on, delivered_on, last_contact_on,
    next_task_on, next_task, fingerprint, judged_on, lifecycle, lifecycle_until, value, value_matches, value_until, current_score,
    future_score, activity, activity_until, completeness, completeness_line, completeness_due_on, completeness_until, valid_until
  )
  select fresh.project_id, fresh.person_id, fresh.room_ids, fresh.staff_ids, fresh.responsible_id, fresh.standing, fresh.name,
         fresh.name_key, fresh.phone, fresh.rooms, fresh.room_key, fresh.intent_grade, fresh.tags, fresh.circles, fresh.source,
         fresh.born_on, fresh.birth_year, fresh.birthday, fresh.visits, fresh.amount_fen, fresh.registered_on, fresh.delivered_on,
         fresh.last_contact_on, fresh.next_task_on, fresh.next_task, fresh.fingerprint, today,
         judged.lifecycle, judged.lifecycle_until, judged.value, coalesce(string_to_array(judged.value_matches, ' '), '{}'),
         judged.value_until, judged.current_score, judged.future_score, judged.activity, judged.activity_until,
         judged.completeness, judged.completeness_line, judged.completeness_due_on, judged.completeness_until, judged.valid_until
    from pg_temp.put_down fresh
    -- A text of one empty line is no line at all to string_to_array: nobody may be lost over that.
    left join unnest(lifecycles, lifecycle_untils, "values", value_matches, value_untils, current_scores, future_scores, activities,
                activity_untils, completenesses, completeness_lines, completeness_dues, completeness_untils, valid_untils) with ordinality
      as judged (lifecycle, lifecycle_until, value, value_matches, value_until, current_score, future_score, activity, activity_until,
                 completeness, completeness_line, completeness_due_on, completeness_until, valid_until, place)
      on judged.place = fresh.place
   where not fresh.stands;
  with judged as (
    select each.* from unnest(lifecycles, lifecycle_untils, "values", value_matches, value_untils, current_scores, future_scores, activities,
                activity_untils, completenesses, completeness_lines, completeness_dues, completeness_untils, valid_untils) with ordinality
      as each (lifecycle, lifecycle_until, value, value_matches, value_until, current_score, future_score, activity, activity_until,
                 completeness, completeness_line, completeness_due_on, completeness_until, valid_until, place)
  )
  update public.customer_fact known set
    room_ids = fresh.room_ids, staff_ids = fresh.staff_ids, responsible_id = fresh.responsible_id,
    standing = fresh.standing, name = fresh.name, name_key = fresh.name_key, phone = fresh.phone,
    rooms = fresh.rooms, room_key = fresh.room_key, intent_grade = fresh.intent_grade, tags = fresh.tags,
    circles = fresh.circles, source = fresh.source, born_on = fresh.born_on, birth_year = fresh.birth_year,
    birthday = fresh.birthday, visits = fresh.visits, amount_fen = fresh.amount_fen,
    registered_on = fresh.registered_on, delivered_on = fresh.delivered_on, last_contact_on = fresh.last_contact_on,
    next_task_on = fresh.next_task_on, next_task = fresh.next_task, fingerprint = fresh.fingerprint,
    judged_on = today, lifecycle = judged.lifecycle, lifecycle_until = judged.lifecycle_until,
    value = judged.value, value_matches = coalesce(string_to_array(judged.value_matches, ' '), '{}'), value_until = judged.value_until,
    current_score = judged.current_score, future_score = judged.future_score, activity = judged.activity,
    activity_until = judged.activity_until, completeness = judged.completeness,
    completeness_line = judged.completeness_line, completeness_due_on = judged.completeness_due_on,
    completeness_until = judged.completeness_until, valid_until = judged.valid_until
    from pg_temp.put_down fresh
    left join judged on judged.place = fresh.place
   where fresh.stands and known.person_id = fresh.person_id and known.project_id = fresh.project_id
     and known.person_id = any (array(select each.person_id from pg_temp.put_down each where each.stands));
end
$$;
