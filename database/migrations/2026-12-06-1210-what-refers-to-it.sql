-- Undoing an import removed a room or customer that somebody had entrusted to a colleague or had made a task about meanwhile: a
-- reference without a foreign key is one, too (decision 22).

create function tasks.subjects_among(of_kind text, subjects uuid[]) returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select distinct task.subject_id from public.task where task.subject_kind = of_kind and task.subject_id = any (subjects)
$$;
comment on function tasks.subjects_among(text, uuid[]) is 'Of these rooms or people those about which there is or was something to do, for whomever.';

create function auth.entrusted_among(subjects uuid[]) returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select distinct item.subject_id from public.portfolio_item item
   where item.subject_id = any (subjects) and (item.until_day is null or item.until_day > (select scope.today()))
$$;
comment on function auth.entrusted_among(uuid[]) is 'Of these rooms and people those who are entrusted to somebody, today or from a day on.';

revoke execute on function tasks.subjects_among, auth.entrusted_among from public;
grant execute on function tasks.subjects_among, auth.entrusted_among to yilu_app;
