import type { Day } from '@yilu/platform/contract';
import { type RawBuilder, sql } from 'kysely';
import { activities, type ColumnKey, intentGrades, lifecycles, standings, valueClasses } from '../contract/index.ts';

/** Whose next step a row has: of a reader of one side the next one on that side (ORG-08). */
export interface Reading {
  readonly side?: 'developer' | 'property' | undefined;
}

/** How a column of the book stands in the table; nothing that a caller sends ever becomes SQL by another way. */
export function columnSql(column: ColumnKey, { side }: Reading): RawBuilder<unknown> {
  return column === 'nextTaskOn' && side ? nextTaskOn[side] : columns[column];
}

const nextTaskOn = {
  developer: sql.ref('fact.developer_task_on'),
  property: sql.ref('fact.property_task_on'),
};

const columns: Readonly<Record<ColumnKey, RawBuilder<unknown>>> = {
  name: sql.ref('fact.name'),
  rooms: sql.ref('fact.rooms'),
  phone: sql.ref('fact.phone'),
  standing: sql.ref('fact.standing'),
  intentGrade: sql.ref('fact.intent_grade'),
  lifecycle: sql.ref('fact.lifecycle'),
  value: sql.ref('fact.value'),
  activity: sql.ref('fact.activity'),
  completeness: sql.ref('fact.completeness'),
  lastContactOn: sql.ref('fact.last_contact_on'),
  nextTaskOn: sql.ref('fact.next_task_on'),
  responsible: sql.ref('fact.staff_ids'),
  project: sql.ref('fact.project_id'),
  tags: sql.ref('fact.tags'),
  circles: sql.ref('fact.circles'),
  source: sql.ref('fact.source'),
  birthday: sql.ref('fact.birthday'),
  age: sql`coalesce(fact.born_on, make_date(fact.birth_year, 1, 1))`,
  visits: sql.ref('fact.visits'),
  amount: sql.ref('fact.amount_fen'),
  currentScore: sql.ref('fact.current_score'),
  futureScore: sql.ref('fact.future_score'),
  registeredOn: sql.ref('fact.registered_on'),
  deliveredOn: sql.ref('fact.delivered_on'),
  changesOn: sql.ref('fact.valid_until'),
  completenessDueOn: sql.ref('fact.completeness_due_on'),
};

export interface SortSql {
  readonly by: RawBuilder<unknown>;
  /** The type to which a cursor's value is cast. */
  readonly type: 'text' | 'date' | 'numeric' | 'uuid';
}

const ranked = (column: ColumnKey, values: readonly string[]): SortSql => ({
  by: sql`array_position(${sql.lit(`{${values.join(',')}}`)}::text[], ${columns[column]})`,
  type: 'numeric',
});
const plain = (column: ColumnKey, type: SortSql['type']): SortSql => ({ by: columns[column], type });

/** By what a column sorts: names by pinyin, rooms as people count, labels from quiet to loud. */
export function sortSql(column: ColumnKey, reading: Reading): SortSql {
  return column === 'nextTaskOn' ? { by: columnSql(column, reading), type: 'date' } : sorts[column];
}

const sorts: Readonly<Record<Exclude<ColumnKey, 'nextTaskOn'>, SortSql>> = {
  name: { by: sql.ref('fact.name_key'), type: 'text' },
  rooms: { by: sql.ref('fact.room_key'), type: 'text' },
  phone: plain('phone', 'text'),
  standing: ranked('standing', standings),
  intentGrade: ranked('intentGrade', intentGrades),
  lifecycle: ranked('lifecycle', lifecycles),
  value: ranked('value', valueClasses),
  activity: ranked('activity', activities),
  completeness: plain('completeness', 'numeric'),
  lastContactOn: plain('lastContactOn', 'date'),
  responsible: { by: sql.ref('fact.responsible_id'), type: 'uuid' },
  project: plain('project', 'uuid'),
  tags: { by: sql`nullif(array_to_string(fact.tags, ','), '')`, type: 'text' },
  circles: { by: sql`nullif(array_to_string(fact.circles, ','), '')`, type: 'text' },
  source: plain('source', 'text'),
  birthday: plain('birthday', 'text'),
  age: { by: sql`date '2100-01-01' - ${columns.age}`, type: 'numeric' },
  visits: plain('visits', 'numeric'),
  amount: plain('amount', 'numeric'),
  currentScore: plain('currentScore', 'numeric'),
  futureScore: plain('futureScore', 'numeric'),
  registeredOn: plain('registeredOn', 'date'),
  deliveredOn: plain('deliveredOn', 'date'),
  changesOn: plain('changesOn', 'date'),
  completenessDueOn: plain('completenessDueOn', 'date'),
};

/** Months and days of a span, across New Year when it must be. */
export function yearlyWithin([from, to]: readonly [Day, Day]): RawBuilder<boolean> {
  const [first, last] = [from.slice(5), to.slice(5)];
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 1) return sql<boolean>`fact.birthday is not null`;
  if (from.slice(0, 4) === to.slice(0, 4)) return sql<boolean>`fact.birthday between ${first} and ${last}`;
  return sql<boolean>`(fact.birthday >= ${first} or fact.birthday <= ${last})`;
}
