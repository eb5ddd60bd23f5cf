import type { Evidence } from '@yilu/customers/contract';
import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { Activity, Lifecycle, Standing, ValueClass } from '../contract/index.ts';
import type { CustomerFacts, Need } from '../rules/index.ts';
import type { Db } from './tables.ts';

/** The columns of the book that come from neighbours as they are. */
export const factColumns = [
  'project_id',
  'person_id',
  'room_ids',
  'staff_ids',
  'responsible_id',
  'standing',
  'name',
  'name_key',
  'phone',
  'rooms',
  'room_key',
  'intent_grade',
  'tags',
  'circles',
  'source',
  'born_on',
  'birth_year',
  'birthday',
  'visits',
  'amount_fen',
  'registered_on',
  'delivered_on',
  'last_contact_on',
  'next_task_on',
  'next_task',
] as const;

/** The labels that stand in the book now. */
export interface StoredLabels {
  readonly lifecycle: Lifecycle | null;
  readonly lifecycle_until: Day | null;
  readonly value: ValueClass | null;
  readonly value_matches: ValueClass[] | null;
  readonly value_until: Day | null;
  readonly current_score: number | null;
  readonly future_score: number | null;
  readonly activity: Activity | null;
  readonly activity_until: Day | null;
  readonly completeness: number | null;
  readonly completeness_line: number | null;
  readonly completeness_due_on: Day | null;
  readonly completeness_until: Day | null;
}

export interface GatheredRow {
  /** The book's own columns as gathered. */
  readonly book: Readonly<Record<(typeof factColumns)[number], unknown>> & {
    readonly project_id: string;
    readonly person_id: string;
  };
  readonly facts: CustomerFacts;
  readonly groupAmountFen: number | undefined;
  /** Absent when the customer is not in the book yet. */
  readonly stored: StoredLabels | undefined;
  /** Whether the book's own columns differ from what was gathered. */
  readonly differs: boolean;
}

const labelColumns = [
  'lifecycle',
  'lifecycle_until',
  'value',
  'value_matches',
  'value_until',
  'current_score',
  'future_score',
  'activity',
  'activity_until',
  'completeness',
  'completeness_line',
  'completeness_due_on',
  'completeness_until',
] as const;

/** Up to so many people are asked for with a plan that is kept; planning takes longer than answering. */
const few = 10;

/** The facts of these people in every project in scope, beside what the book says of them. */
export async function gather(db: Db, personIds: readonly string[], today: Day): Promise<GatheredRow[]> {
  const fresh = sql.join(factColumns.map((column) => sql.ref(`fresh.${column}`)));
  const known = sql.join(factColumns.map((column) => sql.ref(`known.${column}`)));
  const labels = sql.join(
    labelColumns.map((column) => sql`known.${sql.ref(column)} as ${sql.ref(`stored_${column}`)}`),
  );
  const { rows } = await sql<Raw>`
    select fresh.*, fresh.visit_days::text[] as visit_days, known.person_id is not null as is_known, ${labels},
           (${fresh}) is distinct from (${known}) as differs
      from ${sql.raw(personIds.length <= few ? 'segments.facts_of_few' : 'segments.facts_of')}(${personIds}::uuid[], ${today}::date) fresh
      left join customer_fact known on known.project_id = fresh.project_id and known.person_id = fresh.person_id
     order by fresh.person_id, fresh.project_id
  `.execute(db);
  return rows.map(toGathered);
}

/** The facts of one person in every project in scope, for a page that judges them now; nothing of what the book says is read. */
export type PresentFacts = Pick<GatheredRow, 'book' | 'facts' | 'groupAmountFen'>;

export async function factsOfOne(db: Db, personId: string, today: Day): Promise<PresentFacts[]> {
  const { rows } = await sql<Raw>`
    select fresh.*, fresh.visit_days::text[] as visit_days from segments.facts_of_few(array[${personId}::uuid], ${today}::date) fresh
  `.execute(db);
  return rows.map((row) => ({
    book: bookOf(row),
    facts: toFacts(row),
    groupAmountFen: row.group_amount_fen ?? undefined,
  }));
}

type Raw = Record<(typeof factColumns)[number], unknown> & { [column: string]: unknown } & {
  project_id: string;
  person_id: string;
  standing: Standing;
  is_known: boolean;
  differs: boolean;
  interest_on: Day | null;
  last_contact_on: Day | null;
  gave_up_on: Day | null;
  reserved_on: Day | null;
  signed_on: Day | null;
  owns: boolean;
  delivered_on: Day | null;
  last_purchase_on: Day | null;
  last_referral_on: Day | null;
  last_milestone_on: Day | null;
  next_milestone_on: Day | null;
  amount_fen: number | null;
  group_amount_fen: number | null;
  purchases: number;
  bought_bedrooms: number | null;
  sought_bedrooms: number | null;
  needs: Need[];
  owns_elsewhere: boolean | null;
  born_on: Day | null;
  birth_year: number | null;
  family_growth: boolean;
  referrals: number;
  person_registered_on: Day;
  entered_on: Day;
  filled: Evidence[];
  declined: Evidence[];
  visit_days: Day[];
  owner_since: Day | null;
  payments_begun: boolean;
};

function toGathered(row: Raw): GatheredRow {
  const stored = Object.fromEntries(labelColumns.map((column) => [column, row[`stored_${column}`]]));
  return {
    book: bookOf(row),
    facts: toFacts(row),
    groupAmountFen: row.group_amount_fen ?? undefined,
    stored: row.is_known ? (stored as unknown as StoredLabels) : undefined,
    differs: row.differs,
  };
}

function bookOf(row: Raw): GatheredRow['book'] {
  return Object.fromEntries(factColumns.map((column) => [column, row[column]])) as GatheredRow['book'];
}

function toFacts(row: Raw): CustomerFacts {
  return {
    standing: row.standing,
    lifecycle: {
      interestOn: row.interest_on ?? undefined,
      lastInterestOn: row.last_contact_on ?? undefined,
      gaveUpOn: row.gave_up_on ?? undefined,
      reservedOn: row.reserved_on ?? undefined,
      signedOn: row.signed_on ?? undefined,
      owns: row.owns,
      deliveredOn: row.delivered_on ?? undefined,
      lastPurchaseOn: row.last_purchase_on ?? undefined,
      lastReferralOn: row.last_referral_on ?? undefined,
    },
    value: {
      amountFen: row.amount_fen ?? undefined,
      purchases: row.purchases,
      boughtBedrooms: row.bought_bedrooms ?? undefined,
      soughtBedrooms: row.sought_bedrooms ?? undefined,
      needs: row.needs,
      ownsElsewhere: row.owns_elsewhere ?? false,
      birthYear: row.birth_year ?? undefined,
      bornOn: row.born_on ?? undefined,
      familyGrowth: row.family_growth,
      referrals: row.referrals,
    },
    activity: {
      lastInteractionOn: row.last_contact_on ?? undefined,
      lastMilestoneOn: row.last_milestone_on ?? undefined,
      nextMilestoneOn: row.next_milestone_on ?? undefined,
    },
    dossier: {
      filled: new Set(row.filled),
      declined: new Set(row.declined),
      registeredOn: row.person_registered_on,
      enteredOn: row.entered_on,
      ownerSince: row.owner_since ?? undefined,
      paymentsBegun: row.payments_begun,
      visitDays: row.visit_days,
    },
  };
}
