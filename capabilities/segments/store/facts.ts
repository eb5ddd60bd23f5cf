import type { Evidence } from '@yilu/customers/contract';
import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { LabelKind, Standing } from '../contract/index.ts';
import type { CustomerFacts, Need } from '../rules/index.ts';
import type { Db } from './tables.ts';

/** One customer in one project as the rules see it. */
export interface GatheredRow {
  readonly projectId: string;
  readonly personId: string;
  readonly facts: CustomerFacts;
  readonly groupAmountFen: number | undefined;
}

/** A gathered row whose labels may differ from those in the book. */
export interface RowToJudge extends GatheredRow {
  /** The values that stand in the book; none when the customer is not in it yet. */
  readonly known: Readonly<Record<LabelKind, string | null>>;
}

/** The facts of these people in every project in scope. */
export async function gather(db: Db, personIds: readonly string[], today: Day): Promise<GatheredRow[]> {
  const { rows } = await sql<RawFacts>`
    select project_id, person_id, standing, interest_on, last_contact_on, gave_up_on, reserved_on, signed_on, owns, delivered_on,
           last_purchase_on, last_referral_on, last_milestone_on, next_milestone_on, amount_fen, group_amount_fen, purchases,
           bought_bedrooms, sought_bedrooms, needs, owns_elsewhere, family_growth, born_on, birth_year, referrals,
           array_to_string(filled, ',') as filled, array_to_string(declined, ',') as declined, visit_days, owner_since,
           payments_begun, person_registered_on, entered_on
      from segments.facts_of(${personIds}::uuid[], ${today}::date)
  `.execute(db);
  return rows.map(toGathered);
}

/** The projects of these people within the scope. */
export async function projectsOf(db: Db, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ project_id: string }>`
    select distinct project_id from customers_published.person_project where person_id = any (${personIds}::uuid[])
  `.execute(db);
  return rows.map(({ project_id }) => project_id);
}

/**
 * Put down the facts of these people for this transaction and answer the rows that need judging: those whose facts differ, or
 * the figures and rules of their project (its seed), or whose day has come.
 */
export async function putDown(
  db: Db,
  personIds: readonly string[],
  today: Day,
  seeds: ReadonlyMap<string, bigint>,
): Promise<RowToJudge[]> {
  await sql`
    select segments.put_down(${personIds}::uuid[], ${today}::date, ${[...seeds.keys()]}::uuid[], ${[...seeds.values()].map(String)}::bigint[])
  `.execute(db);
  const { rows } = await sql<RawFacts & RawKnown>`
    select * from segments.to_judge(${personIds}::uuid[], ${today}::date)
  `.execute(db);
  return rows.map((row) => ({
    ...toGathered(row),
    known: {
      lifecycle: row.known_lifecycle,
      value: row.known_value,
      activity: row.known_activity,
      completeness: row.known_completeness === null ? null : String(row.known_completeness),
    },
  }));
}

interface RawKnown {
  readonly known_lifecycle: string | null;
  readonly known_value: string | null;
  readonly known_activity: string | null;
  readonly known_completeness: number | null;
}

interface RawFacts {
  readonly project_id: string;
  readonly person_id: string;
  readonly standing: Standing;
  readonly interest_on: Day | null;
  readonly last_contact_on: Day | null;
  readonly gave_up_on: Day | null;
  readonly reserved_on: Day | null;
  readonly signed_on: Day | null;
  readonly owns: boolean;
  readonly delivered_on: Day | null;
  readonly last_purchase_on: Day | null;
  readonly last_referral_on: Day | null;
  readonly last_milestone_on: Day | null;
  readonly next_milestone_on: Day | null;
  readonly amount_fen: number | null;
  readonly group_amount_fen: number | null;
  readonly purchases: number;
  readonly bought_bedrooms: number | null;
  readonly sought_bedrooms: number | null;
  readonly needs: readonly Need[];
  readonly owns_elsewhere: boolean | null;
  readonly family_growth: boolean;
  readonly born_on: Day | null;
  readonly birth_year: number | null;
  readonly referrals: number;
  /** Keys joined by commas: the same list stands in the rows of thousands. */
  readonly filled: string;
  readonly declined: string;
  readonly visit_days: readonly Day[];
  readonly owner_since: Day | null;
  readonly payments_begun: boolean;
  readonly person_registered_on: Day;
  readonly entered_on: Day;
}

function toGathered(row: RawFacts): GatheredRow {
  return {
    projectId: row.project_id,
    personId: row.person_id,
    facts: toFacts(row),
    groupAmountFen: row.group_amount_fen ?? undefined,
  };
}

function toFacts(row: RawFacts): CustomerFacts {
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
      filled: evidenceIn(row.filled),
      declined: evidenceIn(row.declined),
      registeredOn: row.person_registered_on,
      enteredOn: row.entered_on,
      ownerSince: row.owner_since ?? undefined,
      paymentsBegun: row.payments_begun,
      visitDays: row.visit_days,
    },
  };
}

const mostKnownLists = 5_000;
const knownLists = new Map<string, ReadonlySet<Evidence>>();

/** Imports fill the same fields for everybody, so that few lists serve many rows. */
function evidenceIn(joined: string): ReadonlySet<Evidence> {
  const known = knownLists.get(joined);
  if (known) return known;
  if (knownLists.size >= mostKnownLists) knownLists.clear();
  const list: ReadonlySet<Evidence> = new Set(joined === '' ? [] : (joined.split(',') as Evidence[]));
  knownLists.set(joined, list);
  return list;
}
