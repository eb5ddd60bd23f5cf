-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

CREATE OR REPLACE FUNCTION tasks.follow_grants()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform tasks.follow_sides(array(select distinct staff_id from changed));
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION tasks.follow_role()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform tasks.follow_sides(array(select distinct staff_id from public.staff_grant where role_id = new.id));
  return null;
end
$function$
;

-- Puts the open tasks of these accounts on the sides of the roles that they have now.
CREATE OR REPLACE FUNCTION tasks.follow_sides(accounts uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update public.task open set sides = truth.sides
    from (select assignee_id, created_by, tasks.sides_of(assignee_id, created_by) as sides
            from (select distinct assignee_id, created_by from public.task
                   where assignee_id = any (accounts) and closed_at is null) each
           -- Without any role it stays what it was until it is handed over.
           where scope.sides_of(assignee_id) <> '{}') truth
   where open.closed_at is null and open.assignee_id = truth.assignee_id and open.created_by = truth.created_by
     and open.sides <> truth.sides
$function$
;

-- Notes on a task whose side it is on, as it is made, as it changes hands and as its holder changes roles.
CREATE OR REPLACE FUNCTION tasks.note_sides()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'INSERT' or new.assignee_id <> old.assignee_id or new.sides <> old.sides then
    new.sides := tasks.sides_of(new.assignee_id, new.created_by);
  end if;
  return new;
end
$function$
;

-- Open tasks of one colleague or of everybody in reach: how many have begun by the end of the day and how many of them are late, per colleague; how many begin on each day after it, up to another, where those that have begun count on the day that they are due; and the first ones in the order of Today.
CREATE OR REPLACE FUNCTION tasks.open_at_once(someone uuid, at timestamp with time zone, end_of_day timestamp with time zone, end_of_days timestamp with time zone, most integer, OUT counts json, OUT days json, OUT first uuid[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_indexscan TO 'off'
AS $function$
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
$function$
;

-- How many open tasks an account has: in these projects, or in whatever project.
CREATE OR REPLACE FUNCTION tasks.open_of(account uuid, projects uuid[] DEFAULT NULL::uuid[])
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select count(*)::int from public.task
   where assignee_id = account and closed_at is null and (projects is null or project_id = any (projects))
$function$
;

CREATE OR REPLACE FUNCTION tasks.sides_of(assignee uuid, maker uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  having_it constant text[] := scope.sides_of(assignee);
  making_it constant text[] := case when maker = assignee then having_it else scope.sides_of(maker) end;
begin
  return case when having_it = '{}' then '{developer,property}'
              when cardinality(making_it) = 1 and not making_it <@ having_it then having_it || making_it
              else having_it end;
end
$function$
;

-- Of these rooms or people those about which there is or was something to do, for whomever.
CREATE OR REPLACE FUNCTION tasks.subjects_among(of_kind text, subjects uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct task.subject_id from public.task where task.subject_kind = of_kind and task.subject_id = any (subjects)
$function$
;

-- Which of these occurrences somebody in the projects in scope has made into a task, as origin#occurrence; nothing else of the task is told.
CREATE OR REPLACE FUNCTION tasks.taken(origins text[], occurrences text[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select task.origin || '#' || task.occurrence
    from unnest(origins, occurrences) as asked (origin, occurrence)
    join public.task on task.origin = asked.origin and task.occurrence = asked.occurrence
   where task.project_id = any ((select scope.projects())::uuid[])
$function$
;
