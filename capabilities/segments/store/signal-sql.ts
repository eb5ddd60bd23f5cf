import { type RawBuilder, sql } from 'kysely';
import { type Condition, focusKeys, type SignalField, signalsOf } from '../contract/index.ts';

type Predicate = RawBuilder<boolean>;

/** Signals are looked up where they stand, within what the asker may read: a label that only a filter asks needs no column. */
export function signalSql(field: SignalField, { is, value }: Condition): Predicate {
  const asked = Array.isArray(value) ? value : Object.keys(signalsOf[field]);
  if (is === 'all')
    return sql<boolean>`(${sql.join(
      asked.map((one) => anyOf([one])),
      sql` and `,
    )})`;
  const found = anyOf(asked);
  return is === 'notIn' || is === 'unknown' ? sql<boolean>`(${found} is not true)` : found;
}

function anyOf(signals: readonly string[]): Predicate {
  const answered = signals.filter((one) => focusKeys.includes(one));
  const parts = [
    ...signals.flatMap((one) => elsewhere[one] ?? []),
    ...(answered.length > 0 ? [answeredSql(answered)] : []),
  ];
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

function answeredSql(fields: readonly string[]): Predicate {
  return sql<boolean>`exists (
    select from customers_published.dossier_filled answer
     where answer.person_id = fact.person_id and answer.field = any (${fields}::text[]) and not answer.declined)`;
}

/** Everything of DOS-33 that is no field of the purchase focus. */
const elsewhere: Readonly<Record<string, Predicate>> = {
  deal: sql<boolean>`exists (
    select from sales_published.deal deal
     where deal.person_id = fact.person_id and deal.project_id = fact.project_id and deal.cancelled_on is null)`,
  referral: sql<boolean>`(${answeredSql(['referrals'])} or exists (
    select from customers_published.relation known
     where known.kind = 'referrer' and (known.from_person = fact.person_id or known.to_person = fact.person_id)))`,
  activity: sql<boolean>`exists (
    select from interactions_published.activity_taken taken
     where taken.person_id = fact.person_id and taken.project_id = fact.project_id)`,
  tracking: sql<boolean>`(fact.last_contact_on is not null or fact.visits > 0)`,
};
