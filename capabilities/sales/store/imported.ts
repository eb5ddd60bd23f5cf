import { sql } from 'kysely';
import type { BuyerPart, ImportedDealImage, Payment } from '../contract/index.ts';
import type { Db } from './tables.ts';

/** Columns that an import may fill, by their names in an image. */
export const importedColumns = {
  roomId: 'room_id',
  state: 'state',
  amountFen: 'amount_fen',
  unitPriceFen: 'unit_price_fen',
  listAmountFen: 'list_amount_fen',
  discount: 'discount',
  paymentMethod: 'payment_method',
  intentionMoneyFen: 'intention_money_fen',
  depositFen: 'deposit_fen',
  intentionPaidOn: 'intention_paid_on',
  reservedOn: 'reserved_on',
  subscribedOn: 'subscribed_on',
  signedOn: 'signed_on',
  filedOn: 'filed_on',
  cancelledOn: 'cancelled_on',
  cancelReason: 'cancel_reason',
  number: 'number',
  contractNumber: 'contract_number',
  consultantId: 'consultant_id',
  consultantName: 'consultant_name',
  referrerId: 'referrer_id',
  note: 'note',
} as const;

const recordOfColumns = sql.raw(`
  id uuid, "projectId" uuid, "sourceKey" text, "roomId" uuid, state text, "amountFen" bigint, "unitPriceFen" bigint,
  "listAmountFen" bigint, discount text, "paymentMethod" text, "intentionMoneyFen" bigint, "depositFen" bigint,
  "intentionPaidOn" date, "reservedOn" date, "subscribedOn" date, "signedOn" date, "filedOn" date, "cancelledOn" date,
  "cancelReason" text, "number" text, "contractNumber" text, "consultantId" uuid, "consultantName" text, "referrerId" uuid,
  note text`);
const names = Object.entries(importedColumns);
const columns = sql.raw(names.map(([, column]) => column).join(', '));
const values = sql.raw(names.map(([name]) => `row."${name}"`).join(', '));

export interface StoredImport {
  readonly id: string;
  readonly projectId: string;
  readonly sourceKey: string;
  readonly edited: boolean;
  readonly image: ImportedDealImage;
}

const image = sql.raw(names.map(([name, column]) => `'${name}', deal.${column}`).join(', '));

/** Deals that rows of the file made before. */
export async function importedEarlier(
  db: Db,
  rows: readonly { readonly projectId: string; readonly sourceKey: string }[],
): Promise<StoredImport[]> {
  if (rows.length === 0) return [];
  const found = await sql<StoredImport>`
    select deal.id, deal.project_id as "projectId", deal.source_key as "sourceKey", deal.version > 1 as edited,
           jsonb_build_object(${image}) as image
      from sales.imported_earlier(${rows.map(({ projectId }) => projectId)}::uuid[], ${rows.map(({ sourceKey }) => sourceKey)}::text[])
           as deal`.execute(db);
  return found.rows;
}

export async function imagesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, StoredImport>> {
  const found = await sql<StoredImport>`
    select deal.id, deal.project_id as "projectId", deal.source_key as "sourceKey", deal.version > 1 as edited,
           jsonb_build_object(${image}) as image
      from deal where deal.id = any (${[...ids]}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** The living deals of these rooms, by room. */
export async function dealsHolding(db: Db, roomIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; room: string }>`
    select id, room_id as room from deal where state <> 'CANCELLED' and room_id = any (${[...roomIds]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, room }) => [room, id]));
}

export interface ImportedDealToInsert {
  readonly id: string;
  readonly projectId: string;
  readonly sourceKey: string;
  readonly image: ImportedDealImage;
  readonly buyers: readonly BuyerPart[];
  readonly payments: readonly (Payment & { readonly id: string })[];
}

/** Deals with buyers and payments, in three statements whatever the number. */
export async function insertImported(
  db: Db,
  given: { readonly importId: string; readonly accountId: string; readonly now: Date },
  deals: readonly ImportedDealToInsert[],
): Promise<void> {
  if (deals.length === 0) return;
  const rows = deals.map((deal) => ({
    id: deal.id,
    projectId: deal.projectId,
    sourceKey: deal.sourceKey,
    ...deal.image,
  }));
  await sql`
    insert into deal (id, project_id, source_key, ${columns}, created_by, created_at, changed_at, import_id)
    select row.id, row."projectId", row."sourceKey", ${values}, ${given.accountId}, ${given.now}, ${given.now}, ${given.importId}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (${recordOfColumns})`.execute(db);
  const buyers = deals.flatMap(({ id, buyers }) =>
    buyers.map((buyer, at) => ({ ...buyer, dealId: id, position: at + 1 })),
  );
  await sql`
    insert into deal_buyer (deal_id, person_id, position, share)
    select "dealId", "personId", position, share
      from jsonb_to_recordset(${JSON.stringify(buyers)}::jsonb)
           as row ("dealId" uuid, "personId" uuid, position int, share numeric)`.execute(db);
  const payments = deals.flatMap(({ id, payments }) => payments.map((payment) => ({ ...payment, dealId: id })));
  await sql`
    insert into deal_payment (id, deal_id, kind, amount_fen, received_on, note)
    select id, "dealId", kind, "amountFen", "receivedOn", note
      from jsonb_to_recordset(${JSON.stringify(payments)}::jsonb)
           as row (id uuid, "dealId" uuid, kind text, "amountFen" bigint, "receivedOn" date, note text)`.execute(db);
}

/** Writes changed fields over imported deals; the version stays, for nobody here has edited them. */
export async function writeImages(
  db: Db,
  images: readonly { readonly id: string; readonly image: ImportedDealImage }[],
  now: Date,
): Promise<void> {
  if (images.length === 0) return;
  const rows = images.map(({ id, image: fields }) => ({ id, ...fields }));
  const set = sql.raw(names.map(([name, column]) => `${column} = row."${name}"`).join(', '));
  await sql`
    update deal set ${set}, changed_at = ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (${recordOfColumns})
     where deal.id = row.id`.execute(db);
}

/** The first named first. */
export async function buyersOfDeals(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; people: string[] }>`
    select deal_id as id, array_agg(person_id order by position) as people
      from deal_buyer where deal_id = any (${[...ids]}::uuid[]) group by deal_id`.execute(db);
  return new Map(rows.map(({ id, people }) => [id, people]));
}

/** Buyers of these deals, and whoever recommended them. */
export async function peopleOfDeals(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from deal_buyer where deal_id = any (${[...ids]}::uuid[])
    union
    select referrer_id from deal where id = any (${[...ids]}::uuid[]) and referrer_id is not null`.execute(db);
  return rows.map(({ id }) => id);
}

export async function dealsOfImport(db: Db, importId: string): Promise<{ id: string; edited: boolean }[]> {
  const { rows } = await sql<{ id: string; edited: boolean }>`
    select id, version > 1 as edited from deal where import_id = ${importId}`.execute(db);
  return rows;
}

/** What one import made is another's to take back from now on. */
export async function leaveToImports(
  db: Db,
  left: readonly { readonly id: string; readonly importId: string }[],
): Promise<void> {
  await sql`
    update deal set import_id = left_to."importId"
      from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as left_to (id uuid, "importId" uuid)
     where deal.id = left_to.id`.execute(db);
}

export async function removeDeals(db: Db, ids: readonly string[]): Promise<void> {
  await sql`delete from deal where id = any (${[...ids]}::uuid[])`.execute(db);
}

/** For a merge: everything of one person becomes the other's; who would stand twice in a deal stands once. */
export async function relinkPerson(db: Db, fromId: string, toId: string): Promise<void> {
  await sql`
    delete from deal_buyer buyer where person_id = ${fromId}
       and exists (select from deal_buyer other where other.deal_id = buyer.deal_id and other.person_id = ${toId})`.execute(
    db,
  );
  await sql`update deal_buyer set person_id = ${toId} where person_id = ${fromId}`.execute(db);
  await sql`update deal set referrer_id = ${toId} where referrer_id = ${fromId}`.execute(db);
}

/** Which of these people stand in deals. */
export async function peopleInDeals(db: Db, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person.id from unnest(${[...personIds]}::uuid[]) as person (id)
     where exists (select from deal_buyer where deal_buyer.person_id = person.id)
        or exists (select from deal where deal.referrer_id = person.id)`.execute(db);
  return rows.map(({ id }) => id);
}
