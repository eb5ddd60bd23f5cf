import { type Day, type Sentence, yearsBetween } from '@yilu/platform/contract';
import { type RawBuilder, sql } from 'kysely';
import type { BookRow, ColumnKey, FilterGroup, SortKey } from '../contract/index.ts';
import { columnSql, sortSql } from './column-sql.ts';
import { type Asking, predicateOf } from './filter-sql.ts';
import { labelAsked } from './label-asked.ts';
import type { Db } from './tables.ts';

/** Which rows of the book: a checked filter, one project, people that a search found. */
export interface Chosen {
  readonly filter?: FilterGroup | undefined;
  readonly projectId?: string | undefined;
  readonly personIds?: readonly string[] | undefined;
  /** Only what is entrusted to the asker: the policy says so too, this lets an index serve it. */
  readonly ownOnly: boolean;
}

/** The place of a row in an order. */
export interface BookKey {
  readonly value: string | number | null;
  readonly personId: string;
  readonly projectId: string;
}

export interface Ordered {
  readonly sort: SortKey;
  readonly after?: BookKey | undefined;
  readonly limit: number;
}

export interface PlacedRow extends BookRow {
  /** What the order goes by; of the cursor only. */
  readonly place: string | number | null;
}

/**
 * A page of the book. Rows without a value come last in either direction; those with one are read by a row comparison that
 * an index can begin at, so that page one thousand costs what page one costs.
 */
export async function bookPage(db: Db, chosen: Chosen, asking: Asking, ordered: Ordered): Promise<PlacedRow[]> {
  const { after, limit } = ordered;
  const rows = after?.value === null ? [] : await rowsWithValue(db, chosen, asking, ordered);
  if (rows.length >= limit) return rows;
  const rest = await rowsWithoutValue(db, chosen, asking, {
    ...ordered,
    limit: limit - rows.length,
    after: after?.value === null ? after : undefined,
  });
  return [...rows, ...rest];
}

export async function countRows(db: Db, chosen: Chosen, asking: Asking): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from customer_fact fact where ${wanted(chosen, asking)}
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** How many rows each of several filters holds, in one pass. */
export async function countEach(
  db: Db,
  views: readonly { readonly id: string; readonly chosen: Chosen }[],
  asking: Asking,
  base: Chosen,
): Promise<Record<string, number>> {
  if (views.length === 0) return {};
  const counts = sql.join(
    views.map(
      ({ chosen }, index) => sql`count(*) filter (where ${wanted(chosen, asking)})::int as ${sql.ref(`v${index}`)}`,
    ),
  );
  const { rows } = await sql<Record<string, number>>`
    select ${counts} from customer_fact fact where ${wanted(base, asking)}
  `.execute(db);
  return Object.fromEntries(views.map(({ id }, index) => [id, rows[0]?.[`v${index}`] ?? 0]));
}

/** The ids of everybody chosen, up to a limit, in the order of the table. */
export async function chosenCustomers(
  db: Db,
  chosen: Chosen,
  asking: Asking,
  most: number,
): Promise<{ personId: string; projectId: string }[]> {
  const { rows } = await sql<{ personId: string; projectId: string }>`
    select fact.person_id as "personId", fact.project_id as "projectId"
      from customer_fact fact
     where ${wanted(chosen, asking)}
     order by fact.project_id, fact.person_id
     limit ${most}
  `.execute(db);
  return rows;
}

function wanted({ filter, projectId, personIds, ownOnly }: Chosen, asking: Asking): RawBuilder<boolean> {
  const parts = [
    ...(projectId ? [sql<boolean>`fact.project_id = ${projectId}`] : []),
    ...(personIds ? [sql<boolean>`fact.person_id = any (${personIds}::uuid[])`] : []),
    ...(ownOnly ? [sql<boolean>`fact.staff_ids @> array[${asking.accountId}]::uuid[]`] : []),
    ...(filter ? [predicateOf(filter, asking)] : []),
  ];
  return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(parts, sql` and `)}`;
}

function directionOf(sort: SortKey): { column: ColumnKey; descending: boolean } {
  const descending = sort.startsWith('-');
  return { column: (descending ? sort.slice(1) : sort) as ColumnKey, descending };
}

async function rowsWithValue(db: Db, chosen: Chosen, asking: Asking, ordered: Ordered) {
  const { sort, after } = ordered;
  const { column, descending } = directionOf(sort);
  const { by, type } = sortSql(column, asking);
  const way = descending ? sql`desc` : sql`asc`;
  const beyond = after
    ? sql`and (${by}, fact.person_id, fact.project_id) ${descending ? sql`<` : sql`>`}
              (${after.value}::${sql.raw(type)}, ${after.personId}::uuid, ${after.projectId}::uuid)`
    : sql``;
  const page = inOrder(chosen, asking, ordered, {
    place: by,
    which: sql`${by} is not null ${beyond}`,
    order: sql`place ${way}, person_id ${way}, project_id ${way}`,
  });
  return pageRows(db, asking, page);
}

async function rowsWithoutValue(db: Db, chosen: Chosen, asking: Asking, ordered: Ordered) {
  const { sort, after } = ordered;
  const { by } = sortSql(directionOf(sort).column, asking);
  const beyond = after
    ? sql`and (fact.person_id, fact.project_id) > (${after.personId}::uuid, ${after.projectId}::uuid)`
    : sql``;
  const page = inOrder(chosen, asking, ordered, {
    place: sql`null`,
    which: sql`${by} is null ${beyond}`,
    order: sql`person_id, project_id`,
  });
  return pageRows(db, asking, page);
}

interface Part {
  readonly place: RawBuilder<unknown>;
  readonly which: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
}

/** Value by value of a label, where that is what an index can begin at; else in one go. */
function inOrder(chosen: Chosen, asking: Asking, { sort, limit }: Ordered, { place, which, order }: Part) {
  // Written out: of a limit that it does not know the planner expects so much that it plans anew each time.
  const most = sql.lit(limit);
  const rowsWhere = (more: RawBuilder<unknown>) => sql`
    select fact.*, ${columnSql('nextTaskOn', asking)} as shown_task_on, ${place} as place from customer_fact fact
     where ${wanted(chosen, asking)} and ${which} ${more}
     order by ${order}
     limit ${most}`;
  const label = labelAsked(chosen, sort);
  if (!label) return rowsWhere(sql``);
  const [only, ...others] = label.values;
  if (only !== undefined && others.length === 0)
    return rowsWhere(sql`and ${sql.ref(`fact.${label.column}`)} = ${only}`);
  return sql`
    select found.*
      from unnest(${label.values}::text[]) as label (value)
     cross join lateral (${rowsWhere(sql`and ${sql.ref(`fact.${label.column}`)} = label.value`)}) found
     order by ${order}
     limit ${most}`;
}

/** What a row shows and is placed by; the table has some twenty columns more. */
const shown = sql.raw(
  `person_id, project_id, name, rooms, phone, standing, intent_grade, lifecycle, value, value_matches, activity, completeness,
   completeness_line, completeness_due_on, last_contact_on, shown_task_on, next_task, responsible_id, tags, circles, source,
   birthday, born_on, birth_year, visits, amount_fen, current_score, future_score, registered_on, delivered_on, valid_until, place`,
);

/**
 * The rows of one page with the names of projects and colleagues, looked up row by row after the page is cut: a join would read
 * all colleagues and give the rows in any order.
 */
async function pageRows(db: Db, asking: Asking, page: RawBuilder<unknown>): Promise<PlacedRow[]> {
  const { rows } = await sql<RawRow>`
    select ${shown},
           (select project.name from settings_published.project project where project.id = page.project_id) as project_name,
           (select staff.name from identity_published.staff staff where staff.id = page.responsible_id) as responsible_name
      from (${page}) page
  `.execute(db);
  return rows.map((row) => toBookRow(row, asking));
}

type Nullable<Shape> = { [Key in keyof Shape]: Exclude<Shape[Key], undefined> | null };
type RawRow = Nullable<
  Pick<BookRow, 'rooms' | 'phone' | 'lifecycle' | 'value' | 'activity' | 'completeness' | 'source' | 'birthday'>
> &
  Pick<BookRow, 'name' | 'standing' | 'tags' | 'circles' | 'visits'> & {
    person_id: string;
    project_id: string;
    project_name: string | null;
    intent_grade: BookRow['intentGrade'] | null;
    value_matches: BookRow['valueMatches'];
    completeness_line: number | null;
    completeness_due_on: Day | null;
    last_contact_on: Day | null;
    shown_task_on: Day | null;
    next_task: string | null;
    responsible_id: string | null;
    responsible_name: string | null;
    born_on: Day | null;
    birth_year: number | null;
    amount_fen: number | null;
    current_score: number | null;
    future_score: number | null;
    registered_on: Day | null;
    delivered_on: Day | null;
    valid_until: Day | null;
    place: string | number | null;
  };

function toBookRow(row: RawRow, asking: Asking): PlacedRow {
  return {
    personId: row.person_id,
    projectId: row.project_id,
    project: row.project_name ?? '',
    name: row.name,
    rooms: row.rooms ?? undefined,
    phone: row.phone ?? undefined,
    standing: row.standing,
    intentGrade: row.intent_grade ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    value: row.value ?? undefined,
    valueMatches: row.value_matches,
    activity: row.activity ?? undefined,
    completeness: row.completeness ?? undefined,
    completenessLine: row.completeness_line ?? undefined,
    completenessDueOn: row.completeness_due_on ?? undefined,
    lastContactOn: row.last_contact_on ?? undefined,
    nextTaskOn: row.shown_task_on ?? undefined,
    nextTask: nextTaskOf(row, asking),
    responsible: row.responsible_name ?? undefined,
    responsibleId: row.responsible_id ?? undefined,
    tags: row.tags,
    circles: row.circles,
    source: row.source ?? undefined,
    birthday: row.birthday ?? undefined,
    age: ageOf(row, asking.today),
    visits: row.visits,
    amountFen: row.amount_fen ?? undefined,
    currentScore: row.current_score ?? undefined,
    futureScore: row.future_score ?? undefined,
    registeredOn: row.registered_on ?? undefined,
    deliveredOn: row.delivered_on ?? undefined,
    changesOn: row.valid_until ?? undefined,
    place: row.place,
  };
}

/** What the next task says that the reader is shown: on one side or, the sooner first, on either. */
function nextTaskOf({ next_task }: RawRow, { side, language }: Asking): string | undefined {
  if (next_task === null) return undefined;
  const bySide = JSON.parse(next_task) as Partial<Record<'developer' | 'property', Sentence>>;
  return (side ? bySide[side] : Object.values(bySide)[0])?.[language];
}

function ageOf({ born_on, birth_year }: RawRow, today: Day): number | undefined {
  if (born_on) return yearsBetween(born_on, today);
  return birth_year === null ? undefined : Number(today.slice(0, 4)) - birth_year;
}
