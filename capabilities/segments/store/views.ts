import { sql } from 'kysely';
import { type ArrangedColumn, ViewDefinition } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface ViewRecord {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly definition: ViewDefinition;
  readonly shared: boolean;
  readonly version: number;
}

/** Own and shared views, the oldest first. A definition that no longer fits its shape shows everything. */
export async function viewsSeen(db: Db): Promise<ViewRecord[]> {
  const rows = await db.selectFrom('saved_view').selectAll().orderBy('created_at').orderBy('id').limit(200).execute();
  return rows.map(toView);
}

export async function viewById(db: Db, id: string): Promise<ViewRecord | undefined> {
  const row = await db.selectFrom('saved_view').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toView(row);
}

function toView(row: {
  id: string;
  owner_id: string;
  name: string;
  definition: unknown;
  shared: boolean;
  version: number;
}): ViewRecord {
  const definition = ViewDefinition.safeParse(row.definition);
  return {
    id: row.id,
    ownerId: row.owner_id,
    name: row.name,
    definition: definition.success ? definition.data : ViewDefinition.parse({}),
    shared: row.shared,
    version: row.version,
  };
}

export async function insertView(db: Db, view: Omit<ViewRecord, 'version'> & { readonly at: Date }): Promise<void> {
  await db
    .insertInto('saved_view')
    .values({
      id: view.id,
      owner_id: view.ownerId,
      name: view.name,
      definition: JSON.stringify(view.definition),
      shared: view.shared,
      created_at: view.at,
    })
    .execute();
}

export async function updateView(db: Db, view: ViewRecord): Promise<void> {
  await db
    .updateTable('saved_view')
    .set({
      name: view.name,
      definition: JSON.stringify(view.definition),
      shared: view.shared,
      version: view.version + 1,
    })
    .where('id', '=', view.id)
    .execute();
}

export async function deleteView(db: Db, id: string): Promise<void> {
  await db.deleteFrom('saved_view').where('id', '=', id).execute();
}

export interface SettingRecord {
  readonly columns: readonly ArrangedColumn[];
  readonly defaultView: string;
  readonly pinned: readonly string[];
}

export async function settingOf(db: Db, accountId: string): Promise<SettingRecord | undefined> {
  const row = await db.selectFrom('book_setting').selectAll().where('account_id', '=', accountId).executeTakeFirst();
  return (
    row && {
      columns: row.columns as unknown as ArrangedColumn[],
      defaultView: row.default_view,
      pinned: row.pinned,
    }
  );
}

export async function saveSetting(db: Db, accountId: string, setting: SettingRecord): Promise<void> {
  await sql`
    insert into book_setting (account_id, columns, default_view, pinned)
    values (${accountId}, ${JSON.stringify(setting.columns)}::jsonb, ${setting.defaultView}, ${setting.pinned}::text[])
    on conflict (account_id) do update
       set columns = excluded.columns, default_view = excluded.default_view, pinned = excluded.pinned
  `.execute(db);
}
