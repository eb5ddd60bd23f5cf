-- Whoever looks after some people only sees their contacts only; a visit is the first when nobody received one before it (DOS-11).
create function interactions.times_registered(people uuid[], asked_project uuid) returns table (person_id uuid, calls int, visits int)
language sql stable security definer set search_path = ''
as $$
  select contact.person_id, (count(*) filter (where contact.kind = 'CALL_IN'))::int,
         (count(*) filter (where contact.kind = 'VISIT_IN'))::int
    from public.interaction contact
   where contact.person_id = any (people) and contact.project_id = asked_project
     and asked_project = any (scope.projects())
   group by contact.person_id
$$;
comment on function interactions.times_registered(uuid[], uuid) is
  'How often these people called and came in a project of the scope, past portfolios and sides: two figures each, never what was said.';
revoke execute on function interactions.times_registered(uuid[], uuid) from public;
grant execute on function interactions.times_registered(uuid[], uuid) to yilu_app;
