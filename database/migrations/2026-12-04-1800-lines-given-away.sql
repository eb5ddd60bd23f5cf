-- A leader handed a line of Today over. Whoever had it sees their own tasks only, so the task that it became was out of their sight:
-- the line stood on their day for ever, and every tap on it found nothing.
create schema if not exists tasks;
grant usage on schema tasks to yilu_app;
create function tasks.taken(origins text[], occurrences text[]) returns setof text
language sql stable security definer set search_path = ''
as $$
  select task.origin || '#' || task.occurrence
    from unnest(origins, occurrences) as asked (origin, occurrence)
    join public.task on task.origin = asked.origin and task.occurrence = asked.occurrence
   where task.project_id = any ((select scope.projects())::uuid[])
$$;
comment on function tasks.taken(text[], text[]) is
  'Which of these occurrences somebody in the projects in scope has made into a task, as origin#occurrence; nothing else of the task is told.';
revoke execute on function tasks.taken(text[], text[]) from public;
grant execute on function tasks.taken(text[], text[]) to yilu_app;
