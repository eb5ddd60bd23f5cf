-- Deals: a room sold or being sold to its buyers (decision 18).

create table deal (
  id                  uuid primary key,
  project_id          uuid not null references company_node,
  room_id             uuid references room,
  state               text not null check (state in ('INTENTION_PAID', 'UNIT_RESERVED', 'SUBSCRIBED', 'CONTRACT_SIGNED', 'CANCELLED')),
  amount_fen          bigint check (amount_fen > 0),
  unit_price_fen      bigint check (unit_price_fen > 0),
  list_amount_fen     bigint check (list_amount_fen > 0),
  discount            text,
  payment_method      text check (payment_method in ('LUMP_SUM', 'MORTGAGE', 'PROVIDENT_FUND', 'COMBINED_LOAN', 'INSTALMENT')),
  intention_money_fen bigint check (intention_money_fen > 0),
  deposit_fen         bigint check (deposit_fen > 0),
  intention_paid_on   date,
  reserved_on         date,
  subscribed_on       date,
  signed_on           date,
  filed_on            date,
  cancelled_on        date,
  cancel_reason       text,
  number              text,
  contract_number     text,
  consultant_id       uuid,
  consultant_name     text,
  referrer_id         uuid references person,
  note                text,
  created_by          uuid not null,
  created_at          timestamptz not null,
  changed_at          timestamptz not null,
  import_id           uuid,
  source_key          text,
  version             int not null default 1,
  constraint imported_deals_have_a_key check ((import_id is null) = (source_key is null)),
  constraint a_cancelled_deal_says_when check ((state = 'CANCELLED') = (cancelled_on is not null)),
  constraint a_signed_deal_says_when check (state <> 'CONTRACT_SIGNED' or signed_on is not null),
  constraint beyond_intention_there_is_a_room check (state in ('INTENTION_PAID', 'CANCELLED') or room_id is not null)
);
comment on table deal is 'One room (or the intention of one) sold to its buyers, from intention money to filing (DOS-29).';
comment on column deal.amount_fen is 'Total price as agreed, fen.';
comment on column deal.unit_price_fen is 'Agreed price per square metre of gross area, fen.';
comment on column deal.list_amount_fen is 'Price before discount, fen.';
comment on column deal.discount is 'As it was granted, in words: 98 折, 老带新优惠 1 万.';
comment on column deal.number is 'Number of the subscription agreement.';
comment on column deal.consultant_name is 'Name as the imported file has it, when it was matched to no account.';
comment on column deal.source_key is 'The row of the source, unique in the project (decision 20).';
-- A room is in one living deal at a time.
create unique index deal_living_of_room on deal (room_id) where state <> 'CANCELLED' and room_id is not null;
create unique index deal_by_source on deal (project_id, source_key) where source_key is not null;
create index deal_by_change on deal (project_id, changed_at desc, id desc);
create index deal_of_import on deal (import_id) where import_id is not null;
create index deal_by_referrer on deal (referrer_id) where referrer_id is not null;

create table deal_buyer (
  deal_id   uuid not null references deal on delete cascade,
  person_id uuid not null references person,
  position  int not null check (position >= 1),
  share     numeric(7, 6) check (share > 0 and share <= 1),
  primary key (deal_id, person_id),
  unique (deal_id, position)
);
comment on table deal_buyer is 'Who buys; position 1 is the first named on the contract.';
comment on column deal_buyer.share is 'Part of the ownership, above 0 to 1; empty when the buyers did not say.';
create index deal_buyer_of_person on deal_buyer (person_id);

create table deal_payment (
  id          uuid primary key,
  deal_id     uuid not null references deal on delete cascade,
  kind        text not null check (kind in ('INTENTION', 'DEPOSIT', 'DOWN_PAYMENT', 'INSTALMENT', 'LOAN', 'OTHER')),
  amount_fen  bigint not null check (amount_fen > 0),
  received_on date not null,
  note        text
);
comment on table deal_payment is 'Money received (回款), one row per receipt (DOS-29).';
create index deal_payment_of_deal on deal_payment (deal_id, received_on);

-- Deals are the developer's (decision 33); a buyer's and a payment's rows follow their deal.
alter table deal enable row level security;
-- With an own portfolio: deals that one brought or wrote, and those of one's people. Read past the policies of deal_buyer,
-- which lean on those of deal.
create schema sales;
grant usage on schema sales to yilu_app;
create function sales.my_deals() returns setof uuid language sql stable security definer set search_path = ''
  as $$
    select buyer.deal_id from public.deal_buyer buyer where buyer.person_id in (select customers.my_people())
  $$;
comment on function sales.my_deals() is 'Deals of people entrusted to the actor.';
create function sales.room_is_taken(room uuid, except_deal uuid) returns boolean language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.deal where room_id = room and state <> 'CANCELLED' and id <> except_deal
                     and project_id = any (scope.projects()))
  $$;
comment on function sales.room_is_taken(uuid, uuid) is 'Whether a room of a project in scope is in another living deal, also one that an own portfolio does not show.';
create policy in_scope on deal for select using (
  project_id = any ((select scope.projects())::uuid[]) and 'developer' = any ((select scope.sides())::text[])
  and (not (select scope.own_only())
       or consultant_id = (select scope.actor())
       or created_by = (select scope.actor())
       or id in (select sales.my_deals())));
create policy made_in_scope on deal for insert with check (
  project_id = any ((select scope.projects())::uuid[]) and 'developer' = any ((select scope.sides())::text[]));
create policy changed_in_scope on deal for update
  using (project_id = any ((select scope.projects())::uuid[]) and 'developer' = any ((select scope.sides())::text[]))
  with check (project_id = any ((select scope.projects())::uuid[]) and 'developer' = any ((select scope.sides())::text[]));
create policy an_import_is_taken_back on deal for delete using (
  import_id is not null and version = 1
  and project_id = any ((select scope.projects())::uuid[]) and 'developer' = any ((select scope.sides())::text[]));

alter table deal_buyer enable row level security;
create policy of_a_visible_deal on deal_buyer
  using (exists (select 1 from deal where deal.id = deal_id)) with check (exists (select 1 from deal where deal.id = deal_id));
alter table deal_payment enable row level security;
create policy of_a_visible_deal on deal_payment
  using (exists (select 1 from deal where deal.id = deal_id)) with check (exists (select 1 from deal where deal.id = deal_id));

create schema sales_published;
grant usage on schema sales_published to yilu_app;
create view sales_published.deal with (security_invoker = true) as
select buyer.person_id, deal.project_id, deal.id as deal_id, deal.room_id, deal.state, buyer.position, buyer.share,
       deal.amount_fen, deal.unit_price_fen, deal.discount, deal.payment_method,
       deal.intention_paid_on, deal.reserved_on, deal.subscribed_on, deal.signed_on, deal.filed_on, deal.cancelled_on,
       deal.referrer_id,
       (select min(received_on) from deal_payment where deal_payment.deal_id = deal.id) as first_payment_on
  from deal join deal_buyer as buyer on buyer.deal_id = deal.id;
comment on view sales_published.deal is 'One row per deal and buyer; the whole amount stands in each, with the buyer’s share beside it.';
comment on column sales_published.deal.amount_fen is 'Total of the deal in fen, not the buyer’s part of it.';

create view sales_published.contract with (security_invoker = true) as
select buyer.person_id, deal.project_id,
       (count(*) filter (where deal.state = 'CONTRACT_SIGNED'))::int                        as signed_count,
       (sum(deal.amount_fen) filter (where deal.state = 'CONTRACT_SIGNED'))::bigint          as amount_fen,
       min(deal.signed_on) filter (where deal.state = 'CONTRACT_SIGNED')                     as first_signed_on,
       max(deal.signed_on) filter (where deal.state = 'CONTRACT_SIGNED')                     as last_signed_on,
       min(coalesce(deal.intention_paid_on, deal.reserved_on, deal.subscribed_on))
         filter (where deal.state in ('INTENTION_PAID', 'UNIT_RESERVED', 'SUBSCRIBED'))      as prospective_since,
       array_agg(deal.room_id) filter (where deal.state = 'CONTRACT_SIGNED' and deal.room_id is not null) as room_ids
  from deal join deal_buyer as buyer on buyer.deal_id = deal.id
 group by buyer.person_id, deal.project_id;
comment on view sales_published.contract is 'What a person bought in a project: signed contracts only, and since when an unsigned one is running (SEG-02, SEG-03, SEG-08).';
comment on column sales_published.contract.amount_fen is 'Sum of the totals of signed contracts, fen (SEG-08).';
comment on column sales_published.contract.room_ids is 'Rooms of signed contracts, whose layouts say how many bedrooms (SEG-09, SEG-10).';
grant select on sales_published.deal, sales_published.contract to yilu_app;
