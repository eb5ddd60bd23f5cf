-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- The latest deals in which this person buys, as the policies would show them: of projects in scope, to the developer side, and within an own portfolio those of their people or by their hand; names of those in reach.
CREATE OR REPLACE FUNCTION sales.deals_of_person(asked uuid, most integer)
 RETURNS TABLE(id uuid, project_id uuid, room_id uuid, room_label text, state text, amount_fen bigint, unit_price_fen bigint, list_amount_fen bigint, discount text, payment_method text, intention_money_fen bigint, deposit_fen bigint, intention_paid_on text, reserved_on text, subscribed_on text, signed_on text, filed_on text, cancelled_on text, cancel_reason text, number text, contract_number text, consultant_id uuid, consultant_name text, referrer_id uuid, referrer_name text, note text, import_id uuid, changed_at timestamp with time zone, version integer, buyers json, payments json)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 5
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  me constant uuid := scope.actor();
  projects constant uuid[] := scope.projects();
  is_theirs constant boolean := not scope.own_only() or customers.is_mine(asked);
begin
  if ('developer' = any (scope.sides())) is not true then return; end if;
  return query
    select deal.id, deal.project_id, deal.room_id, room.display_code, deal.state, deal.amount_fen, deal.unit_price_fen,
           deal.list_amount_fen, deal.discount, deal.payment_method, deal.intention_money_fen, deal.deposit_fen,
           deal.intention_paid_on::text, deal.reserved_on::text, deal.subscribed_on::text, deal.signed_on::text,
           deal.filed_on::text, deal.cancelled_on::text, deal.cancel_reason, deal.number, deal.contract_number,
           deal.consultant_id, coalesce(consultant.name, deal.consultant_name), deal.referrer_id, referrer.name, deal.note,
           deal.import_id, deal.changed_at, deal.version,
           (select coalesce(json_agg(json_build_object('personId', buyer.person_id, 'share', buyer.share, 'name', person.name)
                                     order by buyer.position), '[]')
              from public.deal_buyer buyer
              left join customers_published.person person on person.id = buyer.person_id
                                                         and customers.in_reach(buyer.person_id)
             where buyer.deal_id = deal.id),
           (select coalesce(json_agg(json_build_object('kind', payment.kind, 'amountFen', payment.amount_fen,
                                                       'receivedOn', payment.received_on, 'note', payment.note)
                                     order by payment.received_on, payment.id), '[]')
              from public.deal_payment payment where payment.deal_id = deal.id)
      from (select each.* from public.deal each join public.deal_buyer bought on bought.deal_id = each.id
             where bought.person_id = asked and each.project_id = any (projects)
               and (is_theirs or each.consultant_id = me or each.created_by = me
                    or exists (select from public.deal_buyer other where other.deal_id = each.id and customers.is_mine(other.person_id)))
             order by each.changed_at desc, each.id desc
             limit most) deal
      left join public.room on room.id = deal.room_id and room.project_id = any (projects)
      left join identity_published.staff consultant on consultant.id = deal.consultant_id
      left join customers_published.person referrer on referrer.id = deal.referrer_id and customers.in_reach(deal.referrer_id)
     order by deal.changed_at desc, deal.id desc;
end
$function$
;

-- Deals within reach that these numbers of their source made before.
CREATE OR REPLACE FUNCTION sales.imported_earlier(projects uuid[], source_keys text[])
 RETURNS SETOF deal
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  select deal.*
    from unnest(projects, source_keys) as given (project_id, source_key)
   -- One by one (offset 0): else all deals are read and compared with every number asked for.
   cross join lateral (
     select * from public.deal where source_key = given.source_key and project_id is not distinct from given.project_id offset 0
   ) deal
   where given.project_id = any (scope.projects())
     and 'developer' = any (scope.sides())
     and (not scope.own_only() or deal.consultant_id = scope.actor() or deal.created_by = scope.actor()
          or deal.id in (select sales_published.deals_of_my_people()))
$function$
;

CREATE OR REPLACE FUNCTION sales.insist_shares()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if (select sum(buyer.share) from public.deal_buyer buyer where buyer.deal_id = new.deal_id) > 1.00001
     and exists (select from public.deal where deal.id = new.deal_id and (deal.import_id is null or deal.version > 1)) then
    raise exception 'the buyers'' shares of a deal exceed the whole' using errcode = 'check_violation', constraint = 'shares_of_a_deal';
  end if;
  return null;
end
$function$
;

-- Deals of people entrusted to the actor.
CREATE OR REPLACE FUNCTION sales.my_deals()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select buyer.deal_id from public.deal_buyer buyer where buyer.person_id in (select customers.my_people())
  $function$
;

-- Whether a room of a project in scope is in another living deal, also one that an own portfolio does not show.
CREATE OR REPLACE FUNCTION sales.room_is_taken(room uuid, except_deal uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select exists (select from public.deal where room_id = room and state <> 'CANCELLED' and id <> except_deal
                     and project_id = any (scope.projects()))
  $function$
;
