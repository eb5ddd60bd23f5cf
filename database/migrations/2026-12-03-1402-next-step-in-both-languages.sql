-- The next step in the book was Chinese whoever read it, and one due by 24:00 stood on the day that begins then.
create or replace function segments.tasks_of(people uuid[], today date)
returns table (person_id uuid, project_id uuid, next_task_on date, next_task text)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select distinct on (open.person_id, open.project_id) open.person_id, open.project_id,
         ((open.due_at - interval '1 millisecond') at time zone 'Asia/Shanghai')::date, open.title::text
    from (select each.subject_id as person_id, each.project_id, each.due_at, each.title, each.id
            from tasks_published.open_task each
           where each.subject_kind = 'person' and each.subject_id = any (people)
          union all
          select party.person_id, each.project_id, each.due_at, each.title, each.id
            from customers_published.room_party party
            join tasks_published.open_task each
              on each.subject_kind = 'room' and each.subject_id = party.room_id and each.project_id = party.project_id
           where party.person_id = any (people) and (party.ended_on is null or party.ended_on > today)) open
   order by open.person_id, open.project_id, open.due_at, open.id
$$;

comment on column customer_fact.next_task is 'What the next open task says, {"zh", "en"} as text.';
update customer_fact fact
   set next_task = coalesce(known.next_task, jsonb_build_object('zh', fact.next_task, 'en', fact.next_task)::text),
       next_task_on = coalesce(known.next_task_on, fact.next_task_on)
  from customer_fact known_fact
  left join lateral segments.tasks_of(array[known_fact.person_id], scope.today()) known on known.project_id = known_fact.project_id
 where known_fact.next_task is not null
   and fact.person_id = known_fact.person_id and fact.project_id = known_fact.project_id;
