-- A role may only be withdrawn from a project once nothing there is in the hands of its holder (ORG-16): the two counts that keep an
-- account open are asked of some projects, too. What was handed over before it began has never been held and keeps nobody.

drop function auth.held_by(uuid);
create function auth.held_by(account uuid, projects uuid[] default null) returns bigint
language sql stable security definer set search_path = ''
as $$
  select count(*) from public.portfolio_item
   where staff_id = account and (until_day is null or until_day > greatest(from_day, (select scope.today())))
     and (projects is null or project_id = any (projects))
$$;
comment on function auth.held_by(uuid, uuid[]) is
  'How many rooms and people are entrusted to an account, today or from a day on: in these projects, or in whatever project.';

drop function tasks.open_of(uuid);
create function tasks.open_of(account uuid, projects uuid[] default null) returns int
language sql stable security definer set search_path = ''
as $$
  select count(*)::int from public.task
   where assignee_id = account and closed_at is null and (projects is null or project_id = any (projects))
$$;
comment on function tasks.open_of(uuid, uuid[]) is 'How many open tasks an account has: in these projects, or in whatever project.';

revoke execute on function auth.held_by, tasks.open_of from public;
grant execute on function auth.held_by, tasks.open_of to yilu_app;
