-- Customers are told who looks after them now (ORG-16): what somebody took over from a colleague, by the day of the change. Whoever
-- sees an own portfolio only does not see the colleague's, so this looks past that, at the name alone.
create index portfolio_handed_over on portfolio_item (until_day) where until_day is not null;

create function identity_published.taken_over(since date)
returns table (staff_id uuid, former_name text, subject_kind text, subject_id uuid, project_id uuid, from_day date)
language sql stable security definer set search_path = ''
as $$
  select item.staff_id, staff.name, item.subject_kind, item.subject_id, item.project_id, item.from_day
    from public.portfolio_item former
    join public.portfolio_item item
      on item.subject_id = former.subject_id and item.staff_id <> former.staff_id
     and item.from_day = former.until_day and item.until_day is null
    join public.staff on staff.id = former.staff_id
   where former.until_day between taken_over.since and (select scope.today())
     and item.project_id = any ((select scope.projects())::uuid[])
     and (not (select scope.own_only()) or item.staff_id = (select scope.actor()))
$$;
comment on function identity_published.taken_over(date) is
  'Rooms and people taken over from a colleague since a day and still held, within the reach of the actor; from_day is the first day of the new holder.';
revoke execute on function identity_published.taken_over(date) from public;
grant execute on function identity_published.taken_over(date) to yilu_app;
