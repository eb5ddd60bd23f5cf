-- What made a recompute of everybody slow, after gathering: four rows of history per person with two indexes and long reasons,
-- facts that travelled to be judged although nothing had changed, a mark per person, and one worker at a time.

-- One row per person, project and instant, with all labels that changed then. Reasons are kept short (rules/kept-reasons.ts).
alter table label_change rename to label_change_before;
create table label_history (
  project_id uuid not null,
  person_id  uuid not null,
  changed_at timestamptz not null,
  labels     text[] not null check (labels <@ array['lifecycle', 'value', 'activity', 'completeness']),
  before     text[],
  after      text[] not null,
  reasons    json not null,
  primary key (person_id, project_id, changed_at)
);
comment on table label_history is 'Every change of a label, dated, with its reckoning (SEG-18): any past report can be rebuilt. Read through label_change.';
comment on column label_history.labels is 'The labels that changed; before, after and reasons stand in the same order.';
comment on column label_history.before is 'Null when all of them came about for the first time.';
comment on column label_history.after is 'An element is null when the person no longer carries the label.';
comment on column label_history.reasons is 'Per label its reasons, kept short; no personal data beyond days, amounts, counts and ages.';
insert into label_history
select project_id, person_id, changed_at, array_agg(label order by label),
       case when bool_or(before is not null) then array_agg(before order by label) end,
       array_agg(after order by label), json_agg(reasons order by label)
  from label_change_before
 group by changed_at, project_id, person_id
 order by changed_at, person_id;
drop table label_change_before;
-- Rows come in the order of time: a summary per stretch of pages finds the latest ones and costs nothing to keep.
create index label_history_by_time on label_history using brin (changed_at) with (pages_per_range = 16, autosummarize = on);

alter table label_history enable row level security;
create policy read_in_scope on label_history for select using (
  project_id = any ((select scope.projects())::uuid[])
  and (not (select scope.own_only()) or person_id in (select customers.my_people()))
);
create policy add_in_scope on label_history for insert with check (project_id = any ((select scope.projects())::uuid[]));
create policy move_in_scope on label_history for update
  using (project_id = any ((select scope.projects())::uuid[])) with check (project_id = any ((select scope.projects())::uuid[]));
create policy forget_in_scope on label_history for delete using (project_id = any ((select scope.projects())::uuid[]));

create view label_change with (security_invoker = true) as
select history.project_id, history.person_id, each.label, history.changed_at, each.before, each.after,
       history.reasons -> (each.nth - 1)::int as reasons
  from label_history history
 cross join lateral unnest(history.labels, history.before, history.after) with ordinality as each (label, before, after, nth);
comment on view label_change is 'One row per change of one label.';
grant select on label_change to yilu_app;

-- The book: what a row was judged from, so that the same facts are not judged again; fewer indexes, no look-up of the project
-- for each derived row.
alter table customer_fact drop constraint customer_fact_project_id_fkey;
alter table customer_fact drop constraint customer_fact_pkey;
drop index customer_fact_by_person;
alter table customer_fact add primary key (person_id, project_id);
drop index customer_fact_by_task;
create index customer_fact_by_task on customer_fact (project_id, next_task_on, person_id) where next_task_on is not null;
alter table customer_fact add column fingerprint bigint;
alter table customer_fact add column judged_on date;
comment on column customer_fact.fingerprint is 'Of all facts and of the figures and rules by which they were judged; the same again needs no judging before valid_until. Null: judge.';
comment on column customer_fact.judged_on is 'The day as of which the labels were judged.';

-- A mark is a person, or everybody of a lane from one id to another. A person is always in the same lane, and a lane has one
-- worker at a time, so that no older facts overwrite newer ones, while lanes are worked off side by side.
create function segments.lane_of(person uuid) returns smallint language sql immutable parallel safe
  as $$ select (get_byte(uuid_send(person), 15) & 1)::smallint $$;
alter table customer_mark add column lane smallint;
update customer_mark set lane = segments.lane_of(person_id);
alter table customer_mark alter column lane set not null;
alter table customer_mark add column last_person_id uuid;
alter table customer_mark add column people int not null default 1;
create index customer_mark_in_order on customer_mark (lane, id);
comment on column customer_mark.last_person_id is 'With it the mark is about everybody of the lane from person_id to here.';
comment on column customer_mark.people is 'About how many people it is.';

-- The facts of some people, put down for this transaction: those that need judging are read from here, and what was judged is
-- written from here, so that the columns of the book never travel.
create function segments.put_down(people uuid[], today date, projects uuid[], rubrics bigint[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if to_regclass('pg_temp.put_down') is null then
    create temp table pg_temp.put_down on commit delete rows as
      select facts.*, null::bigint as fingerprint from segments.facts_of('{}', today) facts with no data;
  else
    delete from pg_temp.put_down;
  end if;
  insert into pg_temp.put_down
  -- Positive and below 2^53: figures are read as JavaScript numbers.
  select facts.*, hash_record_extended(facts, coalesce(rubric.seed, 0)) & 9007199254740991
    from segments.facts_of(people, today) facts
    left join unnest(projects, rubrics) as rubric (project_id, seed) on rubric.project_id = facts.project_id;
end
$$;
comment on function segments.put_down(uuid[], date, uuid[], bigint[]) is
  'Gathers the facts of these people within the scope into a table of this connection, each row with its fingerprint under the rubric of its project.';

-- Joins by hashing, however few rows a planner expects.
create function segments.to_judge(people uuid[], today date)
returns table (
  project_id uuid, person_id uuid, standing text, interest_on date, last_contact_on date, gave_up_on date, reserved_on date,
  signed_on date, owns boolean, delivered_on date, last_purchase_on date, last_referral_on date, last_milestone_on date,
  next_milestone_on date, amount_fen bigint, group_amount_fen bigint, purchases int, bought_bedrooms int, sought_bedrooms int,
  needs text[], owns_elsewhere boolean, family_growth boolean, born_on date, birth_year smallint, referrals int, filled text,
  declined text, visit_days date[], owner_since date, payments_begun boolean, person_registered_on date, entered_on date,
  known_lifecycle text, known_value text, known_activity text, known_completeness smallint
)
language plpgsql security definer rows 5000 set search_path = '' set enable_nestloop = off
as $$
begin
  return query
  select fresh.project_id, fresh.person_id, fresh.standing, fresh.interest_on, fresh.last_contact_on, fresh.gave_up_on,
         fresh.reserved_on, fresh.signed_on, fresh.owns, fresh.delivered_on, fresh.last_purchase_on, fresh.last_referral_on,
         fresh.last_milestone_on, fresh.next_milestone_on, fresh.amount_fen, fresh.group_amount_fen, fresh.purchases,
         fresh.bought_bedrooms, fresh.sought_bedrooms, fresh.needs, fresh.owns_elsewhere, fresh.family_growth, fresh.born_on,
         fresh.birth_year, fresh.referrals, array_to_string(fresh.filled, ','), array_to_string(fresh.declined, ','),
         fresh.visit_days, fresh.owner_since, fresh.payments_begun, fresh.person_registered_on, fresh.entered_on,
         known.lifecycle, known.value, known.activity, known.completeness
    from pg_temp.put_down fresh
    left join (select * from public.customer_fact each where each.person_id = any (people)) known
      on known.person_id = fresh.person_id and known.project_id = fresh.project_id
   where known.fingerprint is distinct from fresh.fingerprint
      or known.judged_on is null or known.judged_on > today or known.valid_until <= today;
end
$$;
comment on function segments.to_judge(uuid[], date) is
  'Of what was put down, the rows whose labels may differ from the book: other facts, other figures, another rule, or their day has come.';

create function segments.write_judged(
  people uuid[], projects uuid[], today date, lifecycles text[], lifecycle_untils date[], "values" text[], value_matches text[],
  value_untils date[], current_scores smallint[], future_scores smallint[], activities text[], activity_untils date[],
  completenesses smallint[], completeness_lines smallint[], completeness_dues date[], completeness_untils date[], valid_untils date[]
) returns void
language plpgsql security definer set search_path = '' set enable_nestloop = off
as $$
begin
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
    from unnest(people, projects, lifecycles, lifecycle_untils, "values", value_matches, value_untils, current_scores,
                future_scores, activities, activity_untils, completenesses, completeness_lines, completeness_dues,
                completeness_untils, valid_untils)
      as judged (person_id, project_id, lifecycle, lifecycle_until, value, value_matches, value_until, current_score,
                 future_score, activity, activity_until, completeness, completeness_line, completeness_due_on,
                 completeness_until, valid_until)
    join pg_temp.put_down fresh on fresh.person_id = judged.person_id and fresh.project_id = judged.project_id
  on conflict (person_id, project_id) do update set
    room_ids = excluded.room_ids, staff_ids = excluded.staff_ids, responsible_id = excluded.responsible_id,
    standing = excluded.standing, name = excluded.name, name_key = excluded.name_key, phone = excluded.phone,
    rooms = excluded.rooms, room_key = excluded.room_key, intent_grade = excluded.intent_grade, tags = excluded.tags,
    circles = excluded.circles, source = excluded.source, born_on = excluded.born_on, birth_year = excluded.birth_year,
    birthday = excluded.birthday, visits = excluded.visits, amount_fen = excluded.amount_fen,
    registered_on = excluded.registered_on, delivered_on = excluded.delivered_on, last_contact_on = excluded.last_contact_on,
    next_task_on = excluded.next_task_on, next_task = excluded.next_task, fingerprint = excluded.fingerprint,
    judged_on = excluded.judged_on, lifecycle = excluded.lifecycle, lifecycle_until = excluded.lifecycle_until,
    value = excluded.value, value_matches = excluded.value_matches, value_until = excluded.value_until,
    current_score = excluded.current_score, future_score = excluded.future_score, activity = excluded.activity,
    activity_until = excluded.activity_until, completeness = excluded.completeness,
    completeness_line = excluded.completeness_line, completeness_due_on = excluded.completeness_due_on,
    completeness_until = excluded.completeness_until, valid_until = excluded.valid_until;
end
$$;
comment on function segments.write_judged is 'Writes the rows of the book whose facts were put down, with their labels.';

create function segments.remove_gone(people uuid[]) returns void
language plpgsql security definer set search_path = '' set enable_nestloop = off
as $$
begin
  delete from public.customer_fact gone
   where gone.person_id = any (people) and gone.project_id = any (scope.projects())
     and not exists (select from pg_temp.put_down fresh
                      where fresh.person_id = gone.person_id and fresh.project_id = gone.project_id);
end
$$;
comment on function segments.remove_gone(uuid[]) is 'Removes rows of these people in projects of the scope where they no longer belong.';
