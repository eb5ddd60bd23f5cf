-- What labels need of contacts is five figures per customer and project. They were counted anew from every contact whenever
-- somebody was looked at: a quarter of a full recompute, growing with every year of contacts. Now they are kept as contacts come.

create table contact_sum (
  person_id       uuid not null,
  project_id      uuid not null,
  first_on        date not null,
  last_counted_on date,
  visit_days      date[] not null,
  calls           int not null,
  follow_ups      int not null,
  primary key (person_id, project_id)
) with (fillfactor = 80);
comment on table contact_sum is 'The contacts of one customer in one project, summed up. Kept by the triggers of interaction; read through interactions_published.contact_sum.';
comment on column contact_sum.first_on is 'Day of the first contact in Shanghai, from which the month of DOS-12 runs.';
comment on column contact_sum.last_counted_on is 'Day of the latest contact that counts (SEG-17); null when none does.';
comment on column contact_sum.visit_days is 'Days of the visits to our sales office, ascending (DOS-11, DOS-12).';
comment on column contact_sum.calls is 'Calls that came in.';
comment on column contact_sum.follow_ups is 'Original follow-up records: everything but calls and visits that came in (DOS-12).';
-- Read and written by functions only: whose contacts they are says nothing about whose side they were on.
alter table contact_sum enable row level security;
revoke all on contact_sum from yilu_app;

-- Days in Shanghai, as dayOf() of the platform has them: eight hours on, whatever the year.
create function interactions.day_of(at timestamptz) returns date language sql immutable parallel safe
  as $$ select (at at time zone interval '8 hours')::date $$;

create function interactions.days_in_order(days date[]) returns date[] language sql immutable parallel safe
  as $$ select coalesce(array_agg(each_day order by each_day), '{}') from unnest(days) each_day $$;

create view interactions_published.contact_sum with (security_invoker = true) as
  select person_id, project_id, first_on, last_counted_on, visit_days, calls, follow_ups from contact_sum;
comment on view interactions_published.contact_sum is 'The contacts of one customer in one project, summed up; for functions that gather facts.';
drop view interactions_published.visit_day;
drop view interactions_published.last_contact;

create function interactions.add_to_sums() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- In the order of the key, so that two that add at once wait for each other instead of for ever.
  insert into public.contact_sum as known (person_id, project_id, first_on, last_counted_on, visit_days, calls, follow_ups)
  select added.person_id, added.project_id, min(interactions.day_of(added.contacted_at)),
         max(interactions.day_of(added.contacted_at)) filter (where added.counted),
         coalesce(array_agg(interactions.day_of(added.contacted_at) order by added.contacted_at) filter (where added.kind = 'VISIT_IN'), '{}'),
         count(*) filter (where added.kind = 'CALL_IN'), count(*) filter (where added.kind not in ('CALL_IN', 'VISIT_IN'))
    from added
   group by added.person_id, added.project_id
   order by added.person_id, added.project_id
  on conflict (person_id, project_id) do update set
    first_on = least(known.first_on, excluded.first_on),
    last_counted_on = greatest(known.last_counted_on, excluded.last_counted_on),
    visit_days = case when excluded.visit_days = '{}' then known.visit_days
                      else interactions.days_in_order(known.visit_days || excluded.visit_days) end,
    calls = known.calls + excluded.calls,
    follow_ups = known.follow_ups + excluded.follow_ups;
  return null;
end
$$;
comment on function interactions.add_to_sums() is 'Contacts that come are added to the sums.';

create function interactions.sum_again(people uuid[], projects uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.contact_sum (person_id, project_id, first_on, visit_days, calls, follow_ups)
  select pair.person_id, pair.project_id, 'infinity', '{}', 0, 0
    from unnest(people, projects) pair (person_id, project_id)
   order by pair.person_id, pair.project_id
  on conflict do nothing;
  -- Held first, counted in a statement of its own: it sees what those who were waited for have written.
  perform from public.contact_sum known
    join unnest(people, projects) pair (person_id, project_id) on pair.person_id = known.person_id and pair.project_id = known.project_id
   order by known.person_id, known.project_id for update of known;
  update public.contact_sum known
     set first_on = coalesce(counted.first_on, 'infinity'), last_counted_on = counted.last_counted_on,
         visit_days = coalesce(counted.visit_days, '{}'), calls = counted.calls, follow_ups = counted.follow_ups
    from unnest(people, projects) pair (person_id, project_id)
   cross join lateral (
     select min(interactions.day_of(each.contacted_at)) as first_on,
            max(interactions.day_of(each.contacted_at)) filter (where each.counted) as last_counted_on,
            array_agg(interactions.day_of(each.contacted_at) order by each.contacted_at) filter (where each.kind = 'VISIT_IN') as visit_days,
            count(*) filter (where each.kind = 'CALL_IN') as calls,
            count(*) filter (where each.kind not in ('CALL_IN', 'VISIT_IN')) as follow_ups
       from public.interaction each
      where each.person_id = pair.person_id and each.project_id = pair.project_id
   ) counted
   where known.person_id = pair.person_id and known.project_id = pair.project_id;
  delete from public.contact_sum known
   using unnest(people, projects) pair (person_id, project_id)
   where known.person_id = pair.person_id and known.project_id = pair.project_id and known.first_on = 'infinity';
end
$$;
comment on function interactions.sum_again(uuid[], uuid[]) is 'Counts the contacts of these pairs of person and project anew.';

create function interactions.keep_sums() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  people uuid[];
  projects uuid[];
begin
  if tg_op = 'DELETE' then
    select array_agg(pair.person_id), array_agg(pair.project_id) into people, projects
      from (select distinct gone.person_id, gone.project_id from gone) pair;
  else
    -- A change of the words alone, which is nearly every one, leaves the sums.
    select array_agg(pair.person_id), array_agg(pair.project_id) into people, projects
      from (select distinct side.person_id, side.project_id
              from gone join came using (id)
             cross join lateral (values (gone.person_id, gone.project_id), (came.person_id, came.project_id)) side (person_id, project_id)
             where (gone.person_id, gone.project_id, gone.contacted_at, gone.kind, gone.counted)
                   is distinct from (came.person_id, came.project_id, came.contacted_at, came.kind, came.counted)) pair;
  end if;
  if people is not null then
    perform interactions.sum_again(people, projects);
  end if;
  return null;
end
$$;
comment on function interactions.keep_sums() is 'Where contacts were moved or taken back, what is left is counted anew.';
revoke execute on function interactions.add_to_sums(), interactions.sum_again(uuid[], uuid[]), interactions.keep_sums() from public;

create trigger contacts_are_summed_up after insert on interaction
  referencing new table as added for each statement execute function interactions.add_to_sums();
create trigger sums_follow_changes after update on interaction
  referencing old table as gone new table as came for each statement execute function interactions.keep_sums();
create trigger sums_follow_what_is_taken_back after delete on interaction
  referencing old table as gone for each statement execute function interactions.keep_sums();

insert into contact_sum (person_id, project_id, first_on, last_counted_on, visit_days, calls, follow_ups)
select person_id, project_id, min(interactions.day_of(contacted_at)),
       max(interactions.day_of(contacted_at)) filter (where counted),
       coalesce(array_agg(interactions.day_of(contacted_at) order by contacted_at) filter (where kind = 'VISIT_IN'), '{}'),
       count(*) filter (where kind = 'CALL_IN'), count(*) filter (where kind not in ('CALL_IN', 'VISIT_IN'))
  from interaction
 group by person_id, project_id
 order by person_id, project_id;
