-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Deals in which somebody entrusted to the actor buys.
CREATE OR REPLACE FUNCTION sales_published.deals_of_my_people()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$ select deal_id from public.deal_buyer where person_id in (select customers.my_people()) $function$
;

-- What a person bought in a project: signed contracts only, and since when an unsigned one is running (SEG-02, SEG-03, SEG-08).
create view sales_published.contract as
 SELECT buyer.person_id,
    deal.project_id,
    (count(*) FILTER (WHERE (deal.state = 'CONTRACT_SIGNED'::text)))::integer AS signed_count,
    (sum(deal.amount_fen) FILTER (WHERE (deal.state = 'CONTRACT_SIGNED'::text)))::bigint AS amount_fen,
    min(deal.signed_on) FILTER (WHERE (deal.state = 'CONTRACT_SIGNED'::text)) AS first_signed_on,
    max(deal.signed_on) FILTER (WHERE (deal.state = 'CONTRACT_SIGNED'::text)) AS last_signed_on,
    min(COALESCE(deal.intention_paid_on, deal.reserved_on, deal.subscribed_on)) FILTER (WHERE (deal.state = ANY (ARRAY['INTENTION_PAID'::text, 'UNIT_RESERVED'::text, 'SUBSCRIBED'::text]))) AS prospective_since,
    array_agg(deal.room_id) FILTER (WHERE ((deal.state = 'CONTRACT_SIGNED'::text) AND (deal.room_id IS NOT NULL))) AS room_ids
   FROM (deal
     JOIN deal_buyer buyer ON ((buyer.deal_id = deal.id)))
  GROUP BY buyer.person_id, deal.project_id;

-- One row per deal and buyer; the whole amount stands in each, with the buyer’s share beside it.
create view sales_published.deal as
 SELECT buyer.person_id,
    deal.project_id,
    deal.id AS deal_id,
    deal.room_id,
    deal.state,
    buyer."position",
    buyer.share,
    deal.amount_fen,
    deal.unit_price_fen,
    deal.discount,
    deal.payment_method,
    deal.intention_paid_on,
    deal.reserved_on,
    deal.subscribed_on,
    deal.signed_on,
    deal.filed_on,
    deal.cancelled_on,
    deal.referrer_id,
    paid.first_payment_on,
    paid.last_payment_on
   FROM ((deal
     JOIN deal_buyer buyer ON ((buyer.deal_id = deal.id)))
     LEFT JOIN LATERAL ( SELECT min(deal_payment.received_on) AS first_payment_on,
            max(deal_payment.received_on) FILTER (WHERE (deal_payment.kind <> 'LOAN'::text)) AS last_payment_on
           FROM deal_payment
          WHERE (deal_payment.deal_id = deal.id)) paid ON (true));

-- When deals of a project were last made or changed, for those who derive from them.
create view sales_published.deal_change as
 SELECT project_id,
    changed_at
   FROM deal;
