-- Who has left is no lead: a tenant, resident or relative whose part ended, and an owner who passed the home on although the
-- contract is still on record, carry no labels unless they come again (decision 15). A home bought again counts as a repurchase
-- without a contract, too, as imported lists of owners have it (SEG-05).
drop function segments.homes_of(uuid[], date);
create function segments.homes_of(people uuid[], today date)
returns table (
  person_id uuid, project_id uuid, room_ids uuid[], rooms text, room_key text, owns boolean, is_owner boolean, tenant text,
  resident text, family text, delivered_on date, bedrooms int, owner_since date, residence_ids uuid[],
  last_milestone_on date, next_milestone_on date, was_here boolean, sold_ids uuid[], bought_on date
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
                   segments.within(part.moved_out_on, greatest(part.since, today + 1), 'infinity'))) filter (where part.owns),
         bool_or(not part.holds),
         array_agg(part.room_id) filter (where part.role in ('owner', 'coOwner') and not part.holds),
         -- A home without a contract on record was bought when it was signed for, or when the part began.
         max(coalesce(segments.within(part.signed_on, part.since, today), segments.within(part.started_on, '-infinity', today)))
           filter (where part.owns and part.kind = 'RESIDENCE')
    from part
   group by part.person_id, part.project_id
$$;
drop function segments.deals_of(uuid[]);
create function segments.deals_of(people uuid[])
returns table (
  person_id uuid, project_id uuid, signed_count int, amount_fen bigint, first_signed_on date, last_signed_on date,
  prospective_since date, filled text, payments_begun boolean, room_ids uuid[]
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
         array_agg(deal.room_id) filter (where deal.signed and deal.room_id is not null)
    -- Not flattened, or the first payment would be looked up once per mention.
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
    known.registered_on, known.entered_on
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
revoke execute on function segments.homes_of(uuid[], date), segments.deals_of(uuid[]) from public;

-- Whoever no longer stands in a project carries no label there from then on: without such a row every past report from that day
-- on would go on counting them. Of a person who is gone altogether nothing stays.
drop function segments.remove_gone(uuid[]);
create function segments.remove_gone(people uuid[], at timestamptz) returns void
language sql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  with gone as (
    delete from public.customer_fact fact
     where fact.person_id = any (people) and fact.project_id = any (scope.projects())
       and not exists (select from customers_published.person_project link
                        where link.person_id = fact.person_id and link.project_id = fact.project_id)
    returning fact.*
  ), carried as (
    select gone.person_id, gone.project_id, array_agg(each.label) as labels, array_agg(each.value) as before,
           array_agg(null::text) as after, json_agg('[]'::json) as reasons
      from gone
     cross join lateral (values ('lifecycle', gone.lifecycle), ('value', gone.value), ('activity', gone.activity),
                                ('completeness', gone.completeness::text)) as each (label, value)
     where each.value is not null
     group by gone.person_id, gone.project_id
  )
  insert into public.label_history as known (person_id, project_id, changed_at, labels, before, after, reasons)
  select carried.person_id, carried.project_id, remove_gone.at, carried.labels, carried.before, carried.after, carried.reasons
    from carried
  -- What came and went within one instant is kept as gone.
  on conflict (person_id, project_id, changed_at) do update
    set labels = excluded.labels, before = excluded.before, after = excluded.after, reasons = excluded.reasons;
  delete from public.label_history history
   where history.person_id in (select each.id from unnest(people) each (id) where not exists (select from public.person where person.id = each.id));
$$;
comment on function segments.remove_gone(uuid[], timestamptz) is
  'Removes rows of these people in projects of the scope where they no longer belong, and ends their labels in the history.';

comment on column interaction.counted is 'Keeps the customer active by the rule of today: counted anew when the rule changes (SEG-17).';
