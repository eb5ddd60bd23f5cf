-- Found by profiling a list of 100,000 owners and a recompute of everybody: the same answers, in sets.

create or replace function customers.write_search_words(people uuid[]) returns void language sql
set plan_cache_mode = 'force_custom_plan'
  as $$
    with phones as (
      select phone.person_id, string_agg('p' || phone.number, ' ') as numbers
        from public.person_phone phone where phone.person_id = any (people)
       group by phone.person_id
    ), rooms as (
      select party.person_id, string_agg(room.display_code || ' ' || room.number, ' ') as labels
        from public.room_party party join public.room on room.id = party.room_id
       where party.person_id = any (people) and party.ended_on is null
       group by party.person_id
    ), words as (
      select person.id as person_id,
             concat_ws(' ', '', endings.of_name, person.pinyin, person.initials, phones.numbers, rooms.labels) as words
        from public.person
        cross join lateral (
          select string_agg(substr(person.name_key, place), ' ') as of_name
            from generate_series(1, least(length(person.name_key), 20)) place
        ) endings
        left join phones on phones.person_id = person.id
        left join rooms on rooms.person_id = person.id
       where person.id = any (people)
    )
    insert into public.person_search as known (person_id, words)
    select words.person_id, words.words
      from words left join public.person_search old on old.person_id = words.person_id
     -- Words as they were are not even offered: a conflict locks the row and writes it to the log.
     where old.words is distinct from words.words
    on conflict (person_id) do update set words = excluded.words where known.words <> excluded.words
  $$;

create or replace function customers.filled_fields(people uuid[]) returns table (person_id uuid, filled text[], declined text[])
language sql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
  as $$
    with phones as (
      select distinct phone.person_id from public.person_phone phone
       where phone.person_id = any (people) and phone.wrong_since is null
    ), relations as (
      select links.person_id, bool_or(links.kind in ('spouse', 'parent', 'sibling', 'relative')) as is_family
        from (select relation.from_person as person_id, relation.kind from public.person_relation relation
               where relation.from_person = any (people)
              union all
              select relation.to_person, relation.kind from public.person_relation relation
               where relation.to_person = any (people)) links
       group by links.person_id
    ), answers as (
      select answer.person_id, array_agg(answer.field) filter (where not answer.declined) as filled,
             array_agg(answer.field) filter (where answer.declined) as declined
        from public.dossier_answer answer where answer.person_id = any (people)
       group by answer.person_id
    ), links as (
      select distinct link.person_id from public.person_project link
       where link.person_id = any (people) and link.project_id = any (scope.projects())
    )
    select person.id,
           array_remove(array['name', case when person.sex is not null then 'sex' end,
                              case when person.birth_year is not null then 'birth' end,
                              case when phones.person_id is not null then 'phone' end,
                              case when relations.person_id is not null then 'relation' end,
                              case when relations.is_family then 'familyRelation' end], null)
             || coalesce(answers.filled, '{}'),
           coalesce(answers.declined, '{}')
      from links
      join public.person on person.id = links.person_id and person.id = any (people)
      left join phones on phones.person_id = person.id
      left join relations on relations.person_id = person.id
      left join answers on answers.person_id = person.id
  $$;

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
-- Planned anew each time: a generic plan guesses ten people and takes minutes for five thousand.
language sql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
  with link as (
    select each.person_id, each.project_id, (each.registered_at at time zone 'Asia/Shanghai')::date as registered_on
      from customers_published.person_project each
     where each.person_id = any (people) and each.project_id = any (scope.projects())
  ),
  -- Parts in rooms, of all projects: repurchases count wherever they are.
  part as (
    select party.person_id, party.project_id, party.room_id, party.role, party.started_on,
           party.ended_on is null or party.ended_on > today as holds,
           party.role in ('owner', 'coOwner') and (party.ended_on is null or party.ended_on > today) as owns,
           room.display_code, room.sort_key, room.bedrooms, room.kind,
           greatest(room.handed_over_on, party.started_on) filter_delivered_on, room.handed_over_on,
           array[room.subscribed_on, room.signed_on, room.filed_on, room.handed_over_on, room.title_issued_on, room.moved_in_on,
                 room.moved_out_on] as milestones
      from customers_published.room_party party
      join properties_published.room room on room.id = party.room_id
     where party.person_id = any (people)
  ),
  home as (
    select part.person_id, part.project_id,
           array_agg(distinct part.room_id) filter (where part.holds) as room_ids,
           string_agg(part.display_code, '、' order by part.owns desc, part.sort_key) filter (where part.holds) as rooms,
           min(part.sort_key) filter (where part.holds) as room_key,
           coalesce(bool_or(part.owns), false) as owns,
           coalesce(bool_or(part.owns and part.role = 'owner'), false) as is_owner,
           max(part.role) filter (where part.holds and part.role = 'tenant') as tenant,
           max(part.role) filter (where part.holds and part.role = 'resident') as resident,
           max(part.role) filter (where part.holds and part.role = 'family') as family,
           coalesce(bool_or(part.role in ('owner', 'coOwner') and not part.holds), false) as owned,
           min(part.filter_delivered_on) filter (where part.owns and part.handed_over_on is not null) as delivered_on,
           max(part.bedrooms) filter (where part.owns and part.kind = 'RESIDENCE') as bedrooms,
           min(part.started_on) filter (where part.owns) as owner_since
      from part group by part.person_id, part.project_id
  ),
  milestone as (
    select part.person_id, part.project_id,
           max(reached) filter (where reached <= today) as last_on,
           min(reached) filter (where reached > today) as next_on
      from part cross join lateral unnest(part.milestones) reached
     where part.owns and reached >= coalesce(part.started_on, '-infinity')
     group by part.person_id, part.project_id
  ),
  group_home as (
    select part.person_id, count(distinct part.room_id) filter (where part.owns and part.kind = 'RESIDENCE')::int as residences
      from part group by part.person_id
  ),
  contract as (
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
  ),
  -- Restricted here, where the condition reaches the table below the grouping; joined, the whole table would be grouped.
  contact as (
    select each.* from interactions_published.last_contact each where each.person_id = any (people)
  ),
  visit as (
    select each.person_id, each.project_id, array_agg(each.visited_on order by each.visited_on) as days
      from interactions_published.visit_day each
     where each.person_id = any (people)
     group by each.person_id, each.project_id
  ),
  group_contract as (
    select contract.person_id, max(contract.last_signed_on) as last_signed_on, sum(contract.amount_fen)::bigint as amount_fen,
           sum(contract.signed_count)::int as signed_count
      from contract group by contract.person_id
  ),
  referral as (
    select deal.referrer_id as person_id, count(distinct deal.deal_id)::int as deals,
           max(coalesce(deal.intention_paid_on, deal.reserved_on, deal.subscribed_on, deal.signed_on)) as last_on
      from sales_published.deal deal
     where deal.referrer_id = any (people)
     group by deal.referrer_id
  ),
  introduction as (
    select relation.from_person as person_id, count(*)::int as introduced,
           max((relation.added_at at time zone 'Asia/Shanghai')::date) as last_on
      from customers_published.relation relation
     where relation.kind = 'referrer' and relation.from_person = any (people)
     group by relation.from_person
  ),
  -- One pass and plain columns: functions of one answer at a time cost more than the whole query.
  answer as (
    select each.person_id, jsonb_object_agg(each.field, each.value) as of_field
      from customers_published.dossier_answer each
     where each.person_id = any (people)
       and each.field in ('purchasePurpose', 'secondHomeNeed', 'intentGrade', 'sourceChannel', 'groupOwner', 'otherProperty',
                          'residenceStatus', 'familyStructure')
     group by each.person_id
  ),
  several as (
    select each.person_id,
           array_agg(key order by key) filter (where each.field = 'careAbout') as care_about,
           array_agg(key order by key) filter (where each.field = 'circles') as circles,
           max(key) filter (where each.field = 'needLayout' and key ~ '^\d$')::int as most_bedrooms
      from customers_published.dossier_answer each
     cross join lateral jsonb_array_elements_text(case jsonb_typeof(each.value) when 'array' then each.value else '[]' end) key
     where each.person_id = any (people) and each.field in ('needLayout', 'circles', 'careAbout')
     group by each.person_id
  ),
  -- The rooms that people hold; joined in sets, since asking person by person takes longer than all the rest.
  room_held as materialized (
    select distinct part.person_id, part.project_id, part.room_id from part where part.holds
  ),
  entrusted as (
    select item.subject_id as person_id, item.project_id, item.staff_id, item.subject_kind = 'person' as about_person, item.from_day
      from identity_published.portfolio item
     where item.subject_id = any (people) and item.from_day <= today and (item.until_day is null or item.until_day > today)
    union all
    select room_held.person_id, item.project_id, item.staff_id, false, item.from_day
      from room_held
      join identity_published.portfolio item on item.subject_id = room_held.room_id and item.project_id = room_held.project_id
     where item.from_day <= today and (item.until_day is null or item.until_day > today)
  ),
  -- Who holds the person comes before who holds one of the rooms; the latest first.
  holder as (
    select held.person_id, held.project_id,
           array_agg(held.staff_id order by held.about_person desc, held.since desc, held.staff_id) as staff_ids
      from (select entrusted.person_id, entrusted.project_id, entrusted.staff_id, bool_or(entrusted.about_person) as about_person,
                   max(entrusted.from_day) as since
              from entrusted group by entrusted.person_id, entrusted.project_id, entrusted.staff_id) held
     group by held.person_id, held.project_id
  ),
  task as (
    select distinct on (open.person_id, open.project_id) open.person_id, open.project_id, open.due_at, open.title
      from (select each.subject_id as person_id, each.project_id, each.due_at, each.title
              from tasks_published.open_task each
             where each.subject_kind = 'person' and each.subject_id = any (people)
            union all
            select room_held.person_id, each.project_id, each.due_at, each.title
              from room_held
              join tasks_published.open_task each
                on each.subject_kind = 'room' and each.subject_id = room_held.room_id and each.project_id = room_held.project_id) open
     order by open.person_id, open.project_id, open.due_at
  ),
  phone as (
    select distinct on (each.person_id) each.person_id, each.masked
      from customers_published.phone each
     where each.person_id = any (people)
     order by each.person_id, each.wrong_since is not null, each.is_primary desc, each.id
  )
  select
    link.project_id, link.person_id, coalesce(home.room_ids, '{}'), coalesce(holder.staff_ids, '{}'), holder.staff_ids[1],
    case
      when home.is_owner or (contract.signed_count > 0 and not coalesce(home.owns, false)) then 'owner'
      when home.owns then 'coOwner'
      when contract.prospective_since is not null or contact.visit_count > 0 or contact.call_count > 0 then 'lead'
      else coalesce(home.tenant, home.resident, home.family, case when home.owned then 'former' else 'lead' end)
    end,
    person.name, person.pinyin, phone.masked, home.rooms, home.room_key,
    answer.of_field ->> 'intentGrade',
    coalesce(several.care_about, '{}'), coalesce(several.circles, '{}'),
    answer.of_field ->> 'sourceChannel',
    person.birth_date, person.birth_year, to_char(person.birth_date, 'MM-DD'),
    coalesce(contact.visit_count, 0), contract.amount_fen, link.registered_on, home.delivered_on,
    (contact.last_interaction_at at time zone 'Asia/Shanghai')::date,
    (task.due_at at time zone 'Asia/Shanghai')::date, task.title ->> 'zh',
    least(link.registered_on, (contact.first_registered_at at time zone 'Asia/Shanghai')::date),
    gone.given_up_on, contract.prospective_since, contract.first_signed_on,
    coalesce(home.owns, false), group_contract.last_signed_on, greatest(referral.last_on, introduction.last_on),
    greatest(milestone.last_on, case when contract.last_signed_on <= today then contract.last_signed_on end,
             case when contract.prospective_since <= today then contract.prospective_since end),
    milestone.next_on, group_contract.amount_fen,
    greatest(coalesce(group_home.residences, 0), coalesce(group_contract.signed_count, 0)),
    home.bedrooms, several.most_bedrooms,
    array_remove(array[
      case when answer.of_field ->> 'secondHomeNeed' = 'yes' or answer.of_field -> 'purchasePurpose' ?| array['HOLIDAY', 'PARENTS']
           then 'SECOND_HOME' end,
      case when answer.of_field -> 'purchasePurpose' ? 'INVESTMENT' then 'INVESTMENT' end,
      case when answer.of_field -> 'purchasePurpose' ? 'UPGRADE' then 'UPGRADE' end
    ], null),
    answer.of_field ->> 'groupOwner' = 'yes' or answer.of_field ->> 'residenceStatus' = 'ownHome'
      or coalesce(jsonb_typeof(answer.of_field -> 'otherProperty') = 'array' and answer.of_field -> 'otherProperty' <> '[]', false),
    coalesce(answer.of_field ->> 'familyStructure' in ('couple', 'oneChild', 'severalChildren'), false),
    greatest(coalesce(referral.deals, 0), coalesce(introduction.introduced, 0)),
    coalesce(dossier.filled, '{}') || coalesce(sale.filled, '{}')
      || case when contact.follow_up_count > 0 then array['followUpRecord'] else '{}' end
      || case when referral.deals > 0 or introduction.introduced > 0 or group_contract.signed_count > 1 then array['contribution'] else '{}' end,
    coalesce(dossier.declined, '{}'), coalesce(visit.days, '{}'),
    coalesce(contract.first_signed_on, case when home.owns then coalesce(home.owner_since, link.registered_on) end),
    coalesce(sale.payments_begun, false),
    (person.registered_at at time zone 'Asia/Shanghai')::date, (person.entered_at at time zone 'Asia/Shanghai')::date
  from link
  join customers_published.person person on person.id = link.person_id and person.id = any (people)
  left join home on home.person_id = link.person_id and home.project_id = link.project_id
  left join milestone on milestone.person_id = link.person_id and milestone.project_id = link.project_id
  left join group_home on group_home.person_id = link.person_id
  left join contract on contract.person_id = link.person_id and contract.project_id = link.project_id
  left join group_contract on group_contract.person_id = link.person_id
  left join referral on referral.person_id = link.person_id
  left join introduction on introduction.person_id = link.person_id
  left join answer on answer.person_id = link.person_id
  left join several on several.person_id = link.person_id
  left join phone on phone.person_id = link.person_id
  left join sale on sale.person_id = link.person_id and sale.project_id = link.project_id
  left join visit on visit.person_id = link.person_id and visit.project_id = link.project_id
  left join customers.filled_fields(people) dossier on dossier.person_id = link.person_id
  left join contact on contact.person_id = link.person_id and contact.project_id = link.project_id
  left join public.giving_up gone on gone.person_id = link.person_id and gone.project_id = link.project_id
  left join holder on holder.person_id = link.person_id and holder.project_id = link.project_id
  left join task on task.person_id = link.person_id and task.project_id = link.project_id
$$;
