-- Whether somebody edited a person since an import created them was found by the values that the import remembered: each sealed with
-- a key of its own, which nearly no undo ever opens. What stands there says it as well, and nothing personal has to be remembered.

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
             'answers', coalesce(given.answers, '{}'), 'answeredSince', coalesce(given.since, '[]'))
      from public.person
     cross join lateral (
       select jsonb_object_agg(answer.field, coalesce(answer.value, 'null')) as answers,
              jsonb_agg(answer.field) filter (where answer.source <> 'import' or answer.answered_at <> person.entered_at) as since
         from public.dossier_answer answer
        where answer.person_id = person.id
     ) given
     where person.id = any (people)
  $$;
