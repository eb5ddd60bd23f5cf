-- The head of a person's page was put together as jsonb: a tree of every value, built only to be written out as text at once. Whose the
-- person is was asked twice.
drop function customers.page_of(uuid);
create function customers.page_of(asked uuid)
returns table (person json, mine boolean, homes json, answers json, relations json, household json)
language plpgsql stable security definer rows 1 set search_path = '' set plan_cache_mode = 'force_generic_plan'
as $$
declare
  projects constant uuid[] := scope.projects();
  sides constant text[] := scope.sides();
  is_theirs constant boolean := customers.is_mine(asked);
begin
  -- As customers.in_reach, which would ask whose they are once more.
  if not exists (select from public.person_project link where link.person_id = asked and link.project_id = any (projects))
     or scope.own_only() and not is_theirs then
    return;
  end if;
  return query
    select
      json_build_object(
        'id', someone.id, 'kind', someone.kind, 'name', someone.name, 'name_key', someone.name_key, 'pinyin', someone.pinyin,
        'sex', someone.sex, 'birth_date', someone.birth_date, 'birth_year', someone.birth_year,
        'registered_at', someone.registered_at, 'entered_at', someone.entered_at, 'version', someone.version,
        'phones', (select coalesce(json_agg(json_build_object('id', phone.id, 'number', phone.number, 'kind', phone.kind,
                          'primary', phone.is_primary, 'wrongSince', phone.wrong_since, 'note', phone.note)
                          order by phone.is_primary desc, phone.wrong_since nulls first, phone.added_at, phone.id), '[]')
                     from public.person_phone phone where phone.person_id = asked),
        'identity', (select json_build_object('kind', paper.kind, 'encrypted', paper.encrypted)
                       from public.person_identity paper where paper.person_id = asked),
        'projects', (select json_agg(link.project_id order by link.registered_at)
                       from public.person_project link where link.person_id = asked and link.project_id = any (projects))),
      is_theirs,
      (select coalesce(json_agg(json_build_object('id', party.id, 'room_id', party.room_id, 'project_id', party.project_id, 'room_label', party.room_label,
                'person_id', asked, 'person_name', someone.name, 'role', party.role, 'share', party.share, 'started_on', party.started_on,
                'ended_on', party.ended_on, 'primary_contact', party.primary_contact, 'version', party.version) order by party.ended_on desc nulls first,
                array_position(array['owner', 'coOwner', 'family', 'resident', 'tenant'], party.role), party.sort_key, party.id), '[]')
         from (select each.id, each.room_id, each.project_id, room.display_code as room_label, each.role, each.share, each.started_on, each.ended_on, each.primary_contact,
                      each.version, room.sort_key
                 from public.room_party each join public.room on room.id = each.room_id
                where each.person_id = asked and each.project_id = any (projects)
                order by each.ended_on desc nulls first limit 200) party),
      (select coalesce(json_agg(json_build_object('field', answer.field, 'value', answer.value, 'encrypted', answer.encrypted,
                'declined', answer.declined, 'answered_by', answer.answered_by, 'answered_at', answer.answered_at,
                'source', answer.source) order by answer.field), '[]')
         from public.dossier_answer answer
        where answer.person_id = asked and (answer.side = 'both' or answer.side = any (sides))),
      (select coalesce(json_agg(json_build_object('id', link.id, 'other_id', link.other_id, 'name', other.name, 'kind', link.kind,
                'other_is_from', link.other_is_from, 'note', link.note) order by link.added_at, link.id), '[]')
         from (select near.id, near.from_person as other_id, near.kind, near.note, near.added_at, true as other_is_from
                 from public.person_relation near where near.to_person = asked
               union all
               select near.id, near.to_person, near.kind, near.note, near.added_at, false
                 from public.person_relation near where near.from_person = asked
               limit 200) link
         join public.person other on other.id = link.other_id
        where customers.in_reach(link.other_id)),
      (select json_agg(json_build_object('household_id', member.household_id, 'id', other.id, 'name', other.name, 'sex', other.sex,
                'birth_date', other.birth_date, 'birth_year', other.birth_year)
                order by other.birth_year nulls last, other.pinyin, other.id)
         from public.household_member own
         join public.household_member member on member.household_id = own.household_id
         join public.person other on other.id = member.person_id
        where own.person_id = asked and (other.id = asked or customers.in_reach(other.id)))
      from public.person someone where someone.id = asked;
end
$$;
comment on function customers.page_of(uuid) is
  'What customers know of one person in reach, as the policies would show it table by table, in one question; nothing for anybody else. Phones are not masked yet.';

revoke execute on function customers.page_of(uuid) from public;
grant execute on function customers.page_of(uuid) to yilu_app;
