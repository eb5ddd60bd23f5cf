import { sql } from 'kysely';
import type { Db } from './tables.ts';

export interface DealFacts {
  readonly room: boolean;
  readonly dates: boolean;
  readonly prices: boolean;
  readonly method: boolean;
  readonly discount: boolean;
  readonly paid: boolean;
  readonly signedOn: string | null;
}

/** What is on file about a person's deals that were not cancelled. */
export async function factsOfDeals(db: Db, personId: string): Promise<DealFacts | undefined> {
  const { rows } = await sql<DealFacts & { count: number }>`
    select count(*)::int as count,
           coalesce(bool_or(deal.room_id is not null), false) as room,
           coalesce(bool_or(deal.subscribed_on is not null and deal.signed_on is not null), false) as dates,
           coalesce(bool_or(deal.amount_fen is not null and deal.unit_price_fen is not null), false) as prices,
           coalesce(bool_or(deal.payment_method is not null), false) as method,
           coalesce(bool_or(deal.discount is not null), false) as discount,
           coalesce(bool_or(exists (select from deal_payment payment where payment.deal_id = deal.id)), false) as paid,
           (min(deal.signed_on) filter (where deal.state = 'CONTRACT_SIGNED'))::text as "signedOn"
      from deal join deal_buyer buyer on buyer.deal_id = deal.id
     where buyer.person_id = ${personId} and deal.state <> 'CANCELLED'`.execute(db);
  const facts = rows[0];
  return facts && facts.count > 0 ? facts : undefined;
}
