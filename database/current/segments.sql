-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

CREATE OR REPLACE FUNCTION segments.about_one(body text, names text[])
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
declare
  name text;
begin
  foreach name in array names loop
    body := replace(body, name || '(people', 'segments.' || segments.name_of_one(name) || '(someone');
  end loop;
  return body;
end
$function$
;

-- Of lines called project/person/rest those that somebody in the projects in scope has made into a task.
CREATE OR REPLACE FUNCTION segments.acted_on(line_origin text)
 RETURNS TABLE(project_id uuid, person_id uuid, rest text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select task.project_id, split_part(task.occurrence, '/', 2)::uuid, substr(task.occurrence, 75)
    from public.task
   where task.origin = line_origin and task.project_id = any ((select scope.projects())::uuid[])
$function$
;

CREATE OR REPLACE FUNCTION segments.answers_of_one(someone uuid)
 RETURNS TABLE(person_id uuid, filled text, declined text, answers jsonb)
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
  select known.person_id, known.filled, known.declined, known.answers from public.dossier_sum known where known.person_id = someone
$function$
;

CREATE OR REPLACE FUNCTION segments.as_list(answer jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case jsonb_typeof(answer) when 'array' then answer else '[]' end $function$
;

-- Rows of the book that a colleague holds, first or beside another, as the policy of the book would show them.
CREATE OR REPLACE FUNCTION segments.book_of(staff uuid)
 RETURNS SETOF customer_fact
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
begin
  return query
    select fact.* from public.customer_fact fact
     where fact.staff_ids @> array[staff] and fact.project_id = any (scope.projects())
       and (not (select scope.own_only())
            or (select bool_or(subject in (select scope.own_subjects()))
                  from unnest(array_append(fact.room_ids, fact.person_id)) subject));
end
$function$
;

-- Builds all that was put aside, by one connection. A migration that changes an index of customer_fact asks for this first.
CREATE OR REPLACE FUNCTION segments.build_indexes()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  built int := 0;
begin
  while segments.build_next_index() loop
    built := built + 1;
  end loop;
  perform segments.end_filling();
  return built;
end
$function$
;

-- Builds one of the indexes that were put aside and that nobody else is building; answers whether there was one.
CREATE OR REPLACE FUNCTION segments.build_next_index()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET max_parallel_maintenance_workers TO '0'
AS $function$
declare
  aside record;
begin
  delete from public.index_put_aside
   where name = (select each.name from public.index_put_aside each order by each.name limit 1 for update skip locked)
  returning definition into aside;
  if not found then
    return false;
  end if;
  execute aside.definition;
  return true;
end
$function$
;

CREATE OR REPLACE FUNCTION segments.contacts_of(people uuid[])
 RETURNS TABLE(person_id uuid, project_id uuid, first_on date, last_counted_on date, visit_days date[], visits integer, calls integer, follow_ups integer)
 LANGUAGE sql
 STABLE ROWS 5000
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
  select contact.person_id, contact.project_id, contact.first_on, contact.last_counted_on, contact.visit_days,
         cardinality(contact.visit_days), contact.calls, contact.follow_ups
    from interactions_published.contact_sum contact
   where contact.person_id = any (people)
$function$
;

CREATE OR REPLACE FUNCTION segments.contacts_of_one(someone uuid)
 RETURNS TABLE(person_id uuid, project_id uuid, first_on date, last_counted_on date, visit_days date[], visits integer, calls integer, follow_ups integer)
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
  select contact.person_id, contact.project_id, contact.first_on, contact.last_counted_on, contact.visit_days,
         cardinality(contact.visit_days), contact.calls, contact.follow_ups
    from interactions_published.contact_sum contact
   where contact.person_id = someone
$function$
;

-- The latest change of a deal in each project of the scope that has one.
CREATE OR REPLACE FUNCTION segments.deals_changed()
 RETURNS TABLE(project_id uuid, changed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select project.id, last.changed_at
    from unnest(scope.projects()) project (id)
   cross join lateral (select change.changed_at from sales_published.deal_change change
                        where change.project_id = project.id order by change.changed_at desc limit 1) last
$function$
;

CREATE OR REPLACE FUNCTION segments.deals_of(people uuid[])
 RETURNS TABLE(person_id uuid, project_id uuid, signed_count integer, amount_fen bigint, first_signed_on date, last_signed_on date, prospective_since date, filled text, payments_begun boolean, room_ids uuid[], last_payment_on date)
 LANGUAGE sql
 STABLE ROWS 5000
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION segments.deals_of_one(someone uuid)
 RETURNS TABLE(person_id uuid, project_id uuid, signed_count integer, amount_fen bigint, first_signed_on date, last_signed_on date, prospective_since date, filled text, payments_begun boolean, room_ids uuid[], last_payment_on date)
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
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
            from sales_published.deal each where each.person_id = someone offset 0) deal
   group by deal.person_id, deal.project_id
$function$
;

-- Once no index is put aside any more, lets autovacuum in again and counts the book, so that whoever reads next is planned for by what is there.
CREATE OR REPLACE FUNCTION segments.end_filling()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET default_statistics_target TO '30'
AS $function$
begin
  if exists (select from public.index_put_aside)
     or not exists (select from pg_catalog.pg_class where oid = 'public.customer_fact'::regclass and 'autovacuum_enabled=off' = any (reloptions)) then
    return;
  end if;
  alter table public.customer_fact reset (autovacuum_enabled);
  alter table public.label_history reset (autovacuum_enabled);
  analyze public.customer_fact;
end
$function$
;

-- All that labels and the customer book need of these people, one row per project within the scope's projects. Callers show no more than the reader's side may see.
CREATE OR REPLACE FUNCTION segments.facts_of(people uuid[], today date)
 RETURNS SETOF segments.facts
 LANGUAGE sql
 STABLE ROWS 5000
AS $function$
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
    -- An answer as old as the home is about the home.
    case when known.answers ->> 'groupOwner' = 'yes' then coalesce((
      select (answer.answered_at at time zone interval '8 hours')::date < coalesce(
               case when bought.stands then contract.first_signed_on end, case when home.owns then coalesce(home.owner_since, link.registered_on) end)
        from public.dossier_answer answer where answer.person_id = link.person_id and answer.field = 'groupOwner'), true) else false end
      or case when known.answers ->> 'residenceStatus' = 'ownHome' then coalesce((
        select (answer.answered_at at time zone interval '8 hours')::date < home.delivered_on
          from public.dossier_answer answer
         where home.owns and answer.person_id = link.person_id and answer.field = 'residenceStatus'), true) else false end
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
$function$
;

-- Of each of these colleagues the customers who fall soonest and on whom nobody has acted (SEG-16).
CREATE OR REPLACE FUNCTION segments.falling(colleagues uuid[], today date, show_days integer, most integer)
 RETURNS TABLE(person_id uuid, project_id uuid, activity text, until_day date, last_contact_on date, responsible_id uuid, place integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  projects constant uuid[] := scope.projects();
  own constant boolean := scope.own_only();
begin
  return query
    with acted as materialized (select acted.project_id, acted.person_id from segments.falling_acted_on() acted)
    select first.person_id, first.project_id, first.activity, first.activity_until, first.last_contact_on, colleague.id, first.place
      from unnest(colleagues) colleague (id)
     cross join lateral (
       select each.*, row_number() over (order by each.activity_until, each.person_id)::int as place
         from (
           select fact.person_id, fact.project_id, fact.activity, fact.activity_until, fact.last_contact_on
             from public.customer_fact fact
            where fact.responsible_id = colleague.id and fact.activity in ('ACTIVE', 'COOLING') and fact.activity_until >= today
              and (fact.activity = 'COOLING' or fact.activity_until <= today + show_days) and fact.project_id = any (projects)
              and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
              and (not own or (select bool_or(subject in (select scope.own_subjects()))
                               from public.customer_fact mine cross join unnest(array_append(mine.room_ids, mine.person_id)) subject
                              where mine.person_id = fact.person_id and mine.project_id = fact.project_id))
            order by fact.activity_until, fact.person_id limit most
         ) each
     ) first;
end
$function$
;

-- Customers about to fall whose present line somebody has made into a task.
CREATE OR REPLACE FUNCTION segments.falling_acted_on()
 RETURNS TABLE(project_id uuid, person_id uuid, responsible_id uuid, activity text, until_day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select fact.project_id, fact.person_id, fact.responsible_id, fact.activity, fact.activity_until
    from segments.acted_on('segments.cooling') acted
    join public.customer_fact fact on fact.person_id = acted.person_id and fact.project_id = acted.project_id
   where fact.activity in ('ACTIVE', 'COOLING') and fact.responsible_id is not null and acted.rest = fact.activity_until::text
     and acted.rest >= scope.today()::text
$function$
;

-- Per colleague and day, of these days, on which they begin to show: customers about to cool, or cooling, on whom nobody has acted.
CREATE OR REPLACE FUNCTION segments.falling_counts(colleagues uuid[], today date, first_day date, last_day date, show_days integer)
 RETURNS TABLE(responsible_id uuid, shows date, count integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  projects constant uuid[] := scope.projects();
  own constant boolean := scope.own_only();
  -- Who has cooled shows today, however far the fall.
  from_day constant date := case when first_day > today then first_day + show_days else today end;
  to_day constant date := case when last_day > today then last_day + show_days else 'infinity' end;
begin
  return query
    with each as (
      select fact.responsible_id, case fact.activity when 'COOLING' then today else greatest(fact.activity_until - show_days, today) end as shows,
             count(*) as count
        from public.customer_fact fact
       where not own and fact.activity in ('ACTIVE', 'COOLING') and (first_day <= today or fact.activity = 'ACTIVE')
         and fact.responsible_id = any (colleagues)
         and fact.activity_until between from_day and to_day and fact.project_id = any (projects)
       group by 1, 2
      union all
      select fact.responsible_id, case fact.activity when 'COOLING' then today else greatest(fact.activity_until - show_days, today) end,
             count(*)
        from public.customer_fact fact
       where own and fact.activity in ('ACTIVE', 'COOLING') and (first_day <= today or fact.activity = 'ACTIVE')
         and fact.responsible_id = any (colleagues)
         and fact.activity_until between from_day and to_day and fact.project_id = any (projects)
         and (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject)
       group by 1, 2
      union all
      select acted.responsible_id, case acted.activity when 'COOLING' then today else greatest(acted.until_day - show_days, today) end,
             -count(*)
        from segments.falling_acted_on() acted
        join public.customer_fact fact on fact.person_id = acted.person_id and fact.project_id = acted.project_id
       where acted.responsible_id = any (colleagues) and acted.until_day between from_day and to_day
         and (not own or (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject))
       group by 1, 2)
    select each.responsible_id, each.shows, sum(each.count)::int from each
     where each.shows between first_day and last_day
     group by 1, 2 having sum(each.count) > 0;
end
$function$
;

CREATE OR REPLACE FUNCTION segments.gone_of(people uuid[])
 RETURNS TABLE(person_id uuid, project_id uuid, gave_up_on date)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
  select gone.person_id, gone.project_id, gone.given_up_on from public.giving_up gone where gone.person_id = any (people)
$function$
;

CREATE OR REPLACE FUNCTION segments.gone_of_one(someone uuid)
 RETURNS TABLE(person_id uuid, project_id uuid, gave_up_on date)
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
  select gone.person_id, gone.project_id, gone.given_up_on from public.giving_up gone where gone.person_id = someone
$function$
;

CREATE OR REPLACE FUNCTION segments.holders_of(people uuid[], today date)
 RETURNS TABLE(person_id uuid, project_id uuid, staff_ids uuid[])
 LANGUAGE sql
 STABLE ROWS 5000
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION segments.homes_of(people uuid[], today date)
 RETURNS TABLE(person_id uuid, project_id uuid, room_ids uuid[], rooms text, room_key text, owns boolean, is_owner boolean, tenant text, resident text, family text, delivered_on date, bedrooms integer, owner_since date, residence_ids uuid[], last_milestone_on date, next_milestone_on date, was_here boolean, sold_ids uuid[], bought_on date)
 LANGUAGE sql
 STABLE ROWS 5000
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION segments.homes_of_one(someone uuid, today date)
 RETURNS TABLE(person_id uuid, project_id uuid, room_ids uuid[], rooms text, room_key text, owns boolean, is_owner boolean, tenant text, resident text, family text, delivered_on date, bedrooms integer, owner_since date, residence_ids uuid[], last_milestone_on date, next_milestone_on date, was_here boolean, sold_ids uuid[], bought_on date)
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
  with part as (
    select party.person_id, party.project_id, party.room_id, party.role, party.started_on,
           party.ended_on is null or party.ended_on > today as holds,
           party.role in ('owner', 'coOwner') and (party.ended_on is null or party.ended_on > today) as owns,
           room.display_code, room.sort_key, room.bedrooms, room.kind, room.handed_over_on,
           room.subscribed_on, room.signed_on, room.filed_on, room.title_issued_on, room.moved_in_on, room.moved_out_on,
           coalesce(party.started_on, '-infinity') as since
      from customers_published.room_party party
      join properties_published.room room on room.id = party.room_id
     where party.person_id = someone
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
$function$
;

CREATE OR REPLACE FUNCTION segments.keys_in(answer jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select coalesce(array_agg(key order by key), '{}') from jsonb_array_elements_text(segments.as_list(answer)) key $function$
;

CREATE OR REPLACE FUNCTION segments.keys_of(answer jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case when jsonb_typeof(answer) = 'array'
                    then (select coalesce(array_agg(key order by key), '{}') from jsonb_array_elements_text(answer) key)
                    else '{}' end $function$
;

CREATE OR REPLACE FUNCTION segments.known_of_one(someone uuid)
 RETURNS TABLE(person_id uuid, name text, pinyin text, born_on date, birth_year smallint, registered_on date, entered_on date, phone text, filled text, declined text, answers jsonb)
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
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
    left join segments.phones_of_one(someone) phone on phone.person_id = person.id
    left join segments.answers_of_one(someone) answer on answer.person_id = person.id
    left join segments.related_one(someone) related on related.person_id = person.id
   where person.id = someone
$function$
;

CREATE OR REPLACE FUNCTION segments.lane_of(person uuid)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select (get_byte(uuid_send(person), 15) & 3)::smallint $function$
;

-- What the rules need of a row of facts, as one line.
CREATE OR REPLACE FUNCTION segments.line_of(facts segments.facts)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
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
$function$
;

-- segments.line_of(segments.facts_of(array[someone], today)) as one statement with a plan that is kept. Made by segments.make_facts_of_one().
CREATE OR REPLACE FUNCTION segments.lines_of_one(someone uuid, today date)
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_material TO 'off'
 SET enable_memoize TO 'off'
AS $function$begin
  return query
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
 from (
  with home as materialized (select * from segments.homes_of_one(someone, today)),
  contract as materialized (select * from segments.deals_of_one(someone)),
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
    null::uuid[], null::uuid,
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
    null::date, null::text,
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
    -- An answer as old as the home is about the home.
    case when known.answers ->> 'groupOwner' = 'yes' then coalesce((
      select (answer.answered_at at time zone interval '8 hours')::date < coalesce(
               case when bought.stands then contract.first_signed_on end, case when home.owns then coalesce(home.owner_since, link.registered_on) end)
        from public.dossier_answer answer where answer.person_id = link.person_id and answer.field = 'groupOwner'), true) else false end
      or case when known.answers ->> 'residenceStatus' = 'ownHome' then coalesce((
        select (answer.answered_at at time zone interval '8 hours')::date < home.delivered_on
          from public.dossier_answer answer
         where home.owns and answer.person_id = link.person_id and answer.field = 'residenceStatus'), true) else false end
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
  from segments.registered_one(someone, scope.projects()) link
  join segments.known_of_one(someone) known
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
  left join segments.contacts_of_one(someone) contact on contact.person_id = link.person_id and contact.project_id = link.project_id
  left join segments.referrals_of_one(someone) referral on referral.person_id = link.person_id
  left join segments.gone_of_one(someone) gone on gone.person_id = link.person_id and gone.project_id = link.project_id
) facts (project_id, person_id, room_ids, staff_ids, responsible_id, standing, name, name_key, phone, rooms, room_key, intent_grade, tags, circles, source, born_on, birth_year, birthday, visits, amount_fen, registered_on, delivered_on, last_contact_on, next_task_on, next_task, interest_on, gave_up_on, reserved_on, signed_on, owns, last_purchase_on, last_referral_on, last_milestone_on, next_milestone_on, group_amount_fen, purchases, bought_bedrooms, sought_bedrooms, needs, owns_elsewhere, family_growth, referrals, filled, declined, visit_days, owner_since, payments_begun, person_registered_on, entered_on, last_payment_on);
end
$function$
;

-- Makes segments.lines_of_one from the texts of segments.facts_of, of its parts and of segments.line_of. A migration that changes one of them calls this at its end.
CREATE OR REPLACE FUNCTION segments.make_facts_of_one()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  -- Inner ones first: what stands in them has been made before.
  names constant text[] := array['customers.phones_of', 'customers.answers_of', 'customers.related', 'customers.known_of',
    'segments.homes_of', 'segments.deals_of', 'segments.registered', 'segments.contacts_of', 'segments.referrals_of',
    'segments.gone_of', 'segments.holders_of', 'segments.tasks_of'];
  -- Who holds and what is to be done next stand in the book, but no label asks it.
  unasked constant text[] := array['segments.holders_of', 'segments.tasks_of'];
  part record;
  body text;
  line text;
  fields text;
  name text;
begin
  for part in
    select found.oid, place, wanted.name, found.prosrc as body
      from unnest(names) with ordinality wanted (name, place)
      join pg_catalog.pg_proc found on found.oid = wanted.name::regproc
     where wanted.name <> all (unasked)
     order by place
  loop
    body := segments.about_one(replace(part.body, '= any (people)', '= someone'), names);
    if body like '%people%' then
      raise exception '% cannot be asked about one person', part.name;
    end if;
    -- Neither settings nor rights of its own, or it would not become a part of the statement.
    execute format('create or replace function segments.%I(%s) returns %s language sql stable rows 2 as %L',
      segments.name_of_one(part.name), replace(pg_catalog.pg_get_function_arguments(part.oid), 'people uuid[]', 'someone uuid'),
      pg_catalog.pg_get_function_result(part.oid), body);
    execute format('revoke execute on function segments.%I from public', segments.name_of_one(part.name));
  end loop;

  select segments.about_one(found.prosrc, names) into body
    from pg_catalog.pg_proc found where found.oid = 'segments.facts_of'::regproc;
  select found.prosrc into line from pg_catalog.pg_proc found where found.oid = 'segments.line_of'::regproc;
  select string_agg(quote_ident(field.attname), ', ' order by field.attnum) into fields
    from pg_catalog.pg_attribute field where field.attrelid = 'segments.facts'::regclass and field.attnum > 0;
  foreach name in array unasked loop
    body := regexp_replace(body, '\n *left join segments\.' || segments.name_of_one(name) || '\([^\n]*', '');
  end loop;
  body := replace(replace(body, 'coalesce(holder.staff_ids, ''{}''), holder.staff_ids[1]', 'null::uuid[], null::uuid'),
                  'task.next_task_on, task.next_task', 'null::date, null::text');
  if body ~ '(people|holder\.|task\.)' then
    raise exception 'the facts cannot be asked about one person';
  end if;
  -- One row each: there is nothing to sort, to hash or to keep.
  execute format($f$
    create or replace function segments.lines_of_one(someone uuid, today date) returns setof text
    language plpgsql stable security definer rows 2 set search_path = '' set plan_cache_mode = 'force_generic_plan'
    set enable_seqscan = off set enable_mergejoin = off set enable_hashjoin = off set enable_material = off set enable_memoize = off as %L$f$,
    format(E'begin\n  return query %s from (%s) facts (%s);\nend\n', line, body, fields));
end
$function$
;

-- Marks whom an open task is about when it changes sides, so that the book follows.
CREATE OR REPLACE FUNCTION segments.mark_changed_sides()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into public.customer_mark (person_id, lane)
  select about.person_id, segments.lane_of(about.person_id)
    from (select new.subject_id as person_id where new.subject_kind = 'person'
          union
          select party.person_id from public.room_party party
           where new.subject_kind = 'room' and party.room_id = new.subject_id) about;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION segments.most_bedrooms(answer jsonb)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select max(key::int) from jsonb_array_elements_text(segments.as_list(answer)) key where key ~ '^\d$' $function$
;

-- How the twin about one person of a function about many is called.
CREATE OR REPLACE FUNCTION segments.name_of_one(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ select split_part(name, '.', 2) || '_one' $function$
;

CREATE OR REPLACE FUNCTION segments.phones_of_one(someone uuid)
 RETURNS TABLE(person_id uuid, masked text, is_right boolean)
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
  select first.person_id, customers.masked(first.number), first.wrong_since is null
    from (select distinct on (each.person_id) each.person_id, each.number, each.wrong_since
            from public.person_phone each
           where each.person_id = someone
           order by each.person_id, each.wrong_since is not null, each.is_primary desc, each.id) first
$function$
;

-- The projects in which this person stands in the book, as its policy would show them, since when each label has its value there, and how the project ranks amounts.
CREATE OR REPLACE FUNCTION segments.projects_of_person(asked uuid)
 RETURNS TABLE(project_id uuid, name text, top_cut_fen bigint, percentiles_fen bigint[], since json)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  projects constant uuid[] := scope.projects();
  own constant boolean := scope.own_only();
  is_theirs constant boolean := not own or customers.is_mine(asked);
begin
  return query
    select fact.project_id, coalesce(project.name, '') as name, scale.top_cut_fen, scale.percentiles_fen,
           (select json_object_agg(latest.label, latest.since)
              from (select label, max(change.changed_at) as since
                      from public.label_history change cross join lateral unnest(change.labels) label
                     where change.project_id = fact.project_id and change.person_id = fact.person_id and is_theirs
                     group by label) latest)
      from public.customer_fact fact
      left join settings_published.project project on project.id = fact.project_id
      left join public.value_scale scale on scale.project_id = fact.project_id
     where fact.person_id = asked and fact.project_id = any (projects)
       -- As the policy of the book: a person of one's own, or a home of one's own.
       and (not own or exists (select from scope.own_subjects() subject where subject = any (fact.room_ids) or subject = fact.person_id))
     order by name, fact.project_id
     limit 200;
end
$function$
;

-- Gathers the facts of these people within the scope. Rows whose labels may differ from the book (other facts, other figures, another rule, or their day has come) are kept in a table of this connection and answered, a line each with the labels that stand in the book; nothing when there are none.
CREATE OR REPLACE FUNCTION segments.put_down(people uuid[], today date, projects uuid[], rubrics bigint[])
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET "DateStyle" TO 'ISO'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  answer text;
begin
  if to_regclass('pg_temp.put_down') is null then
    create temp table pg_temp.put_down on commit delete rows as
      select facts.*, null::bigint as fingerprint, ''::text as line, 0 as place, false as stands from segments.facts_of('{}', today) facts with no data;
  else
    delete from pg_temp.put_down;
  end if;
  with kept as (
    insert into pg_temp.put_down
    select facts.*, print.fingerprint,
           concat_ws(E'\t', segments.line_of(facts), coalesce(known.lifecycle, ''), coalesce(known.value, ''),
                     coalesce(known.activity, ''), coalesce(known.completeness::text, '')),
           row_number() over (), known.person_id is not null
      from segments.facts_of(people, today) facts
      left join unnest(projects, rubrics) as rubric (project_id, seed) on rubric.project_id = facts.project_id
     -- Once per row. Positive and below 2^53: figures are read as JavaScript numbers.
     cross join lateral (
       select hash_record_extended(facts, coalesce(rubric.seed, 0)) & 9007199254740991 as fingerprint offset 0
     ) print
      left join (select each.* from public.customer_fact each where each.person_id = any (people)) known
        on known.person_id = facts.person_id and known.project_id = facts.project_id
     where known.fingerprint is distinct from print.fingerprint
        or known.judged_on is null or known.judged_on > today or known.valid_until <= today
    returning line, place
  )
  select string_agg(kept.line, E'\n' order by kept.place) into answer from kept;
  return answer;
end
$function$
;

-- If the book is empty, drops the indexes that only its readers need, remembers them and keeps autovacuum off; answers whether it was.
CREATE OR REPLACE FUNCTION segments.put_indexes_aside()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET lock_timeout TO '3s'
AS $function$
declare
  aside record;
begin
  lock table public.customer_fact in access exclusive mode;
  if exists (select from public.customer_fact) then
    return false;
  end if;
  alter table public.customer_fact set (autovacuum_enabled = off);
  alter table public.label_history set (autovacuum_enabled = off);
  for aside in
    select indexname, indexdef from pg_catalog.pg_indexes
     where schemaname = 'public' and tablename = 'customer_fact' and indexname <> 'customer_fact_pkey'
  loop
    insert into public.index_put_aside values (aside.indexname, aside.indexdef);
    execute format('drop index public.%I', aside.indexname);
  end loop;
  return true;
exception when lock_not_available then
  -- Somebody reads the book at length: it is filled as ever.
  return false;
end
$function$
;

CREATE OR REPLACE FUNCTION segments.referrals_of(people uuid[])
 RETURNS TABLE(person_id uuid, referrals integer, last_on date)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION segments.referrals_of_one(someone uuid)
 RETURNS TABLE(person_id uuid, referrals integer, last_on date)
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
  select each.person_id, greatest(sum(each.deals), sum(each.introduced))::int, max(each.last_on)
    from (select deal.referrer_id as person_id, count(distinct deal.deal_id) as deals, 0 as introduced,
                 max(coalesce(deal.intention_paid_on, deal.reserved_on, deal.subscribed_on, deal.signed_on)) as last_on
            from sales_published.deal deal where deal.referrer_id = someone
           group by deal.referrer_id
          union all
          select relation.from_person, 0, count(*), max((relation.added_at at time zone 'Asia/Shanghai')::date)
            from customers_published.relation relation
           where relation.kind = 'referrer' and relation.from_person = someone
           group by relation.from_person) each
   group by each.person_id
$function$
;

CREATE OR REPLACE FUNCTION segments.registered(people uuid[], projects uuid[])
 RETURNS TABLE(person_id uuid, project_id uuid, registered_on date)
 LANGUAGE sql
 STABLE ROWS 5000
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
  select link.person_id, link.project_id, (link.registered_at at time zone interval '8 hours')::date
    from customers_published.person_project link
   where link.person_id = any (people) and link.project_id = any (projects)
$function$
;

CREATE OR REPLACE FUNCTION segments.registered_one(someone uuid, projects uuid[])
 RETURNS TABLE(person_id uuid, project_id uuid, registered_on date)
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
  select link.person_id, link.project_id, (link.registered_at at time zone interval '8 hours')::date
    from customers_published.person_project link
   where link.person_id = someone and link.project_id = any (projects)
$function$
;

CREATE OR REPLACE FUNCTION segments.related_one(someone uuid)
 RETURNS TABLE(person_id uuid, is_family boolean)
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
  select links.person_id, bool_or(links.kind in ('spouse', 'parent', 'sibling', 'relative'))
    from (select relation.from_person as person_id, relation.kind from public.person_relation relation
           where relation.from_person = someone
          union all
          select relation.to_person, relation.kind from public.person_relation relation
           where relation.to_person = someone) links
   group by links.person_id
$function$
;

-- Removes rows of these people in projects of the scope where they no longer belong, and ends their labels in the history.
CREATE OR REPLACE FUNCTION segments.remove_gone(people uuid[], at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
  with gone as (
    delete from public.customer_fact fact
     where fact.person_id = any (people) and fact.project_id = any (scope.projects())
       and not exists (select from customers_published.person_project link
                        where link.person_id = fact.person_id and link.project_id = fact.project_id)
    returning fact.*
  ), carried as (
    select gone.person_id, gone.project_id, array_agg(each.label) as labels, array_agg(each.value) as before,
           array_agg(null::text) as after, json_agg('[]'::json)::text as reasons
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
$function$
;

-- Per colleague and day, of these days, on which they begin to show: dossiers below their line that nobody has acted on; of them, those due before today.
CREATE OR REPLACE FUNCTION segments.short_dossier_counts(colleagues uuid[], today date, first_day date, last_day date, show_days integer)
 RETURNS TABLE(responsible_id uuid, shows date, count integer, late integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  projects constant uuid[] := scope.projects();
  own constant boolean := scope.own_only();
  -- What shows today was due at any time before.
  from_day constant date := case when first_day > today then first_day + show_days else '-infinity' end;
  to_day constant date := last_day + show_days;
begin
  return query
    with each as (
      select fact.responsible_id, greatest(fact.completeness_due_on - show_days, today) as shows,
             count(*) as count, count(*) filter (where fact.completeness_due_on < today) as late
        from public.customer_fact fact
       where not own and fact.completeness < fact.completeness_line and fact.responsible_id = any (colleagues)
         and fact.completeness_due_on between from_day and to_day and fact.project_id = any (projects)
       group by 1, 2
      union all
      select fact.responsible_id, greatest(fact.completeness_due_on - show_days, today),
             count(*), count(*) filter (where fact.completeness_due_on < today)
        from public.customer_fact fact
       where own and fact.completeness < fact.completeness_line and fact.responsible_id = any (colleagues)
         and fact.completeness_due_on between from_day and to_day and fact.project_id = any (projects)
         and (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject)
       group by 1, 2
      union all
      select acted.responsible_id, greatest(acted.due_on - show_days, today), -count(*),
             -count(*) filter (where acted.due_on < today)
        from segments.short_dossiers_acted_on() acted
        join public.customer_fact fact on fact.person_id = acted.person_id and fact.project_id = acted.project_id
       where acted.responsible_id = any (colleagues) and acted.due_on between from_day and to_day
         and (not own or (select bool_or(subject in (select scope.own_subjects())) from unnest(array_append(fact.room_ids, fact.person_id)) subject))
       group by 1, 2)
    select each.responsible_id, each.shows, sum(each.count)::int, sum(each.late)::int from each group by 1, 2
    having sum(each.count) > 0;
end
$function$
;

-- Of each of these colleagues the most pressing dossiers below their line that nobody has acted on (DOS-12).
CREATE OR REPLACE FUNCTION segments.short_dossiers(colleagues uuid[], today date, show_days integer, most integer)
 RETURNS TABLE(person_id uuid, project_id uuid, percent smallint, line smallint, due_on date, responsible_id uuid, place integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  projects constant uuid[] := scope.projects();
  own constant boolean := scope.own_only();
begin
  return query
    with acted as materialized (select acted.project_id, acted.person_id from segments.short_dossiers_acted_on() acted)
    select first.person_id, first.project_id, first.percent, first.line, first.due_on, colleague.id, first.place
      from unnest(colleagues) colleague (id)
     cross join lateral (
       select each.person_id, each.project_id, each.percent, each.line, each.due_on,
              row_number() over (order by each.class, abs(each.due_on - today), each.person_id)::int as place
         from (
           -- Leads about whom the month's deepening is due, or was within the last thirty days.
           (select 0 as class, fact.person_id, fact.project_id, fact.completeness as percent, fact.completeness_line as line,
                   fact.completeness_due_on as due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 0
               and fact.completeness_due_on between today and today + show_days and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects()))
                               from public.customer_fact mine cross join unnest(array_append(mine.room_ids, mine.person_id)) subject
                              where mine.person_id = fact.person_id and mine.project_id = fact.project_id))
             order by fact.completeness_due_on, fact.person_id limit most)
           union all
           (select 1, fact.person_id, fact.project_id, fact.completeness, fact.completeness_line, fact.completeness_due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 0
               and fact.completeness_due_on between today - 30 and today - 1 and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects()))
                               from public.customer_fact mine cross join unnest(array_append(mine.room_ids, mine.person_id)) subject
                              where mine.person_id = fact.person_id and mine.project_id = fact.project_id))
             order by fact.completeness_due_on desc, fact.person_id desc limit most)
           union all
           -- All others that are due from today on.
           (select 2, fact.person_id, fact.project_id, fact.completeness, fact.completeness_line, fact.completeness_due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 1
               and fact.completeness_due_on between today and today + show_days and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects()))
                               from public.customer_fact mine cross join unnest(array_append(mine.room_ids, mine.person_id)) subject
                              where mine.person_id = fact.person_id and mine.project_id = fact.project_id))
             order by fact.completeness_due_on, fact.person_id limit most)
           union all
           -- What is late, the least late first.
           (select 3, fact.person_id, fact.project_id, fact.completeness, fact.completeness_line, fact.completeness_due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 1
               and fact.completeness_due_on < today and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects()))
                               from public.customer_fact mine cross join unnest(array_append(mine.room_ids, mine.person_id)) subject
                              where mine.person_id = fact.person_id and mine.project_id = fact.project_id))
             order by fact.completeness_due_on desc, fact.person_id desc limit most)
           union all
           (select 3, fact.person_id, fact.project_id, fact.completeness, fact.completeness_line, fact.completeness_due_on
              from public.customer_fact fact
             where fact.responsible_id = colleague.id and fact.completeness < fact.completeness_line
               and case fact.standing when 'lead' then 0 else 1 end = 0
               and fact.completeness_due_on < today - 30 and fact.project_id = any (projects)
               and (fact.project_id, fact.person_id) not in (select acted.project_id, acted.person_id from acted)
               and (not own or (select bool_or(subject in (select scope.own_subjects()))
                               from public.customer_fact mine cross join unnest(array_append(mine.room_ids, mine.person_id)) subject
                              where mine.person_id = fact.person_id and mine.project_id = fact.project_id))
             order by fact.completeness_due_on desc, fact.person_id desc limit most)
         ) each
        order by place limit most
     ) first;
end
$function$
;

-- Short dossiers whose present line somebody has made into a task.
CREATE OR REPLACE FUNCTION segments.short_dossiers_acted_on()
 RETURNS TABLE(project_id uuid, person_id uuid, responsible_id uuid, due_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select fact.project_id, fact.person_id, fact.responsible_id, fact.completeness_due_on
    from segments.acted_on('segments.dossier') acted
    join public.customer_fact fact on fact.person_id = acted.person_id and fact.project_id = acted.project_id
   where fact.completeness < fact.completeness_line and fact.responsible_id is not null
     and acted.rest = fact.completeness_line || '/' || fact.completeness_due_on
$function$
;

-- What each customer of these projects within the scope signed for, in no order.
CREATE OR REPLACE FUNCTION segments.signed_amounts(projects uuid[])
 RETURNS TABLE(project_id uuid, amounts_fen bigint[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select contract.project_id, array_agg(contract.amount_fen)
    from sales_published.contract contract
   where contract.amount_fen is not null and contract.project_id = any (projects) and contract.project_id = any (scope.projects())
   group by contract.project_id
$function$
;

-- What each customer signed for in all projects of the scope together, in no order.
CREATE OR REPLACE FUNCTION segments.signed_amounts_in_group()
 RETURNS bigint[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select array_agg(each.amount_fen)
    from (select sum(contract.amount_fen)::bigint as amount_fen from sales_published.contract contract
           where contract.amount_fen is not null and contract.project_id = any (scope.projects())
           group by contract.person_id) each
$function$
;

CREATE OR REPLACE FUNCTION segments.tasks_of(people uuid[], today date)
 RETURNS TABLE(person_id uuid, project_id uuid, next_task_on date, next_task text)
 LANGUAGE sql
 STABLE ROWS 5000
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
  with open as (
    select each.subject_id as person_id, each.project_id, each.due_at, each.title, each.id, each.sides
      from tasks_published.open_task each
     where each.subject_kind = 'person' and each.subject_id = any (people)
    union all
    select party.person_id, each.project_id, each.due_at, each.title, each.id, each.sides
      from customers_published.room_party party
      join tasks_published.open_task each
        on each.subject_kind = 'room' and each.subject_id = party.room_id and each.project_id = party.project_id
     where party.person_id = any (people) and (party.ended_on is null or party.ended_on > today)
  ), next as (
    select distinct on (open.person_id, open.project_id, side) open.person_id, open.project_id, side, open.due_at, open.title, open.id,
           ((open.due_at - interval '1 millisecond') at time zone 'Asia/Shanghai')::date as due_on
      from open cross join unnest(open.sides) side
     order by open.person_id, open.project_id, side, open.due_at, open.id
  )
  select next.person_id, next.project_id, min(next.due_on),
         json_object_agg(next.side, json_build_object('on', next.due_on - date '2000-01-01', 'zh', next.title ->> 'zh', 'en', next.title ->> 'en')
                         order by next.due_at, next.id, next.side)::text
    from next
   group by next.person_id, next.project_id
$function$
;

CREATE OR REPLACE FUNCTION segments.within(reached date, first date, last date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case when reached >= first and reached <= last then reached end $function$
;

-- Writes the changes of labels of rows that were put down, by their place among the lines.
CREATE OR REPLACE FUNCTION segments.write_history(at timestamp with time zone, places integer[], labels text[], before text[], after text[], reasons text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_nestloop TO 'off'
AS $function$
begin
  insert into public.label_history (person_id, project_id, changed_at, labels, before, after, reasons)
  select fresh.person_id, fresh.project_id, at, changed.labels::text[], changed.before::text[], changed.after::text[], changed.reasons
    from unnest(places, labels, before, after, reasons) as changed (place, labels, before, after, reasons)
    join pg_temp.put_down fresh on fresh.place = changed.place;
exception when unique_violation then
  -- A label that changes twice within one instant changed once, from what it was before.
  insert into public.label_history as known (person_id, project_id, changed_at, labels, before, after, reasons)
  select fresh.person_id, fresh.project_id, at, changed.labels::text[], changed.before::text[], changed.after::text[], changed.reasons
    from unnest(places, labels, before, after, reasons) as changed (place, labels, before, after, reasons)
    join pg_temp.put_down fresh on fresh.place = changed.place
  on conflict (person_id, project_id, changed_at) do update set (labels, before, after, reasons) = (
    select array_agg(coalesce(old.label, new.label) order by coalesce(old.nth, 9), new.nth),
           array_agg(case when old.label is null then new.before else old.before end order by coalesce(old.nth, 9), new.nth),
           array_agg(case when new.label is null then old.after else new.after end order by coalesce(old.nth, 9), new.nth),
           json_agg(coalesce(excluded.reasons::json -> (new.nth - 1)::int, known.reasons::json -> (old.nth - 1)::int)
                    order by coalesce(old.nth, 9), new.nth)::text
      from unnest(known.labels, known.before, known.after) with ordinality as old (label, before, after, nth)
      full join unnest(excluded.labels, excluded.before, excluded.after) with ordinality as new (label, before, after, nth)
        on new.label = old.label);
end
$function$
;

-- Writes the rows of the book that were put down, with their labels, which come in the order of the lines.
CREATE OR REPLACE FUNCTION segments.write_judged(today date, lifecycles text[], lifecycle_untils date[], "values" text[], value_matches text[], value_untils date[], current_scores smallint[], future_scores smallint[], activities text[], activity_untils date[], completenesses smallint[], completeness_lines smallint[], completeness_dues date[], completeness_untils date[], valid_untils date[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_nestloop TO 'off'
AS $function$
begin
  -- The lane has one worker: what did not stand when the facts were gathered does not stand now. To ask each index first, as
  -- `on conflict` does, costs half as much again.
  insert into public.customer_fact (
    project_id, person_id, room_ids, staff_ids, responsible_id, standing, name, name_key, phone, rooms, room_key, intent_grade,
    tags, circles, source, born_on, birth_year, birthday, visits, amount_fen, registered_on, delivered_on, last_contact_on,
    next_task_on, next_task, fingerprint, judged_on, lifecycle, lifecycle_until, value, value_matches, value_until, current_score,
    future_score, activity, activity_until, completeness, completeness_line, completeness_due_on, completeness_until, valid_until
  )
  select fresh.project_id, fresh.person_id, fresh.room_ids, fresh.staff_ids, fresh.responsible_id, fresh.standing, fresh.name,
         fresh.name_key, fresh.phone, fresh.rooms, fresh.room_key, fresh.intent_grade, fresh.tags, fresh.circles, fresh.source,
         fresh.born_on, fresh.birth_year, fresh.birthday, fresh.visits, fresh.amount_fen, fresh.registered_on, fresh.delivered_on,
         fresh.last_contact_on, fresh.next_task_on, fresh.next_task, fresh.fingerprint, today,
         judged.lifecycle, judged.lifecycle_until, judged.value, coalesce(string_to_array(judged.value_matches, ' '), '{}'),
         judged.value_until, judged.current_score, judged.future_score, judged.activity, judged.activity_until,
         judged.completeness, judged.completeness_line, judged.completeness_due_on, judged.completeness_until, judged.valid_until
    from pg_temp.put_down fresh
    -- A text of one empty line is no line at all to string_to_array: nobody may be lost over that.
    left join unnest(lifecycles, lifecycle_untils, "values", value_matches, value_untils, current_scores, future_scores, activities,
                activity_untils, completenesses, completeness_lines, completeness_dues, completeness_untils, valid_untils) with ordinality
      as judged (lifecycle, lifecycle_until, value, value_matches, value_until, current_score, future_score, activity, activity_until,
                 completeness, completeness_line, completeness_due_on, completeness_until, valid_until, place)
      on judged.place = fresh.place
   where not fresh.stands;
  with judged as (
    select each.* from unnest(lifecycles, lifecycle_untils, "values", value_matches, value_untils, current_scores, future_scores, activities,
                activity_untils, completenesses, completeness_lines, completeness_dues, completeness_untils, valid_untils) with ordinality
      as each (lifecycle, lifecycle_until, value, value_matches, value_until, current_score, future_score, activity, activity_until,
                 completeness, completeness_line, completeness_due_on, completeness_until, valid_until, place)
  )
  update public.customer_fact known set
    room_ids = fresh.room_ids, staff_ids = fresh.staff_ids, responsible_id = fresh.responsible_id,
    standing = fresh.standing, name = fresh.name, name_key = fresh.name_key, phone = fresh.phone,
    rooms = fresh.rooms, room_key = fresh.room_key, intent_grade = fresh.intent_grade, tags = fresh.tags,
    circles = fresh.circles, source = fresh.source, born_on = fresh.born_on, birth_year = fresh.birth_year,
    birthday = fresh.birthday, visits = fresh.visits, amount_fen = fresh.amount_fen,
    registered_on = fresh.registered_on, delivered_on = fresh.delivered_on, last_contact_on = fresh.last_contact_on,
    next_task_on = fresh.next_task_on, next_task = fresh.next_task, fingerprint = fresh.fingerprint,
    judged_on = today, lifecycle = judged.lifecycle, lifecycle_until = judged.lifecycle_until,
    value = judged.value, value_matches = coalesce(string_to_array(judged.value_matches, ' '), '{}'), value_until = judged.value_until,
    current_score = judged.current_score, future_score = judged.future_score, activity = judged.activity,
    activity_until = judged.activity_until, completeness = judged.completeness,
    completeness_line = judged.completeness_line, completeness_due_on = judged.completeness_due_on,
    completeness_until = judged.completeness_until, valid_until = judged.valid_until
    from pg_temp.put_down fresh
    left join judged on judged.place = fresh.place
   where fresh.stands and known.person_id = fresh.person_id and known.project_id = fresh.project_id
     and known.person_id = any (array(select each.person_id from pg_temp.put_down each where each.stands));
end
$function$
;
