-- Today of a whole group looked at every open task three times: to count them per colleague, to count them per day of the week ahead,
-- and to put them in order for its first page. Each look fetched all rows in the order of an index, page by page again and again. One
-- look in the order of the table answers all three. What a task may be seen by stays its policy's matter.

create function tasks.open_at_once(
  someone uuid, at timestamptz, end_of_day timestamptz, end_of_days timestamptz, most int,
  out counts json, out days json, out first uuid[])
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_indexscan = off
as $$
begin
  with open as materialized (
    select task.id, task.assignee_id, task.due_at, task.planned_at, coalesce(task.shown_from, task.planned_at, task.due_at) as begins,
           coalesce(task.shown_from, task.planned_at, task.due_at - interval '1 millisecond') as shows
      from public.task
     where someone is null and task.closed_at is null and coalesce(task.shown_from, task.planned_at, task.due_at) <= end_of_days
    union all
    select task.id, task.assignee_id, task.due_at, task.planned_at, coalesce(task.shown_from, task.planned_at, task.due_at),
           coalesce(task.shown_from, task.planned_at, task.due_at - interval '1 millisecond')
      from public.task
     where task.assignee_id = someone and task.closed_at is null and coalesce(task.shown_from, task.planned_at, task.due_at) <= end_of_days
  )
  select
    (select coalesce(json_agg(json_build_object('accountId', each.assignee_id, 'open', each.open, 'late', each.late)), '[]')
       from (select open.assignee_id, count(*) as open, count(*) filter (where open.due_at <= at) as late
               from open where open.begins <= end_of_day group by open.assignee_id) each),
    (select coalesce(json_object_agg(each.day, each.count), '{}')
       from (select (case when open.begins <= end_of_day then open.due_at - interval '1 millisecond' else open.shows end
                     -- By name the zone would be looked up for each of them, a third of the whole.
                     at time zone interval '8 hours')::date as day, count(*) as count
               from open where open.due_at > end_of_day group by 1) each),
    array(select open.id from open
           where open.begins <= end_of_day
           order by open.due_at > at, case when open.due_at > at then coalesce(open.planned_at, open.due_at) else open.due_at end,
                    open.due_at, open.id
           limit most)
    into counts, days, first;
end
$$;
comment on function tasks.open_at_once is
  'Open tasks of one colleague or of everybody in reach: how many have begun by the end of the day and how many of them are late, per colleague; how many begin on each day after it, up to another, where those that have begun count on the day that they are due; and the first ones in the order of Today.';
revoke execute on function tasks.open_at_once from public;
grant execute on function tasks.open_at_once to yilu_app;

-- Of customers about to cool, those who have cooled show today: a look at the days to come need not count them first. The places of one
-- colleague's are given where they are read, not by sorting those of all colleagues once more; and all that is asked
-- of a colleague's most pressing ones stands in an index, without twenty thousand looks at rows of the book: only whoever sees no more
-- than their own has the row looked at for its rooms.
drop index customer_fact_falling;
create index customer_fact_falling on customer_fact (responsible_id, activity_until, person_id, project_id, activity) include (last_contact_on)
  where activity in ('ACTIVE', 'COOLING') and responsible_id is not null;

drop index customer_fact_short;
create index customer_fact_short on customer_fact
  (responsible_id, (case standing when 'lead' then 0 else 1 end), completeness_due_on, person_id, project_id)
  include (standing, completeness, completeness_line)
  where completeness < completeness_line and responsible_id is not null;

create or replace function segments.falling_counts(colleagues uuid[], today date, first_day date, last_day date, show_days int)
returns table (responsible_id uuid, shows date, count int)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
declare
  projects constant uuid[] := scope.projects();
  own constant boolean := scope.own_only();
  -- Who has cooled shows today, however far the fall.
  from_day constant date := case when first_day > today then first_day + show_days else today end;
  to_day constant date := case when last_day > today then last_day + show_days else 'infinity' end;
begin
  return query
    with each as (
      select fact.responsible_id, case fact.activity when 'COOLING' then today else greatest(fact.activity_until - show_days, today) end as shows,
             count(*) as count
        from public.customer_fact fact
       where not own and fact.activity in ('ACTIVE', 'COOLING') and (first_day <= today or fact.activity = 'ACTIVE')
         and fact.responsible_id = any (colleagues)
         and fact.activity_until between from_day and to_day and fact.project_id = any (projects)
       group by 1, 2
      union all
      select fact.responsible_id, case fact.activity when 'COOLING' then today else greatest(fact.activity_until - show_days, today) end,
             count(*)
        from public.customer_fact fact
       where own and fact.activity in ('ACTIVE', 'COOLING') and (first_day <= today or fact.activity = 'ACTIVE')
         and fact.responsible_id = any (colleagues)
         and fact.activity_until between from_day and to_day and fact.project_id = any (projects)
         and (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject)
       group by 1, 2
      union all
      select acted.responsible_id, case acted.activity when 'COOLING' then today else greatest(acted.until_day - show_days, today) end,
             -count(*)
        from segments.falling_acted_on() acted
        join public.customer_fact fact on fact.person_id = acted.person_id and fact.project_id = acted.project_id
       where acted.responsible_id = any (colleagues) and acted.until_day between from_day and to_day
         and (not own or (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject))
       group by 1, 2)
    select each.responsible_id, each.shows, sum(each.count)::int from each
     where each.shows between first_day and last_day
     group by 1, 2 having sum(each.count) > 0;
end
$$;

create or replace function segments.falling(colleagues uuid[], today date, show_days int, most int)
returns table (person_id uuid, project_id uuid, activity text, until_day date, last_contact_on date, responsible_id uuid, place int)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
declare
  projects constant uuid[] := scope.projects();
  own constant boolean := scope.own_only();
begin
  return query
    with acted as materialized (select acted.project_id, acted.person_id from segments.falling_acted_on() acted)
    select first.person_id, first.project_id, first.activity, first.activity_until, first.last_contact_on, colleague.id, first.place
      from unnest(colleagues) colleague (id)
     cross join lateral (
       select each.*, row_number() over (order by each.activity_until, each.person_id)::int as place
         from (
           select fact.person_id, fact.project_id, fact.activity, fact.activity_until, fact.last_contact_on
             from public.customer_fact fact
            where fact.responsible_id = colleague.id and fact.activity in ('ACTIVE', 'COOLING') and fact.activity_until >= today
              and (fact.activity = 'COOLING' or fact.activity_until <= today + show_days) and fact.project_id = any (projects)
              and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
              and (not own or (select bool_or(subject in (select scope.own_subjects()))
                               from public.customer_fact mine cross join unnest(array_append(mine.room_ids, mine.person_id)) subject
                              where mine.person_id = fact.person_id and mine.project_id = fact.project_id))
            order by fact.activity_until, fact.person_id limit most
         ) each
     ) first;
end
$$;

create or replace function segments.short_dossiers(colleagues uuid[], today date, show_days int, most int)
returns table (person_id uuid, project_id uuid, percent smallint, line smallint, due_on date, responsible_id uuid, place int)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
declare
  projects constant uuid[] := scope.projects();
  own constant boolean := scope.own_only();
begin
  return query
    with acted as materialized (select acted.project_id, acted.person_id from segments.short_dossiers_acted_on() acted)
    select first.person_id, first.project_id, first.percent, first.line, first.due_on, colleague.id, first.place
      from unnest(colleagues) colleague (id)
     cross join lateral (
       select each.person_id, each.project_id, each.percent, each.line, each.due_on,
              row_number() over (order by each.class, abs(each.due_on - today), each.person_id)::int as place
         from (
           -- Leads about whom the month's deepening is due, or was within the last thirty days.
           (select 0 as class, fact.person_id, fact.project_id, fact.completeness as percent, fact.completeness_line as line,
                   fact.completeness_due_on as due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 0
               and fact.completeness_due_on between today and today + show_days and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects()))
                               from public.customer_fact mine cross join unnest(array_append(mine.room_ids, mine.person_id)) subject
                              where mine.person_id = fact.person_id and mine.project_id = fact.project_id))
             order by fact.completeness_due_on, fact.person_id limit most)
           union all
           (select 1, fact.person_id, fact.project_id, fact.completeness, fact.completeness_line, fact.completeness_due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 0
               and fact.completeness_due_on between today - 30 and today - 1 and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects()))
                               from public.customer_fact mine cross join unnest(array_append(mine.room_ids, mine.person_id)) subject
                              where mine.person_id = fact.person_id and mine.project_id = fact.project_id))
             order by fact.completeness_due_on desc, fact.person_id desc limit most)
           union all
           -- All others that are due from today on.
           (select 2, fact.person_id, fact.project_id, fact.completeness, fact.completeness_line, fact.completeness_due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 1
               and fact.completeness_due_on between today and today + show_days and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects()))
                               from public.customer_fact mine cross join unnest(array_append(mine.room_ids, mine.person_id)) subject
                              where mine.person_id = fact.person_id and mine.project_id = fact.project_id))
             order by fact.completeness_due_on, fact.person_id limit most)
           union all
           -- What is late, the least late first.
           (select 3, fact.person_id, fact.project_id, fact.completeness, fact.completeness_line, fact.completeness_due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 1
               and fact.completeness_due_on < today and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects()))
                               from public.customer_fact mine cross join unnest(array_append(mine.room_ids, mine.person_id)) subject
                              where mine.person_id = fact.person_id and mine.project_id = fact.project_id))
             order by fact.completeness_due_on desc, fact.person_id desc limit most)
           union all
           (select 3, fact.person_id, fact.project_id, fact.completeness, fact.completeness_line, fact.completeness_due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 0
               and fact.completeness_due_on < today - 30 and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects()))
                               from public.customer_fact mine cross join unnest(array_append(mine.room_ids, mine.person_id)) subject
                              where mine.person_id = fact.person_id and mine.project_id = fact.project_id))
             order by fact.completeness_due_on desc, fact.person_id desc limit most)
         ) each
        order by place limit most
     ) first;
end
$$;
