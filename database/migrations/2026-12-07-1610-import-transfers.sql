-- A list of transfers ends an ownership: the importer has to know since when a part holds and who is rung first, and finds a
-- former owner who left no phone by the home that was theirs.
create or replace function customers.people_of_rooms(rooms uuid[])
returns table (room_id uuid, person_id uuid, name text, name_key text, has_phone boolean)
language sql stable security definer set search_path = '' set enable_seqscan = 'off' set plan_cache_mode = 'force_custom_plan'
  as $$
    select distinct party.room_id, person.id, person.name, person.name_key,
           exists (select from public.person_phone phone where phone.person_id = person.id)
      from public.room_party party join public.person on person.id = party.person_id
     where party.room_id = any (rooms) and (party.ended_on is null or party.role in ('owner', 'coOwner'))
       and party.project_id = any (scope.projects())
  $$;
comment on function customers.people_of_rooms(uuid[]) is 'Who has a part in these rooms of projects in scope today, and who owned them.';

create or replace function customers.import_state(people uuid[]) returns table (person_id uuid, state jsonb)
language sql stable security definer set search_path = ''
  as $$
    select person.id,
           jsonb_build_object(
             'version', person.version, 'sex', person.sex, 'birthDate', person.birth_date, 'birthYear', person.birth_year,
             'identityHash', (select paper.hash from public.person_identity paper where paper.person_id = person.id),
             'household', exists (select from public.household_member member where member.person_id = person.id),
             'phones', coalesce((select jsonb_agg(jsonb_build_object('id', phone.id, 'number', phone.number, 'version', phone.version))
                                   from public.person_phone phone where phone.person_id = person.id), '[]'),
             'projects', coalesce((select jsonb_agg(link.project_id) from public.person_project link where link.person_id = person.id), '[]'),
             'parties', coalesce((select jsonb_agg(jsonb_build_object('id', party.id, 'roomId', party.room_id, 'projectId', party.project_id,
                                                                      'role', party.role, 'version', party.version,
                                                                      'startedOn', party.started_on, 'endedOn', party.ended_on,
                                                                      'isContact', party.primary_contact))
                                    from public.room_party party where party.person_id = person.id), '[]'),
             'relations', coalesce((select jsonb_agg(jsonb_build_object('id', link.id, 'kind', link.kind, 'from', link.from_person, 'to', link.to_person))
                                      from public.person_relation link where person.id in (link.from_person, link.to_person)), '[]'),
             'answers', coalesce((select jsonb_object_agg(answer.field, coalesce(answer.value, 'null'))
                                    from public.dossier_answer answer where answer.person_id = person.id), '{}'))
      from public.person
     where person.id = any (people)
  $$;
