-- Each part of the facts looks at its tables once. People, phones and deals were read two and three times for everybody, contacts
-- were counted anew, days were made by way of a named time zone, and lists of keys were put together as arrays. The facts are a type
-- of their own, and travel to be judged as one line of text a row: fifty columns of thousands of rows cost more than judging them.

create function customers.phones_of(people uuid[]) returns table (person_id uuid, masked text, is_right boolean)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select first.person_id, customers.masked(first.number), first.wrong_since is null
    from (select distinct on (each.person_id) each.person_id, each.number, each.wrong_since
            from public.person_phone each
           where each.person_id = any (people)
           order by each.person_id, each.wrong_since is not null, each.is_primary desc, each.id) first
$$;

drop function customers.answers_of(uuid[], text[]);
create function customers.answers_of(people uuid[], wanted text[])
returns table (person_id uuid, filled text, declined text, answers jsonb)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
set enable_hashagg = off
as $$
  select answer.person_id, string_agg(answer.field, ',') filter (where not answer.declined),
         string_agg(answer.field, ',') filter (where answer.declined),
         jsonb_object_agg(answer.field, answer.value) filter (where answer.value is not null and answer.field = any (wanted))
    from public.dossier_answer answer where answer.person_id = any (people)
   group by answer.person_id
$$;

create function customers.known_of(people uuid[], wanted text[])
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
    left join customers.answers_of(people, wanted) answer on answer.person_id = person.id
    left join customers.related(people) related on related.person_id = person.id
   where person.id = any (people)
$$;

create or replace function customers.dossiers_of(people uuid[], wanted text[])
returns table (person_id uuid, filled text[], declined text[], answers jsonb)
language sql stable security definer rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan'
as $$
  select known.person_id, string_to_array(known.filled, ','), string_to_array(known.declined, ','), known.answers
    from customers.known_of(people, wanted) known
$$;

drop function customers.own_evidence(uuid[]);
comment on function customers.known_of(uuid[], text[]) is
  'What a set-based reader needs of people: name, birth, days, first phone masked, what is filled in and what was declined (keys joined by commas), and the answers wanted, as JSON by field; whatever the scope, for other functions only.';

drop function segments.deals_of(uuid[]);
create function segments.deals_of(people uuid[])
returns table (
  person_id uuid, project_id uuid, signed_count int, amount_fen bigint, first_signed_on date, last_signed_on date,
  prospective_since date, filled text, payments_begun boolean
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
         coalesce(bool_or(deal.first_payment_on is not null) filter (where deal.stands), false)
    -- Not flattened, or the first payment would be looked up once per mention.
    from (select each.*, each.state = 'CONTRACT_SIGNED' as signed, each.state <> 'CANCELLED' as stands
            from sales_published.deal each where each.person_id = any (people) offset 0) deal
   group by deal.person_id, deal.project_id
$$;

drop function segments.registered(uuid[], uuid[]);
create function segments.registered(people uuid[], projects uuid[]) returns table (person_id uuid, project_id uuid, registered_on date)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select link.person_id, link.project_id, (link.registered_at at time zone interval '8 hours')::date
    from customers_published.person_project link
   where link.person_id = any (people) and link.project_id = any (projects)
$$;

drop function segments.contacts_of(uuid[]);
create function segments.contacts_of(people uuid[])
returns table (person_id uuid, project_id uuid, first_on date, last_counted_on date, visit_days date[], visits int, calls int, follow_ups int)
language sql stable rows 5000 set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  select contact.person_id, contact.project_id, contact.first_on, contact.last_counted_on, contact.visit_days,
         cardinality(contact.visit_days), contact.calls, contact.follow_ups
    from interactions_published.contact_sum contact
   where contact.person_id = any (people)
$$;
drop function segments.phones_of(uuid[]);

create type segments.facts as (
  project_id uuid, person_id uuid, room_ids uuid[], staff_ids uuid[], responsible_id uuid, standing text, name text, name_key text,
  phone text, rooms text, room_key text, intent_grade text, tags text[], circles text[], source text, born_on date,
  birth_year smallint, birthday text, visits int, amount_fen bigint, registered_on date, delivered_on date, last_contact_on date,
  next_task_on date, next_task text,
  interest_on date, gave_up_on date, reserved_on date, signed_on date, owns boolean, last_purchase_on date,
  last_referral_on date, last_milestone_on date, next_milestone_on date, group_amount_fen bigint, purchases int,
  bought_bedrooms int, sought_bedrooms int, needs text[], owns_elsewhere boolean, family_growth boolean, referrals int,
  filled text, declined text, visit_days date[], owner_since date, payments_begun boolean,
  person_registered_on date, entered_on date
);
comment on type segments.facts is
  'All that labels and the customer book need of one customer in one project. filled and declined are keys of the dossier joined by commas.';

drop function segments.put_down(uuid[], date, uuid[], bigint[]);
drop function segments.to_judge(uuid[], date);
drop function segments.facts_of(uuid[], date);
create function segments.facts_of(people uuid[], today date) returns setof segments.facts
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
      when contract.prospective_since is not null or contact.visits > 0 or contact.calls > 0 then 'lead'
      else coalesce(home.tenant, home.resident, home.family, case when home.owned then 'former' else 'lead' end)
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
    gone.gave_up_on, contract.prospective_since, contract.first_signed_on,
    coalesce(home.owns, false), group_contract.last_signed_on, referral.last_on,
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
    coalesce(contract.first_signed_on, case when home.owns then coalesce(home.owner_since, link.registered_on) end),
    coalesce(contract.payments_begun, false),
    known.registered_on, known.entered_on
  from segments.registered(people, scope.projects()) link
  join customers.known_of(people, '{purchasePurpose,secondHomeNeed,intentGrade,sourceChannel,groupOwner,otherProperty,residenceStatus,familyStructure,needLayout,circles,careAbout}') known
    on known.person_id = link.person_id
  left join home on home.person_id = link.person_id and home.project_id = link.project_id
  left join group_home on group_home.person_id = link.person_id
  left join contract on contract.person_id = link.person_id and contract.project_id = link.project_id
  left join group_contract on group_contract.person_id = link.person_id
  left join segments.contacts_of(people) contact on contact.person_id = link.person_id and contact.project_id = link.project_id
  left join segments.referrals_of(people) referral on referral.person_id = link.person_id
  left join segments.gone_of(people) gone on gone.person_id = link.person_id and gone.project_id = link.project_id
  left join segments.holders_of(people, today) holder on holder.person_id = link.person_id and holder.project_id = link.project_id
  left join segments.tasks_of(people, today) task on task.person_id = link.person_id and task.project_id = link.project_id
$$;
comment on function segments.facts_of(uuid[], date) is
  'All that labels and the customer book need of these people, one row per project within the scope''s projects. Callers show no more than the reader''s side may see.';

-- As one line: columns apart by tabs, lists by commas, nothing for null. None of these holds a text that somebody typed.
create function segments.line_of(facts segments.facts) returns text language sql stable parallel safe
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
    coalesce(facts.sought_bedrooms::text, ''), coalesce(facts.born_on::text, ''), coalesce(facts.birth_year::text, ''))
$$;
comment on function segments.line_of(segments.facts) is 'What the rules need of a row of facts, as one line.';

create function segments.put_down(people uuid[], today date, projects uuid[], rubrics bigint[]) returns text
language plpgsql security definer set search_path = '' set datestyle = 'ISO'
as $$
declare
  answer text;
begin
  if to_regclass('pg_temp.put_down') is null then
    create temp table pg_temp.put_down on commit delete rows as
      select facts.*, null::bigint as fingerprint, ''::text as line, 0 as place from segments.facts_of('{}', today) facts with no data;
  else
    delete from pg_temp.put_down;
  end if;
  with kept as (
    insert into pg_temp.put_down
    select facts.*, print.fingerprint,
           concat_ws(E'\t', segments.line_of(facts), coalesce(known.lifecycle, ''), coalesce(known.value, ''),
                     coalesce(known.activity, ''), coalesce(known.completeness::text, '')),
           row_number() over ()
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
$$;
comment on function segments.put_down(uuid[], date, uuid[], bigint[]) is
  'Gathers the facts of these people within the scope. Rows whose labels may differ from the book (other facts, other figures, another rule, or their day has come) are kept in a table of this connection and answered, a line each with the labels that stand in the book; nothing when there are none.';

drop function segments.write_judged(
  uuid[], uuid[], date, text[], date[], text[], text[], date[], smallint[], smallint[], text[], date[], smallint[], smallint[], date[],
  date[], date[]
);
create function segments.write_judged(
  today date, lifecycles text[], lifecycle_untils date[], "values" text[], value_matches text[], value_untils date[],
  current_scores smallint[], future_scores smallint[], activities text[], activity_untils date[], completenesses smallint[],
  completeness_lines smallint[], completeness_dues date[], completeness_untils date[], valid_untils date[]
) returns void
language plpgsql security definer set search_path = '' set enable_nestloop = off
as $$
begin
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
  on conflict (person_id, project_id) do update set
    room_ids = excluded.room_ids, staff_ids = excluded.staff_ids, responsible_id = excluded.responsible_id,
    standing = excluded.standing, name = excluded.name, name_key = excluded.name_key, phone = excluded.phone,
    rooms = excluded.rooms, room_key = excluded.room_key, intent_grade = excluded.intent_grade, tags = excluded.tags,
    circles = excluded.circles, source = excluded.source, born_on = excluded.born_on, birth_year = excluded.birth_year,
    birthday = excluded.birthday, visits = excluded.visits, amount_fen = excluded.amount_fen,
    registered_on = excluded.registered_on, delivered_on = excluded.delivered_on, last_contact_on = excluded.last_contact_on,
    next_task_on = excluded.next_task_on, next_task = excluded.next_task, fingerprint = excluded.fingerprint,
    judged_on = excluded.judged_on, lifecycle = excluded.lifecycle, lifecycle_until = excluded.lifecycle_until,
    value = excluded.value, value_matches = excluded.value_matches, value_until = excluded.value_until,
    current_score = excluded.current_score, future_score = excluded.future_score, activity = excluded.activity,
    activity_until = excluded.activity_until, completeness = excluded.completeness,
    completeness_line = excluded.completeness_line, completeness_due_on = excluded.completeness_due_on,
    completeness_until = excluded.completeness_until, valid_until = excluded.valid_until;
end
$$;
comment on function segments.write_judged is
  'Writes the rows of the book that were put down, with their labels, which come in the order of the lines.';

create function segments.write_history(
  at timestamptz, places int[], labels text[], before text[], after text[], reasons text[]
) returns void
language plpgsql security definer set search_path = '' set enable_nestloop = off
as $$
begin
  insert into public.label_history as known (person_id, project_id, changed_at, labels, before, after, reasons)
  select fresh.person_id, fresh.project_id, at, changed.labels::text[], changed.before::text[], changed.after::text[], changed.reasons::json
    from unnest(places, labels, before, after, reasons) as changed (place, labels, before, after, reasons)
    join pg_temp.put_down fresh on fresh.place = changed.place
  -- A label that changes twice within one instant changed once, from what it was before.
  on conflict (person_id, project_id, changed_at) do update set (labels, before, after, reasons) = (
    select array_agg(coalesce(old.label, new.label) order by coalesce(old.nth, 9), new.nth),
           array_agg(case when old.label is null then new.before else old.before end order by coalesce(old.nth, 9), new.nth),
           array_agg(case when new.label is null then old.after else new.after end order by coalesce(old.nth, 9), new.nth),
           json_agg(coalesce(excluded.reasons -> (new.nth - 1)::int, known.reasons -> (old.nth - 1)::int)
                    order by coalesce(old.nth, 9), new.nth)
      from unnest(known.labels, known.before, known.after) with ordinality as old (label, before, after, nth)
      full join unnest(excluded.labels, excluded.before, excluded.after) with ordinality as new (label, before, after, nth)
        on new.label = old.label);
end
$$;
comment on function segments.write_history is
  'Writes the changes of labels of rows that were put down, by their place among the lines.';

-- Of these people, rows of the book in projects where they no longer belong.
create or replace function segments.remove_gone(people uuid[]) returns void
language sql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off
as $$
  delete from public.customer_fact gone
   where gone.person_id = any (people) and gone.project_id = any (scope.projects())
     and not exists (select from customers_published.person_project link
                      where link.person_id = gone.person_id and link.project_id = gone.project_id)
$$;

-- Ranking is about amounts, not about whose they are, and must not differ by who asks: past the policies, which look at the deal
-- behind each buyer, a hundred and sixty thousand times.
create function segments.signed_amounts(projects uuid[]) returns table (project_id uuid, amounts_fen bigint[])
language sql stable security definer set search_path = ''
as $$
  select contract.project_id, array_agg(contract.amount_fen)
    from sales_published.contract contract
   where contract.amount_fen is not null and contract.project_id = any (projects) and contract.project_id = any (scope.projects())
   group by contract.project_id
$$;
comment on function segments.signed_amounts(uuid[]) is 'What each customer of these projects within the scope signed for, in no order.';

create function segments.signed_amounts_in_group() returns bigint[]
language sql stable security definer set search_path = ''
as $$
  select array_agg(each.amount_fen)
    from (select sum(contract.amount_fen)::bigint as amount_fen from sales_published.contract contract
           where contract.amount_fen is not null and contract.project_id = any (scope.projects())
           group by contract.person_id) each
$$;
comment on function segments.signed_amounts_in_group() is 'What each customer signed for in all projects of the scope together, in no order.';

revoke execute on function customers.known_of(uuid[], text[]), customers.phones_of(uuid[]), customers.answers_of(uuid[], text[]),
  segments.registered(uuid[], uuid[]), segments.deals_of(uuid[]), segments.contacts_of(uuid[]) from public;
