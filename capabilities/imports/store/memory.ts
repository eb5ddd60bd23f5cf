import type { Field, SheetKind } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface RememberedMapping {
  readonly headingsKey: string;
  /** Absent where nobody said what such sheets are. */
  readonly kind?: SheetKind | undefined;
  /** By plain heading, of the columns that somebody decided; null goes nowhere. */
  readonly fields: Readonly<Record<string, Field | null>>;
  readonly decidedAt: Date;
}

export async function mappingsFor(db: Db, headingsKeys: readonly string[]): Promise<Map<string, RememberedMapping>> {
  if (headingsKeys.length === 0) return new Map();
  const rows = await db
    .selectFrom('import_mapping')
    .selectAll()
    .where('headings_key', 'in', [...headingsKeys])
    .execute();
  return new Map(
    rows.map((row) => [
      row.headings_key,
      {
        headingsKey: row.headings_key,
        ...(row.kind && { kind: row.kind as SheetKind }),
        fields: row.fields as unknown as Record<string, Field | null>,
        decidedAt: row.decided_at,
      },
    ]),
  );
}

/** Adds to what was decided before for these headings. */
export async function rememberMapping(db: Db, by: string, mapping: RememberedMapping): Promise<void> {
  const [before] = (await mappingsFor(db, [mapping.headingsKey])).values();
  const values = {
    kind: mapping.kind ?? before?.kind ?? null,
    fields: JSON.stringify({ ...before?.fields, ...mapping.fields }),
    decided_by: by,
    decided_at: mapping.decidedAt,
  };
  await db
    .insertInto('import_mapping')
    .values({ headings_key: mapping.headingsKey, ...values })
    .onConflict((already) => already.column('headings_key').doUpdateSet(values))
    .execute();
}

/** Whom names mean, as somebody decided; null = nobody here. */
export async function decidedStaff(db: Db, names: readonly string[]): Promise<Map<string, string | null>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .selectFrom('import_staff_name')
    .select(['name', 'staff_id'])
    .where('name', 'in', [...names])
    .execute();
  return new Map(rows.map((row) => [row.name, row.staff_id]));
}

export async function decideStaff(
  db: Db,
  by: string,
  at: Date,
  names: readonly { readonly name: string; readonly staffId: string | null }[],
): Promise<void> {
  for (const { name, staffId } of names) {
    const values = { staff_id: staffId, decided_by: by, decided_at: at };
    await db
      .insertInto('import_staff_name')
      .values({ name, ...values })
      .onConflict((already) => already.column('name').doUpdateSet(values))
      .execute();
  }
}

/** Colleagues of exactly this name who work here; by name, those of the same name together. */
export async function staffNamed(db: Db, names: readonly string[]): Promise<Map<string, string[]>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .selectFrom('identity_published.staff')
    .select(['id', 'name'])
    .where('name', 'in', [...names])
    .where('left_at', 'is', null)
    .limit(2_000)
    .execute();
  const byName = Map.groupBy(rows, ({ name }) => name ?? '');
  return new Map([...byName].map(([name, of]) => [name, of.flatMap(({ id }) => id ?? [])]));
}

/** What they are called, those who have left among them. */
export async function namesOfStaff(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('identity_published.staff')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.flatMap(({ id, name }) => (id && name ? [[id, name] as const] : [])));
}

export interface ProjectName {
  readonly id: string;
  readonly name: string;
}

/** Projects in reach, by name. */
export async function projectsIn(db: Db, ids: readonly string[]): Promise<ProjectName[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('settings_published.project')
    .select(['id', 'name'])
    .where(({ eb, fn, val }) => eb('id', '=', fn.any(val([...ids]))))
    .orderBy('pinyin')
    .limit(5_000)
    .execute();
  return rows.flatMap(({ id, name }) => (id && name ? [{ id, name }] : []));
}
