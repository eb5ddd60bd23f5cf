import { sql } from 'kysely';
import type { ContactParts, ImportedContactImage, InteractionKind, Side } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface ImportedToInsert {
  readonly id: string;
  readonly projectId: string;
  readonly personId: string;
  readonly side: Side;
  readonly kind: InteractionKind;
  readonly reacted: boolean;
  readonly counted: boolean;
  readonly contactedAt: Date;
  readonly parts: ContactParts;
  readonly recordedBy?: string | undefined;
  readonly staffName?: string | undefined;
  readonly sourceKey: string;
}

/** In one statement, whatever the number. */
export async function insertImported(
  db: Db,
  importId: string,
  at: Date,
  rows: readonly ImportedToInsert[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into interaction (id, project_id, person_id, side, kind, reacted, counted, contacted_at, entered_at, parts,
                             recorded_by, staff_name, written_by, written_at, import_id, source_key)
    select row.id, row."projectId", row."personId", row.side, row.kind, row.reacted, row.counted, row."contactedAt", ${at},
           row.parts, row."recordedBy", row."staffName", row."recordedBy", ${at}, ${importId}, row."sourceKey"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as row (id uuid, "projectId" uuid, "personId" uuid, side text, kind text, reacted boolean, counted boolean,
                   "contactedAt" timestamptz, parts jsonb, "recordedBy" uuid, "staffName" text, "sourceKey" text)`.execute(
    db,
  );
}

export interface ImportedEarlier extends ImportedContactImage {
  readonly id: string;
  readonly projectId: string;
  readonly personId: string;
  readonly sourceKey: string;
  /** Edited here since, so the file does not win. */
  readonly edited: boolean;
}

/** Which rows of the file came in before. */
export async function importedEarlier(
  db: Db,
  rows: readonly { readonly projectId: string; readonly sourceKey: string }[],
): Promise<ImportedEarlier[]> {
  if (rows.length === 0) return [];
  const found = await sql<{
    id: string;
    project_id: string;
    person_id: string;
    source_key: string;
    parts: ContactParts;
    contacted_at: Date;
    staff_name: string | null;
    recorded_by: string | null;
    version: number;
  }>`
    select interaction.id, interaction.project_id, interaction.person_id, interaction.source_key, interaction.parts,
           interaction.contacted_at, interaction.staff_name, interaction.recorded_by, interaction.version
      from interaction
      join unnest(${rows.map(({ projectId }) => projectId)}::uuid[], ${rows.map(({ sourceKey }) => sourceKey)}::text[])
           as given (project_id, source_key) using (project_id, source_key)`.execute(db);
  return found.rows.map((row) => ({
    id: row.id,
    projectId: row.project_id,
    personId: row.person_id,
    sourceKey: row.source_key,
    parts: row.parts,
    contactedAt: row.contacted_at.toISOString(),
    ...(row.staff_name !== null && { staffName: row.staff_name }),
    ...(row.recorded_by !== null && { recordedBy: row.recorded_by }),
    edited: row.version > 1,
  }));
}

/** Writes images over unedited imported rows; version 1 stays, for nobody here has edited them. */
export async function writeImages(
  db: Db,
  images: readonly (ImportedContactImage & { readonly id: string })[],
): Promise<void> {
  if (images.length === 0) return;
  await sql`
    update interaction
       set parts = row.parts, contacted_at = row."contactedAt", staff_name = row."staffName", recorded_by = row."recordedBy"
      from jsonb_to_recordset(${JSON.stringify(images)}::jsonb)
           as row (id uuid, parts jsonb, "contactedAt" timestamptz, "staffName" text, "recordedBy" uuid)
     where interaction.id = row.id and interaction.version = 1`.execute(db);
}

export async function imagesOf(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ImportedContactImage & { readonly edited: boolean; readonly personId: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('interaction')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        personId: row.person_id,
        parts: row.parts as unknown as ContactParts,
        contactedAt: row.contacted_at.toISOString(),
        ...(row.staff_name !== null && { staffName: row.staff_name }),
        ...(row.recorded_by !== null && { recordedBy: row.recorded_by }),
        edited: row.version > 1,
      },
    ]),
  );
}

export async function madeByImport(
  db: Db,
  importId: string,
): Promise<{ id: string; personId: string; edited: boolean }[]> {
  const { rows } = await sql<{ id: string; personId: string; edited: boolean }>`
    select id, person_id as "personId", version > 1 as edited from interaction where import_id = ${importId}`.execute(
    db,
  );
  return rows;
}

export async function removeContacts(db: Db, ids: readonly string[]): Promise<void> {
  await sql`delete from interaction where id = any (${[...ids]}::uuid[])`.execute(db);
}

/** What one import made is another's to take back from now on. */
export async function leaveToImports(
  db: Db,
  left: readonly { readonly id: string; readonly importId: string }[],
): Promise<void> {
  await sql`
    update interaction set import_id = left_to."importId"
      from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as left_to (id uuid, "importId" uuid)
     where interaction.id = left_to.id`.execute(db);
}
/** For a merge: everything of one person becomes the other's. */
export async function relinkPerson(db: Db, fromId: string, toId: string): Promise<void> {
  await db.updateTable('interaction').set({ person_id: toId }).where('person_id', '=', fromId).execute();
  await db.updateTable('register_entry').set({ person_id: toId }).where('person_id', '=', fromId).execute();
}

/** Which of these people have contacts or registers. */
export async function peopleWithContacts(db: Db, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person.id from unnest(${[...personIds]}::uuid[]) as person (id)
     where exists (select from interaction where interaction.person_id = person.id)
        or exists (select from register_entry where register_entry.person_id = person.id)`.execute(db);
  return rows.map(({ id }) => id);
}
