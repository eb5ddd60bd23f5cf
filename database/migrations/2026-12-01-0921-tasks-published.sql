-- A door in SQL for set-based readers: what is still to be done about whom.
create schema if not exists tasks_published;
grant usage on schema tasks_published to yilu_app;

create view tasks_published.open_task with (security_invoker = true) as
  select id, project_id, subject_kind, subject_id, title, due_at, assignee_id from task where closed_at is null;
comment on view tasks_published.open_task is 'Open tasks; subject_kind is person or room, or null for tasks about nobody.';
grant select on all tables in schema tasks_published to yilu_app;
