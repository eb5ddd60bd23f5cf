-- A customer was handed over with a task to a colleague whose portfolio lacks them, and stood there without a name: the task was
-- in sight, its subject was not. While a task is open, whoever has it sees whom it is about, if somebody gave it to them who
-- could see that person otherwise. Nobody gets sight by a task made or moved by themselves, nor from one who had none to give.

alter table task add column entrusted_to uuid[] not null default '{}';
comment on column task.entrusted_to is
  'Accounts to whom it was given by somebody who may see its subject; the one of them who has it now sees the subject while it is open. Written by a trigger only.';
create index task_entrusting on task (assignee_id, subject_id) where closed_at is null and entrusted_to <> '{}';

create function scope.subjects_of_tasks() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  me constant uuid := scope.actor();
begin
  return query
    select task.subject_id from public.task
     where task.assignee_id = me and task.closed_at is null and task.entrusted_to <> '{}' and me = any (task.entrusted_to);
end
$$;
comment on function scope.subjects_of_tasks() is 'What open tasks of the actor are about, where somebody gave them who may see it: people, rooms, registers.';

create or replace function scope.own_subjects() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  me constant uuid := scope.actor();
  today constant date := scope.today();
begin
  return query
    select item.subject_id from public.portfolio_item item
     where item.staff_id = me and item.from_day <= today and (item.until_day is null or item.until_day > today)
    union all
    select scope.subjects_of_tasks();
end
$$;
comment on function scope.own_subjects() is
  'Rooms and people entrusted to the actor today, for good or with an open task. In policies: room_id in (select scope.own_subjects()), evaluated once per statement.';

create or replace function customers.my_people() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
declare
  me constant uuid := scope.actor();
  today constant date := scope.today();
begin
  return query
    select item.subject_id from public.portfolio_item item
     where item.staff_id = me and item.from_day <= today and (item.until_day is null or item.until_day > today)
       and item.subject_kind = 'person'
    union
    select party.person_id from public.portfolio_item item
      join public.room_party party on party.room_id = item.subject_id
     where item.staff_id = me and item.from_day <= today and (item.until_day is null or item.until_day > today)
       and item.subject_kind = 'room' and (party.ended_on is null or party.ended_on > today)
    union
    select subject from scope.subjects_of_tasks() subject
    union
    select party.person_id from scope.subjects_of_tasks() subject
      join public.room_party party on party.room_id = subject and (party.ended_on is null or party.ended_on > today);
end
$$;
comment on function customers.my_people() is
  'People entrusted to the actor, themselves or by their room, for good or with an open task (decision 8).';

create function customers.in_my_portfolio(person uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  me constant uuid := scope.actor();
  today constant date := scope.today();
begin
  return exists (select from public.portfolio_item item
                  where item.subject_id = person and item.staff_id = me
                    and item.from_day <= today and (item.until_day is null or item.until_day > today))
      or exists (select from public.room_party party
                   join public.portfolio_item item on item.subject_id = party.room_id and item.staff_id = me
                    and item.from_day <= today and (item.until_day is null or item.until_day > today)
                  where party.person_id = person and (party.ended_on is null or party.ended_on > today));
end
$$;
comment on function customers.in_my_portfolio(uuid) is 'Whether this person is entrusted to the actor for good, tasks aside.';

create or replace function customers.is_mine(person uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return customers.in_my_portfolio(person)
      or exists (select from scope.subjects_of_tasks() subject
                  where subject = person
                     or exists (select from public.room_party party
                                 where party.room_id = subject and party.person_id = person
                                   and (party.ended_on is null or party.ended_on > scope.today())));
end
$$;

-- Sight that comes from a task is not passed on with another one, only with that task itself: else two colleagues could keep a
-- customer in sight for each other for ever.
create function scope.may_entrust(kind text, subject uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  me constant uuid := scope.actor();
  projects constant uuid[] := scope.projects();
  today constant date := scope.today();
begin
  return case kind
    when 'person' then
      exists (select from public.person_project link where link.person_id = subject and link.project_id = any (projects))
      and (not scope.own_only() or customers.in_my_portfolio(subject))
    when 'room' then
      exists (select from public.room where room.id = subject and room.project_id = any (projects))
      and (not scope.own_only()
           or exists (select from public.portfolio_item item
                       where item.subject_id = subject and item.staff_id = me
                         and item.from_day <= today and (item.until_day is null or item.until_day > today)))
    when 'register' then
      'developer' = any (scope.sides())
      and exists (select from public.register_entry entry
                   where entry.id = subject and entry.project_id = any (projects)
                     and (not scope.own_only() or entry.recorded_by = me or entry.on_behalf_of = me
                          or customers.in_my_portfolio(entry.person_id)))
    else false
  end;
end
$$;
comment on function scope.may_entrust(text, uuid) is
  'Whether the actor sees this person, room or register by role, portfolio or own hand, and so may give a colleague a task about it.';

create function scope.entrust_with_task() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  me constant uuid := scope.actor();
  is_new constant boolean := tg_op = 'INSERT';
begin
  -- Whatever the statement said: only what is decided here stands.
  new.entrusted_to := case when is_new then '{}'::uuid[] else old.entrusted_to end;
  if not is_new and (new.subject_kind, new.subject_id) is distinct from (old.subject_kind, old.subject_id) then
    new.entrusted_to := case when scope.may_entrust(new.subject_kind, new.subject_id)
                             then array_remove(new.entrusted_to, me) else '{}'::uuid[] end;
  end if;
  if new.subject_id is null or me is null or new.assignee_id = me or new.assignee_id = any (new.entrusted_to) then
    return new;
  end if;
  if not is_new and new.assignee_id = old.assignee_id then
    return new;
  end if;
  if scope.may_entrust(new.subject_kind, new.subject_id)
     or not is_new and old.closed_at is null and old.assignee_id = me and me = any (new.entrusted_to) then
    new.entrusted_to := new.entrusted_to || new.assignee_id;
  end if;
  return new;
end
$$;
comment on function scope.entrust_with_task() is
  'Notes on a task to whom it was given by somebody who may see its subject, or who has it and was given it so.';
create trigger entrusts before insert or update on task for each row execute function scope.entrust_with_task();

-- Who called without a name on file is no person yet: what is handed over then is the register itself.
drop policy in_scope on register_entry;
create policy in_scope on register_entry using (
  project_id = any ((select scope.projects())::uuid[])
  and 'developer' = any ((select scope.sides())::text[])
  and (not (select scope.own_only())
       or recorded_by = (select scope.actor())
       or on_behalf_of = (select scope.actor())
       or id in (select scope.subjects_of_tasks())
       or person_id in (select customers.my_people()))
) with check (
  project_id = any ((select scope.projects())::uuid[]) and 'developer' = any ((select scope.sides())::text[])
);

revoke execute on function customers.in_my_portfolio, scope.may_entrust, scope.entrust_with_task, scope.subjects_of_tasks from public;
grant execute on function scope.subjects_of_tasks to yilu_app;
