-- Which lines of Today somebody has acted on: a list of what remains leaves them out (ORG-16).
create view tasks_published.taken_line with (security_invoker = true) as
  select origin, occurrence from task;
comment on view tasks_published.taken_line is 'Lines of Today that have become tasks, by the rule they came from and the occasion.';
grant select on tasks_published.taken_line to yilu_app;
