-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Notes on a task whose side it is on, as it is made and as it changes hands.
CREATE OR REPLACE FUNCTION tasks.note_sides()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'INSERT' or new.assignee_id <> old.assignee_id then
    new.sides := tasks.sides_of(new.assignee_id, new.created_by);
  else
    new.sides := old.sides;
  end if;
  return new;
end
$function$
;

-- How many open tasks an account has, in whatever project.
CREATE OR REPLACE FUNCTION tasks.open_of(account uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$ select count(*)::int from public.task where assignee_id = account and closed_at is null $function$
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
