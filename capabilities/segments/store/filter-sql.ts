import { addMonths, type Day, type Language } from '@yilu/platform/contract';
import { type RawBuilder, sql } from 'kysely';
import {
  type ColumnKey,
  type Condition,
  type FilterGroup,
  isGroup,
  isSignal,
  isTelling,
  kindOf,
  type TellingField,
} from '../contract/index.ts';
import { mostToldAlone, spanMeant, tellingIsNewsSince } from '../rules/index.ts';
import { columnSql, type Reading, yearlyWithin } from './column-sql.ts';
import { signalSql } from './signal-sql.ts';
import { stillToTell } from './taken-over.ts';

/** As of when, and for whom, a filter is asked. */
export interface Asking extends Reading {
  readonly today: Day;
  /** Who `me` is. */
  readonly accountId: string;
  /** In which the rows are read. */
  readonly language: Language;
}

type Predicate = RawBuilder<boolean>;

/** A checked filter (`wrongIn`) as a predicate; every value is a parameter, every column comes from the list. */
export function predicateOf(group: FilterGroup, asking: Asking): Predicate {
  const parts = group.of.map((node) => (isGroup(node) ? predicateOf(node, asking) : conditionSql(node, asking)));
  if (parts.length === 0) return sql<boolean>`true`;
  if (group.match === 'all') return sql<boolean>`(${sql.join(parts, sql` and `)})`;
  const any = sql<boolean>`(${sql.join(parts, sql` or `)})`;
  return group.match === 'any' ? any : sql<boolean>`${any} is not true`;
}

function conditionSql(condition: Condition, asking: Asking): Predicate {
  const { field, is, value } = condition;
  if (field === 'belowLine') {
    const below = sql<boolean>`(fact.completeness < fact.completeness_line)`;
    return is === 'yes' ? below : sql<boolean>`${below} is not true`;
  }
  if (isSignal(field)) return signalSql(field, condition);
  if (isTelling(field)) return tellingSql(field, condition, asking);
  if (field === 'age') return ageSql(condition, asking);
  const column = columnSql(field, asking);
  const kind = kindOf(field);
  const isList = field === 'responsible' || field === 'tags' || field === 'circles';
  if (is === 'known') return isList ? sql`${column} <> '{}'` : sql`${column} is not null`;
  if (is === 'unknown') return isList ? sql`${column} = '{}'` : sql`${column} is null`;
  if (Array.isArray(value)) return oneOfSql({ field, is, value }, isList, asking);
  if (kind === 'text') return textSql(condition, asking);
  if (is === 'within') return withinSql(condition, asking);
  if (is === 'before') return sql`${column} < ${value}::date`;
  if (is === 'after') return sql`${column} > ${value}::date`;
  return comparison(column, is, sql`${value}::numeric`);
}

function comparison(column: RawBuilder<unknown>, is: Condition['is'], value: RawBuilder<unknown>): Predicate {
  if (is === 'atLeast') return sql`${column} >= ${value}`;
  if (is === 'atMost') return sql`${column} <= ${value}`;
  return sql`${column} = ${value}`;
}

function oneOfSql(
  { field, is, value }: { field: ColumnKey; is: Condition['is']; value: string[] },
  isList: boolean,
  asking: Asking,
): Predicate {
  const { accountId } = asking;
  const column = columnSql(field, asking);
  const values = value.map((one) => (one === 'me' && field === 'responsible' ? accountId : one));
  const type = kindOf(field) === 'id' ? sql`uuid[]` : sql`text[]`;
  const list = sql`${values}::${type}`;
  if (isList && is === 'all') return sql`${column} @> ${list}`;
  if (isList) return is === 'in' ? sql`${column} && ${list}` : sql`not ${column} && ${list}`;
  return is === 'notIn' ? sql`(${column} is null or ${column} <> all (${list}))` : sql`${column} = any (${list})`;
}

function textSql({ field, is, value }: Condition, asking: Asking): Predicate {
  const text = String(value).trim();
  if (is === 'equals')
    return field === 'name' ? sql`fact.name = ${text}` : sql`${columnSql(field as 'rooms', asking)} = ${text}`;
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  if (field === 'name') return sql`(fact.name like ${pattern} or fact.name_key like ${pattern.toLowerCase()})`;
  return sql`${columnSql(field as 'rooms', asking)} like ${pattern}`;
}

function withinSql({ field, value }: Condition, asking: Asking): Predicate {
  const span = spanMeant(String(value), asking.today);
  if (!span) return sql`false`;
  if (field === 'birthday') return yearlyWithin(span);
  return sql`${columnSql(field as 'lastContactOn', asking)} between ${span[0]}::date and ${span[1]}::date`;
}

/** Whole years, compared by the day of birth so that no arithmetic is done per row. */
function ageSql({ is, value }: Condition, asking: Asking): Predicate {
  const { today } = asking;
  const born = columnSql('age', asking);
  if (is === 'known') return sql`${born} is not null`;
  if (is === 'unknown') return sql`${born} is null`;
  const years = Math.trunc(Number(value));
  const latest = addMonths(today, -12 * years);
  const earliest = addMonths(today, -12 * (years + 1));
  if (is === 'atLeast') return sql`${born} <= ${latest}::date`;
  if (is === 'atMost') return sql`${born} > ${earliest}::date`;
  return sql`(${born} <= ${latest}::date and ${born} > ${earliest}::date)`;
}

function tellingSql(field: TellingField, { is, value }: Condition, { accountId, today }: Asking): Predicate {
  const owed = stillToTell({
    ...(Array.isArray(value) && { staffIds: value.map((one) => (one === 'me' ? accountId : one)) }),
    since: tellingIsNewsSince(today),
    without: field === 'toTell' ? 0 : mostToldAlone,
  });
  return is === 'notIn' || is === 'unknown' ? sql`not ${owed}` : owed;
}
