import type { StoredEntry } from '../rules/index.ts';
import type { Db } from './tables.ts';

/** What the company added or changed, of these lists or of all. */
export async function storedEntries(db: Db, dictionaries: readonly string[]): Promise<Map<string, StoredEntry[]>> {
  const rows = await db
    .selectFrom('dictionary_entry')
    .selectAll()
    .where((entry) => entry('dictionary', '=', entry.fn.any(entry.val([...dictionaries]))))
    .orderBy('position')
    .limit(20_000)
    .execute();
  const entries = rows.map((row): [string, StoredEntry] => [
    row.dictionary,
    {
      id: row.id,
      zh: row.zh,
      en: row.en,
      synonyms: row.synonyms,
      position: row.position,
      retiredAt: row.retired_at ?? undefined,
      version: row.version,
    },
  ]);
  return new Map(
    [...Map.groupBy(entries, ([dictionary]) => dictionary)].map(([dictionary, of]) => [
      dictionary,
      of.map(([, entry]) => entry),
    ]),
  );
}

/** Held until the end of the transaction: two people changing one list wait for each other. */
export async function lockDictionary(db: Db, dictionary: string): Promise<void> {
  await db
    .selectNoFrom((none) =>
      none.fn('pg_advisory_xact_lock', [none.fn('hashtext', [none.val(`dictionary:${dictionary}`)])]).as('locked'),
    )
    .execute();
}

/** Insert or replace whole entries. */
export async function writeEntries(db: Db, dictionary: string, entries: readonly StoredEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db
    .insertInto('dictionary_entry')
    .values(
      entries.map((entry) => ({
        dictionary,
        id: entry.id,
        zh: entry.zh,
        en: entry.en,
        synonyms: entry.synonyms,
        position: entry.position,
        retired_at: entry.retiredAt ?? null,
        version: entry.version,
      })),
    )
    .onConflict((already) =>
      already.columns(['dictionary', 'id']).doUpdateSet((given) => ({
        zh: given.ref('excluded.zh'),
        en: given.ref('excluded.en'),
        synonyms: given.ref('excluded.synonyms'),
        position: given.ref('excluded.position'),
        retired_at: given.ref('excluded.retired_at'),
        version: given.ref('excluded.version'),
      })),
    )
    .execute();
}
