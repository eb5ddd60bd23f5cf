-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Contacts that come are added to the sums.
CREATE OR REPLACE FUNCTION interactions.add_to_sums()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- In the order of the key, so that two that add at once wait for each other instead of for ever.
  insert into public.contact_sum as known (person_id, project_id, first_on, last_counted_on, visit_days, calls, follow_ups)
  select added.person_id, added.project_id, min(interactions.day_of(added.contacted_at)),
         max(interactions.day_of(added.contacted_at)) filter (where added.counted),
         coalesce(array_agg(interactions.day_of(added.contacted_at) order by added.contacted_at) filter (where added.kind = 'VISIT_IN'), '{}'),
         count(*) filter (where added.kind = 'CALL_IN'), count(*) filter (where added.kind not in ('CALL_IN', 'VISIT_IN'))
    from added
   group by added.person_id, added.project_id
   order by added.person_id, added.project_id
  on conflict (person_id, project_id) do update set
    first_on = least(known.first_on, excluded.first_on),
    last_counted_on = greatest(known.last_counted_on, excluded.last_counted_on),
    visit_days = case when excluded.visit_days = '{}' then known.visit_days
                      else interactions.days_in_order(known.visit_days || excluded.visit_days) end,
    calls = known.calls + excluded.calls,
    follow_ups = known.follow_ups + excluded.follow_ups;
  return null;
end
$function$
;

-- The latest contacts with this person, as the policy would show them: of projects and sides in scope, and within an own portfolio those of their people or by their hand.
CREATE OR REPLACE FUNCTION interactions.contacts_of_person(asked uuid, most integer)
 RETURNS TABLE(id uuid, project_id uuid, person_id uuid, side text, kind text, reacted boolean, counted boolean, contacted_at timestamp with time zone, entered_at timestamp with time zone, parts jsonb, recorded_by uuid, recorded_by_name text, on_behalf_of uuid, on_behalf_of_name text, staff_name text, import_id uuid, version integer, earlier integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  me constant uuid := scope.actor();
  projects constant uuid[] := scope.projects();
  sides constant text[] := scope.sides();
  is_theirs constant boolean := not scope.own_only() or customers.is_mine(asked);
begin
  return query
    select contact.id, contact.project_id, contact.person_id, contact.side, contact.kind, contact.reacted, contact.counted,
           contact.contacted_at, contact.entered_at, contact.parts, contact.recorded_by, recorder.name, contact.on_behalf_of,
           principal.name, contact.staff_name, contact.import_id, contact.version,
           case when contact.version = 1 then 0
                else (select count(*)::int from public.interaction_version before where before.interaction_id = contact.id) end
      from public.interaction contact
      left join public.staff recorder on recorder.id = contact.recorded_by
      left join public.staff principal on principal.id = contact.on_behalf_of
     where contact.person_id = asked and contact.project_id = any (projects) and contact.side = any (sides)
       and (is_theirs or contact.recorded_by = me)
     order by contact.contacted_at desc, contact.id desc
     limit most;
end
$function$
;

CREATE OR REPLACE FUNCTION interactions.day_of(at timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select (at at time zone interval '8 hours')::date $function$
;

CREATE OR REPLACE FUNCTION interactions.days_in_order(days date[])
 RETURNS date[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select coalesce(array_agg(each_day order by each_day), '{}') from unnest(days) each_day $function$
;

-- Where contacts were moved or taken back, what is left is counted anew.
CREATE OR REPLACE FUNCTION interactions.keep_sums()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  people uuid[];
  projects uuid[];
begin
  if tg_op = 'DELETE' then
    select array_agg(pair.person_id), array_agg(pair.project_id) into people, projects
      from (select distinct gone.person_id, gone.project_id from gone) pair;
  else
    -- A change of the words alone, which is nearly every one, leaves the sums.
    select array_agg(pair.person_id), array_agg(pair.project_id) into people, projects
      from (select distinct side.person_id, side.project_id
              from gone join came using (id)
             cross join lateral (values (gone.person_id, gone.project_id), (came.person_id, came.project_id)) side (person_id, project_id)
             where (gone.person_id, gone.project_id, gone.contacted_at, gone.kind, gone.counted)
                   is distinct from (came.person_id, came.project_id, came.contacted_at, came.kind, came.counted)) pair;
  end if;
  if people is not null then
    perform interactions.sum_again(people, projects);
  end if;
  return null;
end
$function$
;

-- The number a register of this day gets; holds others back until the transaction ends.
CREATE OR REPLACE FUNCTION interactions.next_number(project uuid, of_kind text, on_day date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not project = any (scope.projects()) then
    raise exception 'project out of scope' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(project::text || of_kind || on_day::text, 950));
  return (select coalesce(max(number_of_day), 0) + 1 from public.register_entry
           where project_id = project and kind = of_kind and contacted_on = on_day);
end
$function$
;

-- Counts the contacts of these pairs of person and project anew.
CREATE OR REPLACE FUNCTION interactions.sum_again(people uuid[], projects uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into public.contact_sum (person_id, project_id, first_on, visit_days, calls, follow_ups)
  select pair.person_id, pair.project_id, 'infinity', '{}', 0, 0
    from unnest(people, projects) pair (person_id, project_id)
   order by pair.person_id, pair.project_id
  on conflict do nothing;
  -- Held first, counted in a statement of its own: it sees what those who were waited for have written.
  perform from public.contact_sum known
    join unnest(people, projects) pair (person_id, project_id) on pair.person_id = known.person_id and pair.project_id = known.project_id
   order by known.person_id, known.project_id for update of known;
  update public.contact_sum known
     set first_on = coalesce(counted.first_on, 'infinity'), last_counted_on = counted.last_counted_on,
         visit_days = coalesce(counted.visit_days, '{}'), calls = counted.calls, follow_ups = counted.follow_ups
    from unnest(people, projects) pair (person_id, project_id)
   cross join lateral (
     select min(interactions.day_of(each.contacted_at)) as first_on,
            max(interactions.day_of(each.contacted_at)) filter (where each.counted) as last_counted_on,
            array_agg(interactions.day_of(each.contacted_at) order by each.contacted_at) filter (where each.kind = 'VISIT_IN') as visit_days,
            count(*) filter (where each.kind = 'CALL_IN') as calls,
            count(*) filter (where each.kind not in ('CALL_IN', 'VISIT_IN')) as follow_ups
       from public.interaction each
      where each.person_id = pair.person_id and each.project_id = pair.project_id
   ) counted
   where known.person_id = pair.person_id and known.project_id = pair.project_id;
  delete from public.contact_sum known
   using unnest(people, projects) pair (person_id, project_id)
   where known.person_id = pair.person_id and known.project_id = pair.project_id and known.first_on = 'infinity';
end
$function$
;

-- Calls, visits and activities of this person in each project and their latest counted contact, of the contacts that interactions.contacts_of_person may show.
CREATE OR REPLACE FUNCTION interactions.tallies_of_person(asked uuid)
 RETURNS TABLE("projectId" uuid, calls integer, visits integer, activities integer, "firstAt" timestamp with time zone, "lastCountedAt" timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  me constant uuid := scope.actor();
  projects constant uuid[] := scope.projects();
  sides constant text[] := scope.sides();
  is_theirs constant boolean := not scope.own_only() or customers.is_mine(asked);
begin
  return query
    select contact.project_id,
           (count(*) filter (where contact.kind = 'CALL_IN'))::int,
           (count(*) filter (where contact.kind = 'VISIT_IN'))::int,
           (count(*) filter (where contact.kind = 'ACTIVITY'))::int,
           min(contact.contacted_at), max(contact.contacted_at) filter (where contact.counted)
      from public.interaction contact
     where contact.person_id = asked and contact.project_id = any (projects) and contact.side = any (sides)
       and (is_theirs or contact.recorded_by = me)
     group by contact.project_id
     limit 2000;
end
$function$
;

-- How often these people called and came in a project of the scope, past portfolios and sides: two figures each, never what was said.
CREATE OR REPLACE FUNCTION interactions.times_registered(people uuid[], asked_project uuid)
 RETURNS TABLE(person_id uuid, calls integer, visits integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select contact.person_id, (count(*) filter (where contact.kind = 'CALL_IN'))::int,
         (count(*) filter (where contact.kind = 'VISIT_IN'))::int
    from public.interaction contact
   where contact.person_id = any (people) and contact.project_id = asked_project
     and asked_project = any (scope.projects())
   group by contact.person_id
$function$
;
