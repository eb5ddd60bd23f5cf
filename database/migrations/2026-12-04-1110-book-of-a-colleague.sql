-- Today asks for the customers of one colleague. The index of who holds whom cannot be used under a policy (its operator might leak), so
-- whole projects were read for some hundred households. What the policy of the book lets through is asked here.
create function segments.book_of(staff uuid) returns setof public.customer_fact
language plpgsql stable security definer rows 200 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
begin
  return query
    select fact.* from public.customer_fact fact
     where fact.staff_ids @> array[staff] and fact.project_id = any (scope.projects())
       and (not (select scope.own_only())
            or (select bool_or(subject in (select scope.own_subjects()))
                  from unnest(array_append(fact.room_ids, fact.person_id)) subject));
end
$$;
comment on function segments.book_of(uuid) is
  'Rows of the book that a colleague holds, first or beside another, as the policy of the book would show them.';
revoke execute on function segments.book_of(uuid) from public;
grant execute on function segments.book_of(uuid) to yilu_app;

-- What is due first, of everybody in reach.
create index task_open_by_due on task (due_at) where closed_at is null;
