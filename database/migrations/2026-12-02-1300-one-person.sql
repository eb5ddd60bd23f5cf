-- Whatever a page asks about one person. Functions in SQL were planned anew at each call, and planning took longer than
-- answering; in plpgsql the plan is kept. Who is entrusted to somebody was found by reading all parts in rooms.

create index room_party_by_room on room_party (room_id);

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
       and item.subject_kind = 'room' and (party.ended_on is null or party.ended_on > today);
end
$$;

create function customers.is_mine(person uuid) returns boolean
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
comment on function customers.is_mine(uuid) is 'Whether this one person is among customers.my_people(), without listing them all.';

create or replace function customers.in_reach(person uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  projects constant uuid[] := scope.projects();
begin
  return exists (select from public.person_project link where link.person_id = person and link.project_id = any (projects))
     and (not scope.own_only() or customers.is_mine(person));
end
$$;

create function customers.page_of(asked uuid)
returns table (person jsonb, mine boolean, homes jsonb, answers jsonb, relations jsonb, household jsonb)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan'
as $$
declare
  projects constant uuid[] := scope.projects();
  sides constant text[] := scope.sides();
begin
  if not customers.in_reach(asked) then return; end if;
  return query
    select
      to_jsonb(someone) || jsonb_build_object(
        'phones', (select coalesce(jsonb_agg(jsonb_build_object('id', phone.id, 'number', phone.number, 'kind', phone.kind,
                          'primary', phone.is_primary, 'wrongSince', phone.wrong_since, 'note', phone.note)
                          order by phone.is_primary desc, phone.wrong_since nulls first, phone.added_at, phone.id), '[]')
                     from public.person_phone phone where phone.person_id = asked),
        'identity', (select jsonb_build_object('kind', paper.kind, 'encrypted', paper.encrypted)
                       from public.person_identity paper where paper.person_id = asked),
        'projects', (select jsonb_agg(link.project_id order by link.registered_at)
                       from public.person_project link where link.person_id = asked and link.project_id = any (projects))),
      customers.is_mine(asked),
      (select coalesce(jsonb_agg(to_jsonb(party) - 'sort_key' order by party.ended_on desc nulls first,
                array_position(array['owner', 'coOwner', 'family', 'resident', 'tenant'], party.role), party.sort_key, party.id), '[]')
         from (select each.id, each.room_id, each.project_id, room.display_code as room_label, each.person_id,
                      someone.name as person_name, each.role, each.share, each.started_on, each.ended_on, each.primary_contact,
                      each.version, room.sort_key
                 from public.room_party each join public.room on room.id = each.room_id
                where each.person_id = asked and each.project_id = any (projects)
                order by each.ended_on desc nulls first limit 200) party),
      (select coalesce(jsonb_agg(jsonb_build_object('field', answer.field, 'value', answer.value, 'encrypted', answer.encrypted,
                'declined', answer.declined, 'answered_by', answer.answered_by, 'answered_at', answer.answered_at,
                'source', answer.source) order by answer.field), '[]')
         from public.dossier_answer answer
        where answer.person_id = asked and (answer.side = 'both' or answer.side = any (sides))),
      (select coalesce(jsonb_agg(jsonb_build_object('id', link.id, 'other_id', link.other_id, 'name', other.name, 'kind', link.kind,
                'other_is_from', link.other_is_from, 'note', link.note) order by link.added_at, link.id), '[]')
         from (select near.id, near.from_person as other_id, near.kind, near.note, near.added_at, true as other_is_from
                 from public.person_relation near where near.to_person = asked
               union all
               select near.id, near.to_person, near.kind, near.note, near.added_at, false
                 from public.person_relation near where near.from_person = asked
               limit 200) link
         join public.person other on other.id = link.other_id
        where customers.in_reach(link.other_id)),
      (select jsonb_agg(jsonb_build_object('household_id', member.household_id, 'id', other.id, 'name', other.name, 'sex', other.sex,
                'birth_date', other.birth_date, 'birth_year', other.birth_year)
                order by other.birth_year nulls last, other.pinyin, other.id)
         from public.household_member own
         join public.household_member member on member.household_id = own.household_id
         join public.person other on other.id = member.person_id
        where own.person_id = asked and (other.id = asked or customers.in_reach(other.id)))
      from (select each.id, each.kind, each.name, each.name_key, each.pinyin, each.sex, each.birth_date, each.birth_year,
                   each.registered_at, each.entered_at, each.version
              from public.person each where each.id = asked) someone;
end
$$;
comment on function customers.page_of(uuid) is
  'What customers know of one person in reach, as the policies would show it table by table, in one question; nothing for anybody else. Phones are not masked yet.';

-- The twins of the two functions in sets, for up to ten people: the same text, with a plan that is kept. Casts, since plpgsql
-- does not turn a smallint into an int by itself.
do $$
declare
  kept constant text := $f$
    create or replace function %s(%s) returns %s
    language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as %L$f$;
  twin record;
begin
  for twin in
    select known.few, found.oid, replace(found.prosrc, 'customers.filled_fields(', 'customers.filled_fields_of_few(') as body,
           answer.names, answer.casts
      from (values ('customers.filled_fields_of_few', 'customers.filled_fields(uuid[])'::regprocedure),
                   ('segments.facts_of_few', 'segments.facts_of(uuid[], date)'::regprocedure)) known (few, many)
      join pg_proc found on found.oid = known.many
     cross join lateral (
       select string_agg(format('%I', name), ', ' order by place) as names,
              string_agg(format('known.%I::%s', name, format_type(type, null)), ', ' order by place) as casts
         from unnest(found.proargnames, found.proallargtypes, found.proargmodes) with ordinality given (name, type, mode, place)
        where mode = 't'
     ) answer
     order by known.few
  loop
    execute format(kept, twin.few, pg_get_function_arguments(twin.oid), pg_get_function_result(twin.oid),
                   format(E'#variable_conflict use_column\nbegin\n  return query select %s from (%s) known (%s);\nend\n',
                          twin.casts, twin.body, twin.names));
  end loop;
end
$$;
-- Guessed to answer with a thousand rows, they were joined to the whole book.
alter function customers.filled_fields_of_few(uuid[]) rows 1;
alter function segments.facts_of_few(uuid[], date) rows 2;
comment on function customers.filled_fields_of_few(uuid[]) is
  'customers.filled_fields with a plan that is kept, for up to ten people. Made from its text: whoever changes that one makes this one again.';
comment on function segments.facts_of_few(uuid[], date) is
  'segments.facts_of with a plan that is kept, for up to ten people. Made from its text: whoever changes that one makes this one again.';

revoke execute on function customers.is_mine, customers.page_of, customers.filled_fields_of_few from public;
grant execute on function customers.is_mine, customers.page_of, customers.filled_fields_of_few to yilu_app;

-- A process remembers parameters and field switches together with the edition of access: these move it on too.
create constraint trigger access_changes after insert or update or delete on parameter_override
  deferrable initially deferred for each row execute function auth.move_access_edition();
create constraint trigger access_changes after insert or update or delete on dossier_field_switch
  deferrable initially deferred for each row execute function auth.move_access_edition();
