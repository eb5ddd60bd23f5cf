-- What labels need of a dossier is one row per person: what is filled in, what was declined, and eleven answers. It was put together
-- anew from nine rows whenever somebody was looked at, a quarter of gathering. Now it is kept as answers come, as contacts are.

create table dossier_sum (
  person_id uuid primary key,
  filled    text,
  declined  text,
  answers   jsonb
) with (fillfactor = 80);
comment on table dossier_sum is 'The answers of one person''s dossier, summed up. Kept by the triggers of dossier_answer; read through customers.answers_of().';
comment on column dossier_sum.filled is 'Fields that are answered, joined by commas, in order; null when none is.';
comment on column dossier_sum.declined is 'Fields that the person did not wish to answer, joined by commas, in order; null when there are none.';
comment on column dossier_sum.answers is 'Answers that sets of people are asked for (customers.asked_of_sets), by field; null when there are none.';
-- Read and written by functions only: what is filled in is known to both sides, the answers themselves are not.
alter table dossier_sum enable row level security;
revoke all on dossier_sum from yilu_app;

-- Written out, so that they are looked up by hashing: compared one by one they cost as much as all the rest.
create function customers.asked_of_sets(field text) returns boolean language sql immutable parallel safe
  as $$ select field in ('purchasePurpose', 'secondHomeNeed', 'intentGrade', 'sourceChannel', 'groupOwner', 'otherProperty',
                         'residenceStatus', 'familyStructure', 'needLayout', 'circles', 'careAbout') $$;
comment on function customers.asked_of_sets(text) is
  'Whether labels or the book ask for what was answered here. A migration that adds one asks customers.sum_dossiers_again for all who answered it.';

-- Each once: where one statement adds answers and changes others, its changes have summed up those it added, too.
create function customers.fields_in_order(fields text) returns text language sql immutable parallel safe
  as $$ select string_agg(distinct field, ',' order by field) from unnest(string_to_array(fields, ',')) field $$;

create function customers.add_to_dossier_sums() returns trigger
language plpgsql security definer set search_path = ''
as $$
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
$$;
comment on function customers.add_to_dossier_sums() is 'Answers that come are added to the sums.';

create function customers.sum_dossiers_again(people uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
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
$$;
comment on function customers.sum_dossiers_again(uuid[]) is 'Sums up the answers of these people anew.';

create function customers.keep_dossier_sums() returns trigger
language plpgsql security definer set search_path = ''
as $$
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
$$;
comment on function customers.keep_dossier_sums() is 'Where answers were changed, moved or taken back, what is left is summed up anew.';
revoke execute on function customers.add_to_dossier_sums(), customers.sum_dossiers_again(uuid[]), customers.keep_dossier_sums(),
  customers.asked_of_sets(text), customers.fields_in_order(text) from public;

create trigger answers_are_summed_up after insert on dossier_answer
  referencing new table as added for each statement execute function customers.add_to_dossier_sums();
create trigger sums_follow_changes after update on dossier_answer
  referencing old table as gone new table as came for each statement execute function customers.keep_dossier_sums();
create trigger sums_follow_what_is_taken_back after delete on dossier_answer
  referencing old table as gone for each statement execute function customers.keep_dossier_sums();

insert into dossier_sum (person_id, filled, declined, answers)
select person_id, string_agg(field, ',' order by field) filter (where not declined),
       string_agg(field, ',' order by field) filter (where declined),
       jsonb_object_agg(field, value) filter (where customers.asked_of_sets(field) and value is not null)
  from dossier_answer
 group by person_id
 order by person_id;

-- Without settings or rights of its own it becomes a part of whatever asks it.
create or replace function customers.answers_of(people uuid[])
returns table (person_id uuid, filled text, declined text, answers jsonb)
language sql stable rows 5000
as $$
  select known.person_id, known.filled, known.declined, known.answers from public.dossier_sum known where known.person_id = any (people)
$$;
comment on function customers.answers_of(uuid[]) is
  'What is filled in and what was declined (keys joined by commas), and the answers that sets of people are asked for, as JSON by field.';
select segments.make_facts_of_one();
analyze dossier_sum;
