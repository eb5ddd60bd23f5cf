-- Who pays is in touch with us (SEG-17): the latest payment of a deal is a fact of its own, beside contacts and milestones, so that
-- people read that it was one, and so that a project may leave payments out. What a bank pays for them says nothing.
-- Payments of a deal are looked up once, in the index alone: a recompute of everybody costs what it did.
drop index deal_payment_of_deal;
create index deal_payment_of_deal on deal_payment (deal_id, received_on) include (kind);
create or replace view sales_published.deal with (security_invoker = true) as
select buyer.person_id, deal.project_id, deal.id as deal_id, deal.room_id, deal.state, buyer.position, buyer.share,
       deal.amount_fen, deal.unit_price_fen, deal.discount, deal.payment_method,
       deal.intention_paid_on, deal.reserved_on, deal.subscribed_on, deal.signed_on, deal.filed_on, deal.cancelled_on,
       deal.referrer_id, paid.first_payment_on, paid.last_payment_on
  from deal join deal_buyer as buyer on buyer.deal_id = deal.id
  left join lateral (
    select min(received_on) as first_payment_on, max(received_on) filter (where kind <> 'LOAN') as last_payment_on
      from deal_payment where deal_payment.deal_id = deal.id
  ) paid on true;
comment on column sales_published.deal.last_payment_on is 'Day of the latest payment by the buyers themselves; loans are paid by a bank.';

alter type segments.facts add attribute last_payment_on date;
drop function segments.deals_of(uuid[]);
create function segments.deals_of(people uuid[])
returns table (
  person_id uuid, project_id uuid, signed_count int, amount_fen bigint, first_signed_on date, last_signed_on date,
  prospective_since date, filled text, payments_begun boolean, room_ids uuid[], last_payment_on date
)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select deal.person_id, deal.project_id,
         (count(*) filter (where deal.signed))::int, (sum(deal.amount_fen) filter (where deal.signed))::bigint,
         min(deal.signed_on) filter (where deal.signed), max(deal.signed_on) filter (where deal.signed),
         min(coalesce(deal.intention_paid_on, deal.reserved_on, deal.subscribed_on))
           filter (where deal.state in ('INTENTION_PAID', 'UNIT_RESERVED', 'SUBSCRIBED')),
         concat_ws(',',
           case when bool_or(deal.room_id is not null) filter (where deal.stands) then 'dealRoom' end,
           case when bool_or(deal.signed_on is not null and coalesce(deal.subscribed_on, deal.reserved_on) is not null) filter (where deal.stands) then 'dealDates' end,
           case when bool_or(deal.amount_fen is not null and deal.unit_price_fen is not null) filter (where deal.stands) then 'dealPrices' end,
           case when bool_or(deal.payment_method is not null) filter (where deal.stands) then 'dealPayment' end,
           case when bool_or(deal.discount is not null) filter (where deal.stands) then 'dealDiscount' end,
           case when bool_or(deal.first_payment_on is not null) filter (where deal.stands) then 'paymentReceived' end),
         coalesce(bool_or(deal.first_payment_on is not null) filter (where deal.stands), false),
         array_agg(deal.room_id) filter (where deal.signed and deal.room_id is not null),
         -- Who paid was in touch, whatever became of the deal.
         max(deal.last_payment_on)
    -- Not flattened, or the payments would be looked up once per mention.
    from (select each.*, each.state = 'CONTRACT_SIGNED' as signed, each.state <> 'CANCELLED' as stands
            from sales_published.deal each where each.person_id = any (people) offset 0) deal
   group by deal.person_id, deal.project_id
$$;
create or replace function segments.facts_of(people uuid[], today date) returns setof segments.facts
language sql stable security definer rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
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
  join customers.known_of(people, '{purchasePurpose,secondHomeNeed,intentGrade,sourceChannel,groupOwner,otherProperty,residenceStatus,familyStructure,needLayout,circles,careAbout}') known
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
revoke execute on function segments.deals_of(uuid[]) from public;

-- As one line: columns apart by tabs, lists by commas, nothing for null. None of these holds a text that somebody typed.
create or replace function segments.line_of(facts segments.facts) returns text language sql stable parallel safe
as $$
  select concat_ws(E'\t',
    facts.project_id, facts.person_id, facts.standing, facts.owns, facts.payments_begun, facts.person_registered_on, facts.entered_on,
    facts.purchases, facts.referrals, coalesce(facts.owns_elsewhere, false), facts.family_growth,
    array_to_string(facts.needs, ','), facts.filled, facts.declined, array_to_string(facts.visit_days, ','),
    coalesce(facts.interest_on::text, ''), coalesce(facts.last_contact_on::text, ''), coalesce(facts.gave_up_on::text, ''),
    coalesce(facts.reserved_on::text, ''), coalesce(facts.signed_on::text, ''), coalesce(facts.delivered_on::text, ''),
    coalesce(facts.last_purchase_on::text, ''), coalesce(facts.last_referral_on::text, ''),
    coalesce(facts.last_milestone_on::text, ''), coalesce(facts.next_milestone_on::text, ''), coalesce(facts.owner_since::text, ''),
    coalesce(facts.amount_fen::text, ''), coalesce(facts.group_amount_fen::text, ''), coalesce(facts.bought_bedrooms::text, ''),
    coalesce(facts.sought_bedrooms::text, ''), coalesce(facts.born_on::text, ''), coalesce(facts.birth_year::text, ''),
    coalesce(facts.last_payment_on::text, ''))
$$;

drop function segments.deals_of_one(uuid);
select segments.make_facts_of_one();

-- Whose label this may move; the next recompute works the marks off.
insert into customer_mark (person_id, lane)
select person_id, segments.lane_of(person_id) from sales_published.deal where last_payment_on is not null group by person_id;
