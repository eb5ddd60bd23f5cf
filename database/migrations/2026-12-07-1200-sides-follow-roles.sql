-- The side of a task (ORG-08) was noted when it was made and when it changed hands, but stayed when its holder changed roles: what a
-- consultant who became a housekeeper still had to do went on being read by the sales side only. Open tasks follow at once, in the
-- transaction that changes the role; what is closed stays with those for whom it was done.

-- Whoever writes this column gets the truth.
create or replace function tasks.note_sides() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' or new.assignee_id <> old.assignee_id or new.sides <> old.sides then
    new.sides := tasks.sides_of(new.assignee_id, new.created_by);
  end if;
  return new;
end
$$;
comment on function tasks.note_sides() is
  'Notes on a task whose side it is on, as it is made, as it changes hands and as its holder changes roles.';

create function tasks.follow_sides(accounts uuid[]) returns void
language sql security definer set search_path = ''
as $$
  update public.task open set sides = truth.sides
    from (select assignee_id, created_by, tasks.sides_of(assignee_id, created_by) as sides
            from (select distinct assignee_id, created_by from public.task
                   where assignee_id = any (accounts) and closed_at is null) each
           -- Without any role it stays what it was until it is handed over.
           where scope.sides_of(assignee_id) <> '{}') truth
   where open.closed_at is null and open.assignee_id = truth.assignee_id and open.created_by = truth.created_by
     and open.sides <> truth.sides
$$;
comment on function tasks.follow_sides(uuid[]) is 'Puts the open tasks of these accounts on the sides of the roles that they have now.';

create function tasks.follow_grants() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform tasks.follow_sides(array(select distinct staff_id from changed));
  return null;
end
$$;
create trigger sides_follow_granted after insert on staff_grant
  referencing new table as changed for each statement execute function tasks.follow_grants();
create trigger sides_follow_changed after update on staff_grant
  referencing new table as changed for each statement execute function tasks.follow_grants();
create trigger sides_follow_withdrawn after delete on staff_grant
  referencing old table as changed for each statement execute function tasks.follow_grants();

create function tasks.follow_role() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform tasks.follow_sides(array(select distinct staff_id from public.staff_grant where role_id = new.id));
  return null;
end
$$;
create trigger sides_follow after update of side on role
  for each row when (old.side is distinct from new.side) execute function tasks.follow_role();

revoke execute on function tasks.follow_sides, tasks.follow_grants, tasks.follow_role from public;

-- Those who changed roles before this.
select tasks.follow_sides(array(select distinct assignee_id from task where closed_at is null));
