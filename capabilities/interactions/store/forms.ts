import type { Db } from './tables.ts';

/** The sealed forms of everything that a person called or came for. */
export function formsOf(db: Db, personId: string): Promise<{ readonly id: string; readonly formSealed: string }[]> {
  return db
    .selectFrom('register_entry')
    .select(['id', 'form_sealed as formSealed'])
    .where('person_id', '=', personId)
    .limit(5_000)
    .execute();
}

export async function replaceForm(db: Db, id: string, formSealed: string): Promise<void> {
  await db.updateTable('register_entry').set({ form_sealed: formSealed }).where('id', '=', id).execute();
}
