-- The contacts on a person's page and how often they called and came, asked once for this person instead of by policies that are set
-- up for each look; the plan is kept.
create function interactions.contacts_of_person(asked uuid, most int)
returns table (
  id uuid, project_id uuid, person_id uuid, side text, kind text, reacted boolean, counted boolean, contacted_at timestamptz,
  entered_at timestamptz, parts jsonb, recorded_by uuid, recorded_by_name text, on_behalf_of uuid, on_behalf_of_name text,
  staff_name text, import_id uuid, version int, earlier int
)
language plpgsql stable security definer rows 20 set search_path = '' set plan_cache_mode = 'force_generic_plan'
as $$
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
$$;
comment on function interactions.contacts_of_person(uuid, int) is
  'The latest contacts with this person, as the policy would show them: of projects and sides in scope, and within an own portfolio those of their people or by their hand.';

create function interactions.tallies_of_person(asked uuid)
returns table ("projectId" uuid, calls int, visits int, activities int, "firstAt" timestamptz, "lastCountedAt" timestamptz)
language plpgsql stable security definer rows 2 set search_path = '' set plan_cache_mode = 'force_generic_plan'
as $$
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
$$;
comment on function interactions.tallies_of_person(uuid) is 'Calls, visits and activities of this person in each project and their latest counted contact, of the contacts that interactions.contacts_of_person may show.';
revoke execute on function interactions.contacts_of_person(uuid, int), interactions.tallies_of_person(uuid) from public;
grant execute on function interactions.contacts_of_person(uuid, int), interactions.tallies_of_person(uuid) to yilu_app;
