-- A fifth of gathering was telling the answers that labels ask from the others: eleven names compared one by one with each answer.
-- Facts were put aside once more on their way from their function into the table of a recompute; without settings and rights of its
-- own the function becomes a part of the statement that asks it, whose settings and rights are the same.

drop function customers.answers_of(uuid[], text[]);
create function customers.answers_of(people uuid[])
returns table (person_id uuid, filled text, declined text, answers jsonb)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
set enable_hashagg = off
as $$
  select answer.person_id, string_agg(answer.field, ',') filter (where not answer.declined),
         string_agg(answer.field, ',') filter (where answer.declined),
         -- Written out, so that they are looked up by hashing: compared one by one they cost as much as all the rest.
         jsonb_object_agg(answer.field, answer.value) filter (where answer.field in (
           'purchasePurpose', 'secondHomeNeed', 'intentGrade', 'sourceChannel', 'groupOwner', 'otherProperty', 'residenceStatus',
           'familyStructure', 'needLayout', 'circles', 'careAbout') and answer.value is not null)
    from public.dossier_answer answer where answer.person_id = any (people)
   group by answer.person_id
$$;
comment on function customers.answers_of(uuid[]) is
  'What is filled in and what was declined (keys joined by commas), and the answers that sets of people are asked for, as JSON by field.';

create function customers.known_of(people uuid[])
returns table (
  person_id uuid, name text, pinyin text, born_on date, birth_year smallint, registered_on date, entered_on date, phone text,
  filled text, declined text, answers jsonb
)
language sql stable security definer rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan'
set enable_seqscan = off set enable_hashagg = off
as $$
  select person.id, person.name, person.pinyin, person.birth_date, person.birth_year,
         (person.registered_at at time zone interval '8 hours')::date, (person.entered_at at time zone interval '8 hours')::date,
         phone.masked,
         'name' || case when person.sex is not null then ',sex' else '' end
                || case when person.birth_year is not null then ',birth' else '' end
                || case when phone.is_right then ',phone' else '' end
                || case when related.person_id is not null then ',relation' else '' end
                || case when related.is_family then ',familyRelation' else '' end
                || coalesce(',' || answer.filled, ''),
         coalesce(answer.declined, ''), answer.answers
    from public.person
    left join customers.phones_of(people) phone on phone.person_id = person.id
    left join customers.answers_of(people) answer on answer.person_id = person.id
    left join customers.related(people) related on related.person_id = person.id
   where person.id = any (people)
$$;
comment on function customers.known_of(uuid[]) is
  'What a set-based reader needs of people: name, birth, days, first phone masked, what is filled in and what was declined (keys joined by commas), and the answers of customers.answers_of; whatever the scope, for other functions only.';

create or replace function customers.filled_fields(people uuid[]) returns table (person_id uuid, filled text[], declined text[])
language sql stable security definer set search_path = ''
  as $$
    select known.person_id, string_to_array(known.filled, ','), string_to_array(known.declined, ',')
      from customers.known_of(array(select distinct link.person_id from public.person_project link
                                     where link.person_id = any (people) and link.project_id = any (scope.projects()))) known
  $$;
drop function customers.dossiers_of(uuid[], text[]);

create or replace function segments.facts_of(people uuid[], today date) returns setof segments.facts
language sql stable rows 5000
as $$
  with home as materialized (select * from segments.homes_of(people, today)),
  contract as materialized (select * from segments.deals_of(people)),
  -- Repurchases count wherever they are.
  group_home as (
    select home.person_id, max(home.bought_on) as bought_on,
           sum(case when cardinality(home.residence_ids) > 1 then (select count(distinct id) from unnest(home.residence_ids) id)
                     else cardinality(home.residence_ids) end)::int as residences
      from home group by home.person_id
  ),
  group_contract as (
    select contract.person_id, max(contract.last_signed_on) as last_signed_on, sum(contract.amount_fen)::bigint as amount_fen,
           sum(contract.signed_count)::int as signed_count
      from contract group by contract.person_id
  )
  select
    link.project_id, link.person_id,
    case when cardinality(home.room_ids) > 1 then array(select distinct id from unnest(home.room_ids) id order by id)
         else coalesce(home.room_ids, '{}') end,
    coalesce(holder.staff_ids, '{}'), holder.staff_ids[1],
    case
      when home.is_owner or (bought.stands and not coalesce(home.owns, false)) then 'owner'
      when home.owns then 'coOwner'
      when contract.prospective_since is not null or contact.visits > 0 or contact.calls > 0 then 'lead'
      else coalesce(home.tenant, home.resident, home.family, case when home.was_here then 'former' else 'lead' end)
    end,
    known.name, known.pinyin, known.phone, home.rooms, home.room_key,
    known.answers ->> 'intentGrade',
    case when known.answers ? 'careAbout' then segments.keys_of(known.answers -> 'careAbout') else '{}' end,
    case when known.answers ? 'circles' then segments.keys_of(known.answers -> 'circles') else '{}' end,
    known.answers ->> 'sourceChannel',
    known.born_on, known.birth_year, to_char(known.born_on, 'MM-DD'),
    coalesce(contact.visits, 0), contract.amount_fen, link.registered_on, home.delivered_on, contact.last_counted_on,
    task.next_task_on, task.next_task,
    least(link.registered_on, contact.first_on),
    gone.gave_up_on, contract.prospective_since, case when bought.stands then contract.first_signed_on end,
    coalesce(home.owns, false), greatest(group_contract.last_signed_on, group_home.bought_on), referral.last_on,
    greatest(home.last_milestone_on, case when contract.last_signed_on <= today then contract.last_signed_on end,
             case when contract.prospective_since <= today then contract.prospective_since end),
    home.next_milestone_on, group_contract.amount_fen,
    greatest(coalesce(group_home.residences, 0), coalesce(group_contract.signed_count, 0)),
    home.bedrooms,
    case when known.answers ? 'needLayout'
         then (select max(key::int) from unnest(segments.keys_of(known.answers -> 'needLayout')) key where key ~ '^\d$') end,
    array_remove(array[
      case when known.answers ->> 'secondHomeNeed' = 'yes' or known.answers -> 'purchasePurpose' ?| array['HOLIDAY', 'PARENTS']
           then 'SECOND_HOME' end,
      case when known.answers -> 'purchasePurpose' ? 'INVESTMENT' then 'INVESTMENT' end,
      case when known.answers -> 'purchasePurpose' ? 'UPGRADE' then 'UPGRADE' end
    ], null),
    known.answers ->> 'groupOwner' = 'yes' or known.answers ->> 'residenceStatus' = 'ownHome'
      or coalesce(jsonb_typeof(known.answers -> 'otherProperty') = 'array' and known.answers -> 'otherProperty' <> '[]', false),
    coalesce(known.answers ->> 'familyStructure' in ('couple', 'oneChild', 'severalChildren'), false),
    coalesce(referral.referrals, 0),
    known.filled || case when contract.filled <> '' then ',' || contract.filled else '' end
      || case when contact.follow_ups > 0 then ',followUpRecord' else '' end
      || case when referral.referrals > 0 or group_contract.signed_count > 1 then ',contribution' else '' end,
    known.declined, coalesce(contact.visit_days, '{}'),
    coalesce(case when bought.stands then contract.first_signed_on end, case when home.owns then coalesce(home.owner_since, link.registered_on) end),
    coalesce(contract.payments_begun, false),
    known.registered_on, known.entered_on, contract.last_payment_on
  from segments.registered(people, scope.projects()) link
  join customers.known_of(people) known
    on known.person_id = link.person_id
  left join home on home.person_id = link.person_id and home.project_id = link.project_id
  left join group_home on group_home.person_id = link.person_id
  left join contract on contract.person_id = link.person_id and contract.project_id = link.project_id
  left join group_contract on group_contract.person_id = link.person_id
  -- A contract stands while its home was not passed on; one without a room may be about any.
  cross join lateral (
    select contract.signed_count > 0 and (
             home.sold_ids is null or home.owns
             or contract.signed_count > cardinality(array(select unnest(contract.room_ids) intersect select unnest(home.sold_ids)))
           ) as stands
  ) bought
  left join segments.contacts_of(people) contact on contact.person_id = link.person_id and contact.project_id = link.project_id
  left join segments.referrals_of(people) referral on referral.person_id = link.person_id
  left join segments.gone_of(people) gone on gone.person_id = link.person_id and gone.project_id = link.project_id
  left join segments.holders_of(people, today) holder on holder.person_id = link.person_id and holder.project_id = link.project_id
  left join segments.tasks_of(people, today) task on task.person_id = link.person_id and task.project_id = link.project_id
$$;
drop function customers.known_of(uuid[], text[]);
alter function segments.put_down(uuid[], date, uuid[], bigint[]) set plan_cache_mode = 'force_generic_plan';
alter function segments.put_down(uuid[], date, uuid[], bigint[]) set enable_seqscan = off;
revoke execute on function customers.answers_of(uuid[]), customers.known_of(uuid[]), segments.facts_of(uuid[], date) from public;

drop function segments.known_of_one(uuid, text[]), segments.answers_of_one(uuid, text[]);
select segments.make_facts_of_one();
