-- The book showed a reader of one side the next step on that side (ORG-08), but was put in order, filtered and counted by the next one
-- of anybody: where a consultant was to ring first, a property manager's customers stood first for no reason that they saw, and
-- "next step before Friday" told how many steps of the other side there were. The book now knows the next step on each side.

create or replace view tasks_published.open_task with (security_invoker = true) as
  select id, project_id, subject_kind, subject_id, title, due_at, assignee_id, sides from task where closed_at is null;

create or replace function segments.tasks_of(people uuid[], today date)
returns table (person_id uuid, project_id uuid, next_task_on date, next_task text)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  with open as (
    select each.subject_id as person_id, each.project_id, each.due_at, each.title, each.id, each.sides
      from tasks_published.open_task each
     where each.subject_kind = 'person' and each.subject_id = any (people)
    union all
    select party.person_id, each.project_id, each.due_at, each.title, each.id, each.sides
      from customers_published.room_party party
      join tasks_published.open_task each
        on each.subject_kind = 'room' and each.subject_id = party.room_id and each.project_id = party.project_id
     where party.person_id = any (people) and (party.ended_on is null or party.ended_on > today)
  ), next as (
    select distinct on (open.person_id, open.project_id, side) open.person_id, open.project_id, side, open.due_at, open.title, open.id,
           ((open.due_at - interval '1 millisecond') at time zone 'Asia/Shanghai')::date as due_on
      from open cross join unnest(open.sides) side
     order by open.person_id, open.project_id, side, open.due_at, open.id
  )
  select next.person_id, next.project_id, min(next.due_on),
         json_object_agg(next.side, json_build_object('on', next.due_on - date '2000-01-01', 'zh', next.title ->> 'zh', 'en', next.title ->> 'en')
                         order by next.due_at, next.id, next.side)::text
    from next
   group by next.person_id, next.project_id
$$;

comment on column customer_fact.next_task is
  'The next open task on each side, by side, the sooner first: {"developer": {"on": days since 2000-01-01, "zh", "en"}, "property": …} as text.';
with known as (
  select * from segments.tasks_of(array(select person_id from customer_fact where next_task is not null), scope.today())
)
update customer_fact fact
   set next_task_on = known.next_task_on, next_task = known.next_task
  from customer_fact before
  left join known on known.person_id = before.person_id and known.project_id = before.project_id
 where before.next_task is not null and fact.person_id = before.person_id and fact.project_id = before.project_id;

alter table customer_fact
  add column developer_task_on date generated always as (date '2000-01-01' + (next_task::json #>> '{developer,on}')::int) stored,
  add column property_task_on date generated always as (date '2000-01-01' + (next_task::json #>> '{property,on}')::int) stored;
comment on column customer_fact.next_task_on is 'When the next open task of anybody is due, for readers of both sides.';
comment on column customer_fact.developer_task_on is 'The same on the developer''s side (ORG-08).';
comment on column customer_fact.property_task_on is 'The same on the property company''s side (ORG-08).';
create index customer_fact_by_developer_task on customer_fact (project_id, developer_task_on, person_id) where developer_task_on is not null;
create index customer_fact_by_property_task on customer_fact (project_id, property_task_on, person_id) where property_task_on is not null;
drop function segments.next_steps_of_side(uuid[]);

-- A task changes sides with the roles of its holder, and no event tells of it.
create function segments.mark_changed_sides() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.customer_mark (person_id, lane)
  select about.person_id, segments.lane_of(about.person_id)
    from (select new.subject_id as person_id where new.subject_kind = 'person'
          union
          select party.person_id from public.room_party party
           where new.subject_kind = 'room' and party.room_id = new.subject_id) about;
  return null;
end
$$;
comment on function segments.mark_changed_sides() is 'Marks whom an open task is about when it changes sides, so that the book follows.';
revoke execute on function segments.mark_changed_sides from public;
create trigger marks_changed_sides after update on task
  for each row when (old.sides is distinct from new.sides and new.closed_at is null) execute function segments.mark_changed_sides();
