-- Today of a whole group sorted out each colleague's most pressing customers among all 200,000 of them at every look. Each colleague's
-- first ones are read off an index now, and what all of theirs come to is counted along it. What somebody has acted on is left out
-- here already, so that it neither holds a place nor counts.

select segments.build_indexes();

create index customer_fact_short on customer_fact
    (responsible_id, (case standing when 'lead' then 0 else 1 end), completeness_due_on, person_id, project_id)
 where completeness < completeness_line and responsible_id is not null;
create index customer_fact_falling on customer_fact (responsible_id, activity_until, person_id, project_id, activity)
 where activity in ('ACTIVE', 'COOLING') and responsible_id is not null;

create function segments.acted_on(line_origin text) returns table (project_id uuid, person_id uuid, rest text)
language sql stable security definer set search_path = ''
as $$
  select task.project_id, split_part(task.occurrence, '/', 2)::uuid, substr(task.occurrence, 75)
    from public.task
   where task.origin = line_origin and task.project_id = any ((select scope.projects())::uuid[])
$$;
comment on function segments.acted_on(text) is
  'Of lines called project/person/rest those that somebody in the projects in scope has made into a task.';

-- ------------------------------------------------------------------------------------------------------------ short dossiers

create function segments.short_dossiers_acted_on() returns table (project_id uuid, person_id uuid, responsible_id uuid, due_on date)
language sql stable security definer set search_path = ''
as $$
  select fact.project_id, fact.person_id, fact.responsible_id, fact.completeness_due_on
    from segments.acted_on('segments.dossier') acted
    join public.customer_fact fact on fact.person_id = acted.person_id and fact.project_id = acted.project_id
   where fact.completeness < fact.completeness_line and fact.responsible_id is not null
     and acted.rest = fact.completeness_line || '/' || fact.completeness_due_on
$$;
comment on function segments.short_dossiers_acted_on() is 'Short dossiers whose present line somebody has made into a task.';

create function segments.short_dossier_counts(colleagues uuid[], today date, first_day date, last_day date, show_days int)
returns table (responsible_id uuid, shows date, count int, late int)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
declare
  projects constant uuid[] := scope.projects();
  own constant boolean := scope.own_only();
  -- What shows today was due at any time before.
  from_day constant date := case when first_day > today then first_day + show_days else '-infinity' end;
  to_day constant date := last_day + show_days;
begin
  return query
    with each as (
      select fact.responsible_id, greatest(fact.completeness_due_on - show_days, today) as shows,
             count(*) as count, count(*) filter (where fact.completeness_due_on < today) as late
        from public.customer_fact fact
       where not own and fact.completeness < fact.completeness_line and fact.responsible_id = any (colleagues)
         and fact.completeness_due_on between from_day and to_day and fact.project_id = any (projects)
       group by 1, 2
      union all
      select fact.responsible_id, greatest(fact.completeness_due_on - show_days, today),
             count(*), count(*) filter (where fact.completeness_due_on < today)
        from public.customer_fact fact
       where own and fact.completeness < fact.completeness_line and fact.responsible_id = any (colleagues)
         and fact.completeness_due_on between from_day and to_day and fact.project_id = any (projects)
         and (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject)
       group by 1, 2
      union all
      select acted.responsible_id, greatest(acted.due_on - show_days, today), -count(*),
             -count(*) filter (where acted.due_on < today)
        from segments.short_dossiers_acted_on() acted
        join public.customer_fact fact on fact.person_id = acted.person_id and fact.project_id = acted.project_id
       where acted.responsible_id = any (colleagues) and acted.due_on between from_day and to_day
         and (not own or (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject))
       group by 1, 2)
    select each.responsible_id, each.shows, sum(each.count)::int, sum(each.late)::int from each group by 1, 2
    having sum(each.count) > 0;
end
$$;
comment on function segments.short_dossier_counts(uuid[], date, date, date, int) is
  'Per colleague and day, of these days, on which they begin to show: dossiers below their line that nobody has acted on; of them, those due before today.';

create function segments.short_dossiers(colleagues uuid[], today date, show_days int, most int)
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
               and (not own or (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject))
             order by fact.completeness_due_on, fact.person_id limit most)
           union all
           (select 1, fact.person_id, fact.project_id, fact.completeness, fact.completeness_line, fact.completeness_due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 0
               and fact.completeness_due_on between today - 30 and today - 1 and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject))
             order by fact.completeness_due_on desc, fact.person_id desc limit most)
           union all
           -- All others that are due from today on.
           (select 2, fact.person_id, fact.project_id, fact.completeness, fact.completeness_line, fact.completeness_due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 1
               and fact.completeness_due_on between today and today + show_days and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject))
             order by fact.completeness_due_on, fact.person_id limit most)
           union all
           -- What is late, the least late first.
           (select 3, fact.person_id, fact.project_id, fact.completeness, fact.completeness_line, fact.completeness_due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 1
               and fact.completeness_due_on < today and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject))
             order by fact.completeness_due_on desc, fact.person_id desc limit most)
           union all
           (select 3, fact.person_id, fact.project_id, fact.completeness, fact.completeness_line, fact.completeness_due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 0
               and fact.completeness_due_on < today - 30 and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject))
             order by fact.completeness_due_on desc, fact.person_id desc limit most)
         ) each
        order by place limit most
     ) first;
end
$$;
comment on function segments.short_dossiers(uuid[], date, int, int) is
  'Of each of these colleagues the most pressing dossiers below their line that nobody has acted on (DOS-12).';

-- --------------------------------------------------------------------------------------------------------------- cooling

create function segments.falling_acted_on() returns table (project_id uuid, person_id uuid, responsible_id uuid, activity text, until_day date)
language sql stable security definer set search_path = ''
as $$
  select fact.project_id, fact.person_id, fact.responsible_id, fact.activity, fact.activity_until
    from segments.acted_on('segments.cooling') acted
    join public.customer_fact fact on fact.person_id = acted.person_id and fact.project_id = acted.project_id
   where fact.activity in ('ACTIVE', 'COOLING') and fact.responsible_id is not null and acted.rest = fact.activity_until::text
     and acted.rest >= scope.today()::text
$$;
comment on function segments.falling_acted_on() is 'Customers about to fall whose present line somebody has made into a task.';

create function segments.falling_counts(colleagues uuid[], today date, first_day date, last_day date, show_days int)
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
       where not own and fact.activity in ('ACTIVE', 'COOLING') and fact.responsible_id = any (colleagues)
         and fact.activity_until between from_day and to_day and fact.project_id = any (projects)
       group by 1, 2
      union all
      select fact.responsible_id, case fact.activity when 'COOLING' then today else greatest(fact.activity_until - show_days, today) end,
             count(*)
        from public.customer_fact fact
       where own and fact.activity in ('ACTIVE', 'COOLING') and fact.responsible_id = any (colleagues)
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
comment on function segments.falling_counts(uuid[], date, date, date, int) is
  'Per colleague and day, of these days, on which they begin to show: customers about to cool, or cooling, on whom nobody has acted.';

create function segments.falling(colleagues uuid[], today date, show_days int, most int)
returns table (person_id uuid, project_id uuid, activity text, until_day date, last_contact_on date, responsible_id uuid, place int)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
declare
  projects constant uuid[] := scope.projects();
  own constant boolean := scope.own_only();
begin
  return query
    with acted as materialized (select acted.project_id, acted.person_id from segments.falling_acted_on() acted)
    select first.person_id, first.project_id, first.activity, first.activity_until, first.last_contact_on, colleague.id,
           row_number() over (partition by colleague.id order by first.activity_until, first.person_id)::int
      from unnest(colleagues) colleague (id)
     cross join lateral (
       select fact.person_id, fact.project_id, fact.activity, fact.activity_until, fact.last_contact_on
         from public.customer_fact fact
        where fact.responsible_id = colleague.id and fact.activity in ('ACTIVE', 'COOLING') and fact.activity_until >= today
          and (fact.activity = 'COOLING' or fact.activity_until <= today + show_days) and fact.project_id = any (projects)
          and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
          and (not own or (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject))
        order by fact.activity_until, fact.person_id limit most
     ) first;
end
$$;
comment on function segments.falling(uuid[], date, int, int) is
  'Of each of these colleagues the customers who fall soonest and on whom nobody has acted (SEG-16).';

revoke execute on function segments.acted_on, segments.short_dossiers_acted_on,
  segments.short_dossier_counts, segments.short_dossiers, segments.falling_acted_on, segments.falling_counts, segments.falling from public;
grant execute on function segments.short_dossier_counts, segments.short_dossiers, segments.falling_counts, segments.falling to yilu_app;

-- What was done today is asked at every look.
create index task_outcome_by_time on task_outcome (at, by_account) where undone_at is null;

-- The latest moves of a whole group, without sorting all that a night wrote.
create index label_history_moved on label_history (changed_at desc) where before is not null;
