-- Records of the developer's side are not the property company's and the other way round (decision 8, ORG-08), but a task was seen by
-- everybody in its project: a property manager read in the team's day, on the customer's page and in the book what a consultant had
-- noted about prices. A task is of the side of whoever has it and of whoever made it, where that is one side only. Who has, made or
-- last changed a task sees it in any case.

create function scope.sides_of(account uuid) returns text[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(side), '{}')
    from jsonb_array_elements_text(auth.sides_of(array(
           select role.side from public.staff_grant held join public.role on role.id = held.role_id where held.staff_id = account
           union all
           select role.side from auth.api_key key join public.role on role.id = key.role_id where key.id = account))) side
$$;
comment on function scope.sides_of(uuid) is 'For which organisations the roles of a colleague or key work, developer, property or both; none without a role.';

alter table task add column sides text[] not null default '{developer,property}';
comment on column task.sides is
  'Whose colleagues see it besides those who have, made or changed it: the sides of its assignee and, where it works for one only, its maker (ORG-08). Written by a trigger only.';

create function tasks.sides_of(assignee uuid, maker uuid) returns text[]
language plpgsql stable security definer set search_path = ''
as $$
declare
  having_it constant text[] := scope.sides_of(assignee);
  making_it constant text[] := case when maker = assignee then having_it else scope.sides_of(maker) end;
begin
  return case when having_it = '{}' then '{developer,property}'
              when cardinality(making_it) = 1 and not making_it <@ having_it then having_it || making_it
              else having_it end;
end
$$;

create function tasks.note_sides() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' or new.assignee_id <> old.assignee_id then
    new.sides := tasks.sides_of(new.assignee_id, new.created_by);
  else
    new.sides := old.sides;
  end if;
  return new;
end
$$;
comment on function tasks.note_sides() is 'Notes on a task whose side it is on, as it is made and as it changes hands.';

update task set sides = tasks.sides_of(assignee_id, created_by);
create trigger notes_sides before insert or update on task for each row execute function tasks.note_sides();

drop policy in_scope on task;
create policy in_scope on task for select using (
  project_id = any ((select scope.projects())::uuid[])
  and (assignee_id = (select scope.actor())
       or created_by = (select scope.actor())
       or changed_by = (select scope.actor())
       or not (select scope.own_only()) and sides && (select scope.sides())::text[])
);
drop policy changed_in_scope on task;
create policy changed_in_scope on task for update
  using (
    project_id = any ((select scope.projects())::uuid[])
    and (assignee_id = (select scope.actor())
         or changed_by = (select scope.actor())
         or not (select scope.own_only()) and sides && (select scope.sides())::text[])
  )
  with check (project_id = any ((select scope.projects())::uuid[]));

-- The book says what the next step is, whoever's it is; for a reader of one side it is the next one on that side.
create function segments.next_steps_of_side(people uuid[])
returns table (person_id uuid, project_id uuid, next_task_on date, next_task text)
language sql stable security definer rows 50 set search_path = ''
as $$
  select distinct on (open.person_id, open.project_id) open.person_id, open.project_id,
         ((open.due_at - interval '1 millisecond') at time zone 'Asia/Shanghai')::date, open.title::text
    from (select each.subject_id as person_id, each.project_id, each.due_at, each.title, each.id, each.sides
            from public.task each
           where each.subject_kind = 'person' and each.subject_id = any (people) and each.closed_at is null
          union all
          select party.person_id, each.project_id, each.due_at, each.title, each.id, each.sides
            from public.room_party party
            join public.task each
              on each.subject_kind = 'room' and each.subject_id = party.room_id and each.project_id = party.project_id
           where party.person_id = any (people) and each.closed_at is null
             and (party.ended_on is null or party.ended_on > scope.today())) open
   where open.project_id = any ((select scope.projects())::uuid[]) and open.sides && (select scope.sides())::text[]
   order by open.person_id, open.project_id, open.due_at, open.id
$$;
comment on function segments.next_steps_of_side(uuid[]) is
  'The next open task about each of these people in the projects in scope that is on the reader''s side, whoever has it.';

-- An account is closed once none of its tasks is open, wherever they lie (ORG-16).
create function tasks.open_of(account uuid) returns int
language sql stable security definer set search_path = ''
as $$ select count(*)::int from public.task where assignee_id = account and closed_at is null $$;
comment on function tasks.open_of(uuid) is 'How many open tasks an account has, in whatever project.';

revoke execute on function scope.sides_of, tasks.sides_of, tasks.note_sides, segments.next_steps_of_side, tasks.open_of from public;
grant execute on function segments.next_steps_of_side, tasks.open_of to yilu_app;
