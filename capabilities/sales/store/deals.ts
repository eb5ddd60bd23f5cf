import { sql } from 'kysely';
import type { BuyerPart, Deal, DealState, DealTerms, Payment, PaymentKind, PaymentMethod } from '../contract/index.ts';
import type { Db } from './tables.ts';

interface Row {
  id: string;
  project_id: string;
  room_id: string | null;
  room_label: string | null;
  state: DealState;
  amount_fen: number | null;
  unit_price_fen: number | null;
  list_amount_fen: number | null;
  discount: string | null;
  payment_method: PaymentMethod | null;
  intention_money_fen: number | null;
  deposit_fen: number | null;
  intention_paid_on: string | null;
  reserved_on: string | null;
  subscribed_on: string | null;
  signed_on: string | null;
  filed_on: string | null;
  cancelled_on: string | null;
  cancel_reason: string | null;
  number: string | null;
  contract_number: string | null;
  consultant_id: string | null;
  consultant_name: string | null;
  referrer_id: string | null;
  referrer_name: string | null;
  note: string | null;
  buyers: { personId: string; share: number | null; name: string | null }[];
  payments: { kind: PaymentKind; amountFen: number; receivedOn: string; note: string | null }[];
  import_id: string | null;
  changed_at: Date;
  version: number;
}

const select = sql`
  select deal.id, deal.project_id, deal.room_id, room.display_code as room_label, deal.state, deal.amount_fen, deal.unit_price_fen,
         deal.list_amount_fen, deal.discount, deal.payment_method, deal.intention_money_fen, deal.deposit_fen,
         deal.intention_paid_on::text, deal.reserved_on::text, deal.subscribed_on::text, deal.signed_on::text,
         deal.filed_on::text, deal.cancelled_on::text, deal.cancel_reason, deal.number, deal.contract_number,
         deal.consultant_id, coalesce(consultant.name, deal.consultant_name) as consultant_name,
         deal.referrer_id, referrer.name as referrer_name, deal.note, deal.import_id, deal.changed_at, deal.version,
         (select coalesce(jsonb_agg(jsonb_build_object('personId', buyer.person_id, 'share', buyer.share, 'name', person.name)
                                    order by buyer.position), '[]')
            from deal_buyer buyer left join customers_published.person on person.id = buyer.person_id
           where buyer.deal_id = deal.id) as buyers,
         (select coalesce(jsonb_agg(jsonb_build_object('kind', payment.kind, 'amountFen', payment.amount_fen,
                                                       'receivedOn', payment.received_on, 'note', payment.note)
                                    order by payment.received_on, payment.id), '[]')
            from deal_payment payment where payment.deal_id = deal.id) as payments
    from deal
    left join properties_published.room on room.id = deal.room_id
    left join identity_published.staff consultant on consultant.id = deal.consultant_id
    left join customers_published.person referrer on referrer.id = deal.referrer_id`;

export async function dealById(db: Db, id: string): Promise<Deal | undefined> {
  const { rows } = await sql<Row>`${select} where deal.id = ${id}`.execute(db);
  return rows[0] && toDeal(rows[0]);
}

/** Held until the transaction ends. */
export async function lockDeal(db: Db, id: string): Promise<void> {
  await sql`select from deal where id = ${id} for update`.execute(db);
}

export interface DealsAsked {
  readonly projectId?: string | undefined;
  readonly state?: DealState | undefined;
  readonly roomId?: string | undefined;
  readonly personId?: string | undefined;
  readonly before?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** Latest change first. */
export async function listDeals(db: Db, asked: DealsAsked): Promise<Deal[]> {
  const { rows } = await sql<Row>`
    ${select}
     where ${filterOf(asked)}
       ${asked.before ? sql`and (deal.changed_at, deal.id) < (${asked.before.at}, ${asked.before.id}::uuid)` : sql``}
     order by deal.changed_at desc, deal.id desc
     limit ${asked.limit}`.execute(db);
  return rows.map(toDeal);
}

/** The same of one person, as their page shows them. */
export async function dealsOfPerson(db: Db, personId: string, limit: number): Promise<Deal[]> {
  const { rows } = await sql<Row>`select * from sales.deals_of_person(${personId}, ${limit})`.execute(db);
  return rows.map(toDeal);
}

export async function countDeals(db: Db, asked: DealsAsked): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from deal where ${filterOf(asked)}`.execute(db);
  return rows[0]?.count ?? 0;
}

function filterOf({ projectId, state, roomId, personId }: DealsAsked) {
  return sql`true
    ${projectId ? sql`and deal.project_id = ${projectId}` : sql``}
    ${state ? sql`and deal.state = ${state}` : sql``}
    ${roomId ? sql`and deal.room_id = ${roomId}` : sql``}
    ${personId ? sql`and deal.id in (select deal_id from deal_buyer where person_id = ${personId})` : sql``}`;
}

export interface DealColumns extends Omit<DealTerms, 'buyers' | 'payments' | 'state'> {
  readonly state: DealState;
  readonly cancelledOn?: string | undefined;
  readonly cancelReason?: string | undefined;
}

export async function insertDeal(
  db: Db,
  deal: DealColumns & { readonly id: string; readonly projectId: string },
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  await db
    .insertInto('deal')
    .values({
      id: deal.id,
      project_id: deal.projectId,
      ...columnsOf(deal),
      created_by: by.accountId,
      created_at: by.now,
      changed_at: by.now,
    })
    .execute();
}

export async function updateDeal(db: Db, id: string, deal: DealColumns, now: Date): Promise<void> {
  await db
    .updateTable('deal')
    .set({ ...columnsOf(deal), changed_at: now, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

function columnsOf(deal: DealColumns) {
  return {
    room_id: deal.roomId ?? null,
    state: deal.state,
    amount_fen: deal.amountFen ?? null,
    unit_price_fen: deal.unitPriceFen ?? null,
    list_amount_fen: deal.listAmountFen ?? null,
    discount: deal.discount ?? null,
    payment_method: deal.paymentMethod ?? null,
    intention_money_fen: deal.intentionMoneyFen ?? null,
    deposit_fen: deal.depositFen ?? null,
    intention_paid_on: deal.intentionPaidOn ?? null,
    reserved_on: deal.reservedOn ?? null,
    subscribed_on: deal.subscribedOn ?? null,
    signed_on: deal.signedOn ?? null,
    filed_on: deal.filedOn ?? null,
    cancelled_on: deal.cancelledOn ?? null,
    cancel_reason: deal.cancelReason ?? null,
    number: deal.number ?? null,
    contract_number: deal.contractNumber ?? null,
    consultant_id: deal.consultantId ?? null,
    referrer_id: deal.referrerId ?? null,
    note: deal.note ?? null,
  };
}

/** Buyers of a deal, first named first, in place of those before. */
export async function replaceBuyers(db: Db, dealId: string, buyers: readonly BuyerPart[]): Promise<void> {
  await db.deleteFrom('deal_buyer').where('deal_id', '=', dealId).execute();
  await db
    .insertInto('deal_buyer')
    .values(
      buyers.map(({ personId, share }, at) => ({
        deal_id: dealId,
        person_id: personId,
        position: at + 1,
        share: share ?? null,
      })),
    )
    .execute();
}

/** Payments received of a deal, in place of those before. */
export async function replacePayments(
  db: Db,
  dealId: string,
  payments: readonly (Payment & { readonly id: string })[],
): Promise<void> {
  await db.deleteFrom('deal_payment').where('deal_id', '=', dealId).execute();
  if (payments.length === 0) return;
  await db
    .insertInto('deal_payment')
    .values(
      payments.map(({ id, kind, amountFen, receivedOn, note }) => ({
        id,
        deal_id: dealId,
        kind,
        amount_fen: amountFen,
        received_on: receivedOn,
        note: note ?? null,
      })),
    )
    .execute();
}

/** How many of these people are in the project and in reach. */
export async function countInReach(db: Db, personIds: readonly string[], projectId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from customers_published.person_project
     where person_id = any (${[...personIds]}::uuid[]) and project_id = ${projectId}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Whether this is somebody whom the actor sees, in whatever project. */
export async function isInReach(db: Db, personId: string): Promise<boolean> {
  const { rows } = await sql`select from customers_published.person where id = ${personId}`.execute(db);
  return rows.length > 0;
}

/** Whether this colleague works here and reaches the project. */
export async function worksIn(db: Db, staffId: string, projectId: string): Promise<boolean> {
  const { rows } = await sql`
    select from identity_published.staff_project where staff_id = ${staffId} and project_id = ${projectId} limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

export async function isRoomOf(db: Db, roomId: string, projectId: string): Promise<boolean> {
  const { rows } = await sql`
    select from properties_published.room where id = ${roomId} and project_id = ${projectId}`.execute(db);
  return rows.length > 0;
}

/** Two deals for one room at once come one after the other, so that the second hears why it cannot be. */
export async function lockRoomOfDeals(db: Db, roomId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sales:${roomId}`}, 0))`.execute(db);
}

/** A living deal of the room other than this one, seen whoever asks: a room is sold once. */
export async function isRoomTaken(db: Db, roomId: string, exceptDealId: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select sales.room_is_taken(${roomId}, ${exceptDealId}) as taken`.execute(db);
  return rows[0]?.taken ?? false;
}

type Absent<Value> = Value | null;
function toDeal(row: Row): Deal {
  const given = <Value>(name: string, value: Absent<Value>) => (value === null ? {} : { [name]: value });
  const payments = row.payments.map(({ note, ...payment }) => ({ ...payment, ...given('note', note) }));
  return {
    id: row.id,
    projectId: row.project_id,
    state: row.state,
    ...given('roomId', row.room_id),
    ...given('roomLabel', row.room_label),
    ...given('amountFen', row.amount_fen),
    ...given('unitPriceFen', row.unit_price_fen),
    ...given('listAmountFen', row.list_amount_fen),
    ...given('discount', row.discount),
    ...given('paymentMethod', row.payment_method),
    ...given('intentionMoneyFen', row.intention_money_fen),
    ...given('depositFen', row.deposit_fen),
    ...given('intentionPaidOn', row.intention_paid_on),
    ...given('reservedOn', row.reserved_on),
    ...given('subscribedOn', row.subscribed_on),
    ...given('signedOn', row.signed_on),
    ...given('filedOn', row.filed_on),
    ...given('cancelledOn', row.cancelled_on),
    ...given('cancelReason', row.cancel_reason),
    ...given('number', row.number),
    ...given('contractNumber', row.contract_number),
    ...given('consultantId', row.consultant_id),
    ...given('consultantName', row.consultant_name),
    ...given('referrerId', row.referrer_id),
    ...given('referrerName', row.referrer_name),
    ...given('note', row.note),
    buyers: row.buyers.map(({ personId, share, name }) => ({
      personId,
      ...(name !== null && { name }),
      ...(share !== null && { share: Number(share) }),
    })),
    payments: payments as Deal['payments'],
    receivedFen: payments.reduce((sum, { amountFen }) => sum + amountFen, 0),
    imported: row.import_id !== null,
    changedAt: row.changed_at,
    version: row.version,
  };
}
