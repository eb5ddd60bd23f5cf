import type { Evidence } from '@yilu/customers/contract';
import type { Day } from '@yilu/platform/contract';
import type { uuidArray } from '@yilu/platform/server';
import { sql } from 'kysely';
import type { LabelKind, Standing } from '../contract/index.ts';
import type { CustomerFacts, Need } from '../rules/index.ts';
import { type SeenProject, type SeenRow, toSeenProject } from './labels.ts';
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

/** All that judging the labels of one person now takes. */
export interface Gathered {
  /** The facts in every project in scope. */
  readonly rows: readonly GatheredRow[];
  /** The projects in which the person stands in the book. */
  readonly seen: readonly SeenProject[];
}

export async function gather(db: Db, personId: string, today: Day): Promise<Gathered> {
  const { rows } = await sql<{ lines: string | null } & { [Column in keyof SeenRow]: SeenRow[Column] | null }>`
    select lines, project_id, name, top_cut_fen, percentiles_fen, since
      from (select string_agg(line, E'\n') as lines from segments.lines_of_one(${personId}, ${today}::date) line) gathered
      left join segments.projects_of_person(${personId}) seen on true
  `.execute(db);
  return {
    rows: rows[0]?.lines?.split('\n').map((line) => rowOf(line.split('\t'))) ?? [],
    seen: rows.filter((row): row is typeof row & SeenRow => row.project_id !== null).map(toSeenProject),
  };
}

/** Thousands of people as one parameter, made once for all that is asked about them. */
export type People = ReturnType<typeof uuidArray>;

/** The projects of these people within the scope. */
export async function projectsOf(db: Db, people: People): Promise<string[]> {
  const { rows } = await sql<{ project_id: string }>`
    select distinct project_id from customers_published.person_project where person_id = any (${people}::uuid[])
  `.execute(db);
  return rows.map(({ project_id }) => project_id);
}

/**
 * Put down the facts of these people for this transaction and answer the rows that need judging: those whose facts differ, or
 * the figures and rules of their project (its seed), or whose day has come. One line each, read by `rowToJudge` when its turn comes.
 */
export async function putDown(
  db: Db,
  people: People,
  today: Day,
  seeds: ReadonlyMap<string, bigint>,
): Promise<string[]> {
  const { rows } = await sql<{ lines: string | null }>`
    select segments.put_down(${people}::uuid[], ${today}::date, ${[...seeds.keys()]}::uuid[], ${[...seeds.values()].map(String)}::bigint[]) as lines
  `.execute(db);
  return rows[0]?.lines?.split('\n') ?? [];
}

export function rowToJudge(line: string): RowToJudge {
  const texts = line.split('\t');
  return {
    ...rowOf(texts),
    known: {
      lifecycle: texts[33] || null,
      value: texts[34] || null,
      activity: texts[35] || null,
      completeness: texts[36] || null,
    },
  };
}

/** The columns of segments.line_of, in its order. */
function rowOf([
  projectId = '',
  personId = '',
  standing,
  owns,
  paymentsBegun,
  registeredOn,
  enteredOn,
  purchases,
  referrals,
  ownsElsewhere,
  familyGrowth,
  needs = '',
  filled = '',
  declined = '',
  visitDays = '',
  interestOn,
  lastContactOn,
  gaveUpOn,
  reservedOn,
  signedOn,
  deliveredOn,
  lastPurchaseOn,
  lastReferralOn,
  lastMilestoneOn,
  nextMilestoneOn,
  ownerSince,
  amountFen,
  groupAmountFen,
  boughtBedrooms,
  soughtBedrooms,
  bornOn,
  birthYear,
  lastPaymentOn,
]: readonly string[]): GatheredRow {
  return {
    projectId,
    personId,
    groupAmountFen: figureIn(groupAmountFen),
    facts: {
      standing: standing as Standing,
      lifecycle: {
        interestOn: dayIn(interestOn),
        lastInterestOn: dayIn(lastContactOn),
        gaveUpOn: dayIn(gaveUpOn),
        reservedOn: dayIn(reservedOn),
        signedOn: dayIn(signedOn),
        owns: owns === 't',
        deliveredOn: dayIn(deliveredOn),
        lastPurchaseOn: dayIn(lastPurchaseOn),
        lastReferralOn: dayIn(lastReferralOn),
      },
      value: {
        amountFen: figureIn(amountFen),
        purchases: Number(purchases),
        boughtBedrooms: figureIn(boughtBedrooms),
        soughtBedrooms: figureIn(soughtBedrooms),
        needs: listIn(needs) as Need[],
        ownsElsewhere: ownsElsewhere === 't',
        birthYear: figureIn(birthYear),
        bornOn: dayIn(bornOn),
        familyGrowth: familyGrowth === 't',
        referrals: Number(referrals),
      },
      activity: {
        lastInteractionOn: dayIn(lastContactOn),
        lastMilestoneOn: dayIn(lastMilestoneOn),
        nextMilestoneOn: dayIn(nextMilestoneOn),
        lastPaymentOn: dayIn(lastPaymentOn),
      },
      dossier: {
        filled: evidenceIn(filled),
        declined: evidenceIn(declined),
        registeredOn: registeredOn as Day,
        enteredOn: dayIn(enteredOn),
        ownerSince: dayIn(ownerSince),
        paymentsBegun: paymentsBegun === 't',
        visitDays: listIn(visitDays) as Day[],
      },
    },
  };
}

const dayIn = (text: string | undefined) => (text || undefined) as Day | undefined;
const figureIn = (text: string | undefined) => (text ? Number(text) : undefined);
const listIn = (text: string) => (text === '' ? [] : text.split(','));

const nothing: ReadonlySet<Evidence> = new Set();

function evidenceIn(joined: string): ReadonlySet<Evidence> {
  return joined === '' ? nothing : new Set(joined.split(',') as Evidence[]);
}
