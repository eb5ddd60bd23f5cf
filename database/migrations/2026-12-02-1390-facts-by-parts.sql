-- The facts of people, put together from parts. Each part is a function that asks one neighbour, with the one plan that is right
-- for one person and for ten thousand alike: look up by index. The whole joins their answers, of which it expects thousands of
-- rows, by hashing. Nothing depends on how many people a planner guesses, so that the plan is made once and kept: no twin for
-- few people any more, and no planning with thousands of ids for every piece of a recompute.

create or replace view interactions_published.last_contact with (security_invoker = true) as
select person_id,
       project_id,
       max(contacted_at) filter (where counted)                       as last_interaction_at,
       min(contacted_at)                                              as first_registered_at,
       (count(*) filter (where kind = 'VISIT_IN'))::int               as visit_count,
       (count(*) filter (where kind = 'CALL_IN'))::int                as call_count,
       (count(*) filter (where kind not in ('CALL_IN', 'VISIT_IN')))::int as follow_up_count,
       array_agg((contacted_at at time zone 'Asia/Shanghai')::date) filter (where kind = 'VISIT_IN') as visit_days
  from interaction
 group by person_id, project_id;
comment on column interactions_published.last_contact.visit_days is 'Days of the visits in Shanghai, in no order; null without a visit.';

-- Which of a person's own columns and links count as filled in.
create function customers.own_evidence(people uuid[]) returns table (person_id uuid, filled text[])
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select person.id,
         array_remove(array['name', case when person.sex is not null then 'sex' end,
                            case when person.birth_year is not null then 'birth' end,
                            case when exists (select from public.person_phone phone
                                               where phone.person_id = person.id and phone.wrong_since is null) then 'phone' end], null)
    from public.person where person.id = any (people)
$$;

create function customers.related(people uuid[]) returns table (person_id uuid, is_family boolean)
language sql stable rows 1000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select links.person_id, bool_or(links.kind in ('spouse', 'parent', 'sibling', 'relative'))
    from (select relation.from_person as person_id, relation.kind from public.person_relation relation
           where relation.from_person = any (people)
          union all
          select relation.to_person, relation.kind from public.person_relation relation
           where relation.to_person = any (people)) links
   group by links.person_id
$$;

create function customers.answers_of(people uuid[], wanted text[])
returns table (person_id uuid, filled text[], declined text[], answers jsonb)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select answer.person_id, array_agg(answer.field) filter (where not answer.declined),
         array_agg(answer.field) filter (where answer.declined),
         jsonb_object_agg(answer.field, answer.value) filter (where answer.value is not null and answer.field = any (wanted))
    from public.dossier_answer answer where answer.person_id = any (people)
   group by answer.person_id
$$;

create function customers.dossiers_of(people uuid[], wanted text[])
returns table (person_id uuid, filled text[], declined text[], answers jsonb)
language sql stable security definer rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select own.person_id,
         own.filled || case when related.person_id is not null then array['relation'] else '{}' end
                    || case when related.is_family then array['familyRelation'] else '{}' end
                    || coalesce(answer.filled, '{}'),
         coalesce(answer.declined, '{}'), answer.answers
    from customers.own_evidence(people) own
    left join customers.answers_of(people, wanted) answer on answer.person_id = own.person_id
    left join customers.related(people) related on related.person_id = own.person_id
$$;
comment on function customers.dossiers_of(uuid[], text[]) is
  'What is filled in of these people''s dossiers, what they declined, and the answers wanted, as JSON by field; whatever the scope, for other functions only.';

create or replace function customers.filled_fields(people uuid[]) returns table (person_id uuid, filled text[], declined text[])
language sql stable security definer set search_path = ''
  as $$
    select dossier.person_id, dossier.filled, dossier.declined
      from customers.dossiers_of(array(select distinct link.person_id from public.person_project link
                                        where link.person_id = any (people) and link.project_id = any (scope.projects())),
                                 '{}') dossier
  $$;

-- The parts. None looks at the scope: the whole does, and nobody else may call them.

create function segments.registered(people uuid[], projects uuid[])
returns table (
  person_id uuid, project_id uuid, registered_on date, name text, name_key text, born_on date, birth_year smallint,
  person_registered_on date, entered_on date
)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select link.person_id, link.project_id, (link.registered_at at time zone 'Asia/Shanghai')::date, person.name, person.pinyin,
         person.birth_date, person.birth_year, (person.registered_at at time zone 'Asia/Shanghai')::date,
         (person.entered_at at time zone 'Asia/Shanghai')::date
    from customers_published.person_project link
    join customers_published.person person on person.id = link.person_id
   where link.person_id = any (people) and link.project_id = any (projects)
$$;

create function segments.gone_of(people uuid[]) returns table (person_id uuid, project_id uuid, gave_up_on date)
language sql stable rows 1000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select gone.person_id, gone.project_id, gone.given_up_on from public.giving_up gone where gone.person_id = any (people)
$$;

create function segments.phones_of(people uuid[]) returns table (person_id uuid, phone text)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select distinct on (each.person_id) each.person_id, each.masked
    from customers_published.phone each
   where each.person_id = any (people)
   order by each.person_id, each.wrong_since is not null, each.is_primary desc, each.id
$$;

-- A day, when it lies within this span.
create function segments.within(reached date, first date, last date) returns date language sql immutable parallel safe
  as $$ select case when reached >= first and reached <= last then reached end $$;

create function segments.homes_of(people uuid[], today date)
returns table (
  person_id uuid, project_id uuid, room_ids uuid[], rooms text, room_key text, owns boolean, is_owner boolean, tenant text,
  resident text, family text, owned boolean, delivered_on date, bedrooms int, owner_since date, residence_ids uuid[],
  last_milestone_on date, next_milestone_on date
)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  with part as (
    select party.person_id, party.project_id, party.room_id, party.role, party.started_on,
           party.ended_on is null or party.ended_on > today as holds,
           party.role in ('owner', 'coOwner') and (party.ended_on is null or party.ended_on > today) as owns,
           room.display_code, room.sort_key, room.bedrooms, room.kind, room.handed_over_on,
           room.subscribed_on, room.signed_on, room.filed_on, room.title_issued_on, room.moved_in_on, room.moved_out_on,
           coalesce(party.started_on, '-infinity') as since
      from customers_published.room_party party
      join properties_published.room room on room.id = party.room_id
     where party.person_id = any (people)
     -- The order in which the lists below are put together.
     order by party.person_id, party.project_id, owns desc, room.sort_key, party.room_id
  )
  select part.person_id, part.project_id,
         array_agg(part.room_id) filter (where part.holds),
         string_agg(part.display_code, '、') filter (where part.holds),
         min(part.sort_key) filter (where part.holds),
         bool_or(part.owns),
         bool_or(part.owns and part.role = 'owner'),
         max(part.role) filter (where part.holds and part.role = 'tenant'),
         max(part.role) filter (where part.holds and part.role = 'resident'),
         max(part.role) filter (where part.holds and part.role = 'family'),
         bool_or(part.role in ('owner', 'coOwner') and not part.holds),
         min(greatest(part.handed_over_on, part.started_on)) filter (where part.owns and part.handed_over_on is not null),
         max(part.bedrooms) filter (where part.owns and part.kind = 'RESIDENCE'),
         min(part.started_on) filter (where part.owns),
         array_agg(part.room_id) filter (where part.owns and part.kind = 'RESIDENCE'),
         -- Milestones count for those who own, from the day on which they do.
         max(greatest(segments.within(part.subscribed_on, part.since, today), segments.within(part.signed_on, part.since, today),
                      segments.within(part.filed_on, part.since, today), segments.within(part.handed_over_on, part.since, today),
                      segments.within(part.title_issued_on, part.since, today), segments.within(part.moved_in_on, part.since, today),
                      segments.within(part.moved_out_on, part.since, today))) filter (where part.owns),
         min(least(segments.within(part.subscribed_on, greatest(part.since, today + 1), 'infinity'),
                   segments.within(part.signed_on, greatest(part.since, today + 1), 'infinity'),
                   segments.within(part.filed_on, greatest(part.since, today + 1), 'infinity'),
                   segments.within(part.handed_over_on, greatest(part.since, today + 1), 'infinity'),
                   segments.within(part.title_issued_on, greatest(part.since, today + 1), 'infinity'),
                   segments.within(part.moved_in_on, greatest(part.since, today + 1), 'infinity'),
                   segments.within(part.moved_out_on, greatest(part.since, today + 1), 'infinity'))) filter (where part.owns)
    from part
   group by part.person_id, part.project_id
$$;

create function segments.deals_of(people uuid[])
returns table (
  person_id uuid, project_id uuid, signed_count int, amount_fen bigint, first_signed_on date, last_signed_on date,
  prospective_since date, filled text[], payments_begun boolean
)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  with contract as (
    select each.* from sales_published.contract each where each.person_id = any (people)
  ),
  -- What deals fill in of the dossier (DOS-14, DOS-29).
  sale as (
    select deal.person_id, deal.project_id,
           array_remove(array[
             case when bool_or(deal.room_id is not null) then 'dealRoom' end,
             case when bool_or(deal.signed_on is not null and coalesce(deal.subscribed_on, deal.reserved_on) is not null) then 'dealDates' end,
             case when bool_or(deal.amount_fen is not null and deal.unit_price_fen is not null) then 'dealPrices' end,
             case when bool_or(deal.payment_method is not null) then 'dealPayment' end,
             case when bool_or(deal.discount is not null) then 'dealDiscount' end,
             case when bool_or(deal.first_payment_on is not null) then 'paymentReceived' end
           ], null) as filled,
           bool_or(deal.first_payment_on is not null) as payments_begun
      -- Not flattened, or the first payment would be looked up once per mention.
      from (select each.* from sales_published.deal each
             where each.person_id = any (people) and each.state <> 'CANCELLED' offset 0) deal
     group by deal.person_id, deal.project_id
  )
  select contract.person_id, contract.project_id, contract.signed_count, contract.amount_fen, contract.first_signed_on,
         contract.last_signed_on, contract.prospective_since, sale.filled, sale.payments_begun
    from contract left join sale on sale.person_id = contract.person_id and sale.project_id = contract.project_id
$$;

create function segments.contacts_of(people uuid[])
returns table (
  person_id uuid, project_id uuid, last_contact_on date, first_contact_on date, visit_count int, call_count int,
  follow_up_count int, visit_days date[]
)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select contact.person_id, contact.project_id, (contact.last_interaction_at at time zone 'Asia/Shanghai')::date,
         (contact.first_registered_at at time zone 'Asia/Shanghai')::date, contact.visit_count, contact.call_count,
         contact.follow_up_count,
         case when contact.visit_count > 0 then (select array_agg(each.visited_on order by each.visited_on) from unnest(contact.visit_days) each (visited_on)) end
    from interactions_published.last_contact contact
   where contact.person_id = any (people)
$$;

-- What people brought us, in all projects.
create function segments.referrals_of(people uuid[]) returns table (person_id uuid, referrals int, last_on date)
language sql stable rows 1000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select each.person_id, greatest(sum(each.deals), sum(each.introduced))::int, max(each.last_on)
    from (select deal.referrer_id as person_id, count(distinct deal.deal_id) as deals, 0 as introduced,
                 max(coalesce(deal.intention_paid_on, deal.reserved_on, deal.subscribed_on, deal.signed_on)) as last_on
            from sales_published.deal deal where deal.referrer_id = any (people)
           group by deal.referrer_id
          union all
          select relation.from_person, 0, count(*), max((relation.added_at at time zone 'Asia/Shanghai')::date)
            from customers_published.relation relation
           where relation.kind = 'referrer' and relation.from_person = any (people)
           group by relation.from_person) each
   group by each.person_id
$$;

-- Who holds the person comes before who holds one of the rooms; the latest first.
create function segments.holders_of(people uuid[], today date) returns table (person_id uuid, project_id uuid, staff_ids uuid[])
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  with entrusted as (
    select item.subject_id as person_id, item.project_id, item.staff_id, item.subject_kind = 'person' as about_person, item.from_day
      from identity_published.portfolio item
     where item.subject_id = any (people) and item.from_day <= today and (item.until_day is null or item.until_day > today)
    union all
    select party.person_id, item.project_id, item.staff_id, false, item.from_day
      from customers_published.room_party party
      join identity_published.portfolio item on item.subject_id = party.room_id and item.project_id = party.project_id
     where party.person_id = any (people) and (party.ended_on is null or party.ended_on > today)
       and item.from_day <= today and (item.until_day is null or item.until_day > today)
  )
  select held.person_id, held.project_id, array_agg(held.staff_id)
    from (select entrusted.person_id, entrusted.project_id, entrusted.staff_id
            from entrusted
           group by entrusted.person_id, entrusted.project_id, entrusted.staff_id
           order by entrusted.person_id, entrusted.project_id, bool_or(entrusted.about_person) desc, max(entrusted.from_day) desc,
                    entrusted.staff_id) held
   group by held.person_id, held.project_id
$$;

create function segments.tasks_of(people uuid[], today date)
returns table (person_id uuid, project_id uuid, next_task_on date, next_task text)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select distinct on (open.person_id, open.project_id) open.person_id, open.project_id,
         (open.due_at at time zone 'Asia/Shanghai')::date, open.title ->> 'zh'
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

-- Keys of an answer that is a list, in order.
create function segments.keys_of(answer jsonb) returns text[] language sql immutable parallel safe
  as $$ select case when jsonb_typeof(answer) = 'array'
                    then (select coalesce(array_agg(key order by key), '{}') from jsonb_array_elements_text(answer) key)
                    else '{}' end $$;

create or replace function segments.facts_of(people uuid[], today date)
returns table (
  project_id uuid, person_id uuid, room_ids uuid[], staff_ids uuid[], responsible_id uuid, standing text, name text, name_key text,
  phone text, rooms text, room_key text, intent_grade text, tags text[], circles text[], source text, born_on date,
  birth_year smallint, birthday text, visits int, amount_fen bigint, registered_on date, delivered_on date, last_contact_on date,
  next_task_on date, next_task text,
  interest_on date, gave_up_on date, reserved_on date, signed_on date, owns boolean, last_purchase_on date,
  last_referral_on date, last_milestone_on date, next_milestone_on date, group_amount_fen bigint, purchases int,
  bought_bedrooms int, sought_bedrooms int, needs text[], owns_elsewhere boolean, family_growth boolean, referrals int,
  filled text[], declined text[], visit_days date[], owner_since date, payments_begun boolean,
  person_registered_on date, entered_on date
)
language sql stable security definer rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  with home as materialized (select * from segments.homes_of(people, today)),
  contract as materialized (select * from segments.deals_of(people)),
  -- Repurchases count wherever they are.
  group_home as (
    select home.person_id, sum(case when cardinality(home.residence_ids) > 1 then (select count(distinct id) from unnest(home.residence_ids) id)
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
      when home.is_owner or (contract.signed_count > 0 and not coalesce(home.owns, false)) then 'owner'
      when home.owns then 'coOwner'
      when contract.prospective_since is not null or contact.visit_count > 0 or contact.call_count > 0 then 'lead'
      else coalesce(home.tenant, home.resident, home.family, case when home.owned then 'former' else 'lead' end)
    end,
    link.name, link.name_key, phone.phone, home.rooms, home.room_key,
    dossier.answers ->> 'intentGrade',
    case when dossier.answers ? 'careAbout' then segments.keys_of(dossier.answers -> 'careAbout') else '{}' end,
    case when dossier.answers ? 'circles' then segments.keys_of(dossier.answers -> 'circles') else '{}' end,
    dossier.answers ->> 'sourceChannel',
    link.born_on, link.birth_year, to_char(link.born_on, 'MM-DD'),
    coalesce(contact.visit_count, 0), contract.amount_fen, link.registered_on, home.delivered_on, contact.last_contact_on,
    task.next_task_on, task.next_task,
    least(link.registered_on, contact.first_contact_on),
    gone.gave_up_on, contract.prospective_since, contract.first_signed_on,
    coalesce(home.owns, false), group_contract.last_signed_on, referral.last_on,
    greatest(home.last_milestone_on, case when contract.last_signed_on <= today then contract.last_signed_on end,
             case when contract.prospective_since <= today then contract.prospective_since end),
    home.next_milestone_on, group_contract.amount_fen,
    greatest(coalesce(group_home.residences, 0), coalesce(group_contract.signed_count, 0)),
    home.bedrooms,
    case when dossier.answers ? 'needLayout'
         then (select max(key::int) from unnest(segments.keys_of(dossier.answers -> 'needLayout')) key where key ~ '^\d$') end,
    array_remove(array[
      case when dossier.answers ->> 'secondHomeNeed' = 'yes' or dossier.answers -> 'purchasePurpose' ?| array['HOLIDAY', 'PARENTS']
           then 'SECOND_HOME' end,
      case when dossier.answers -> 'purchasePurpose' ? 'INVESTMENT' then 'INVESTMENT' end,
      case when dossier.answers -> 'purchasePurpose' ? 'UPGRADE' then 'UPGRADE' end
    ], null),
    dossier.answers ->> 'groupOwner' = 'yes' or dossier.answers ->> 'residenceStatus' = 'ownHome'
      or coalesce(jsonb_typeof(dossier.answers -> 'otherProperty') = 'array' and dossier.answers -> 'otherProperty' <> '[]', false),
    coalesce(dossier.answers ->> 'familyStructure' in ('couple', 'oneChild', 'severalChildren'), false),
    coalesce(referral.referrals, 0),
    coalesce(dossier.filled, '{}') || coalesce(contract.filled, '{}')
      || case when contact.follow_up_count > 0 then array['followUpRecord'] else '{}' end
      || case when referral.referrals > 0 or group_contract.signed_count > 1 then array['contribution'] else '{}' end,
    coalesce(dossier.declined, '{}'), coalesce(contact.visit_days, '{}'),
    coalesce(contract.first_signed_on, case when home.owns then coalesce(home.owner_since, link.registered_on) end),
    coalesce(contract.payments_begun, false),
    link.person_registered_on, link.entered_on
  from segments.registered(people, scope.projects()) link
  left join home on home.person_id = link.person_id and home.project_id = link.project_id
  left join group_home on group_home.person_id = link.person_id
  left join contract on contract.person_id = link.person_id and contract.project_id = link.project_id
  left join group_contract on group_contract.person_id = link.person_id
  left join segments.contacts_of(people) contact on contact.person_id = link.person_id and contact.project_id = link.project_id
  left join segments.referrals_of(people) referral on referral.person_id = link.person_id
  left join customers.dossiers_of(people, '{purchasePurpose,secondHomeNeed,intentGrade,sourceChannel,groupOwner,otherProperty,residenceStatus,familyStructure,needLayout,circles,careAbout}') dossier
    on dossier.person_id = link.person_id
  left join segments.phones_of(people) phone on phone.person_id = link.person_id
  left join segments.gone_of(people) gone on gone.person_id = link.person_id and gone.project_id = link.project_id
  left join segments.holders_of(people, today) holder on holder.person_id = link.person_id and holder.project_id = link.project_id
  left join segments.tasks_of(people, today) task on task.person_id = link.person_id and task.project_id = link.project_id
$$;
drop function segments.facts_of_few(uuid[], date);
drop function customers.filled_fields_of_few(uuid[]);

revoke execute on function customers.own_evidence(uuid[]), customers.related(uuid[]), customers.answers_of(uuid[], text[]),
  customers.dossiers_of(uuid[], text[]), segments.registered(uuid[], uuid[]), segments.gone_of(uuid[]), segments.phones_of(uuid[]),
  segments.homes_of(uuid[], date), segments.deals_of(uuid[]), segments.contacts_of(uuid[]), segments.referrals_of(uuid[]),
  segments.holders_of(uuid[], date), segments.tasks_of(uuid[], date) from public;
comment on function segments.facts_of(uuid[], date) is
  'All that labels and the customer book need of these people, one row per project within the scope''s projects. Callers show no more than the reader''s side may see.';
