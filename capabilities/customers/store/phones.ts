import type { Day } from '@yilu/platform/contract';
import type { PhoneKind } from '../contract/index.ts';
import type { Db } from './tables.ts';

export async function insertPhones(
  db: Db,
  personId: string,
  phones: readonly { id: string; number: string; kind: PhoneKind; primary: boolean; note?: string | undefined }[],
  addedAt: Date,
): Promise<void> {
  if (phones.length === 0) return;
  await db
    .insertInto('person_phone')
    .values(
      phones.map((phone) => ({
        id: phone.id,
        person_id: personId,
        number: phone.number,
        kind: phone.kind,
        is_primary: phone.primary,
        note: phone.note ?? null,
        added_at: addedAt,
      })),
    )
    .execute();
}

export async function updatePhone(
  db: Db,
  id: string,
  change: { kind?: PhoneKind | undefined; note?: string | null | undefined; wrongSince?: Day | null | undefined },
): Promise<void> {
  await db
    .updateTable('person_phone')
    .set({
      ...(change.kind !== undefined && { kind: change.kind }),
      ...(change.note !== undefined && { note: change.note }),
      ...(change.wrongSince !== undefined && { wrong_since: change.wrongSince }),
    })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The first to ring; with none given, nobody is. Two statements, since one primary per person is a unique index. */
export async function makePrimary(db: Db, personId: string, phoneId: string | undefined): Promise<void> {
  await db
    .updateTable('person_phone')
    .set({ is_primary: false })
    .where('person_id', '=', personId)
    .where('is_primary', '=', true)
    .execute();
  if (phoneId === undefined) return;
  await db.updateTable('person_phone').set({ is_primary: true }).where('id', '=', phoneId).execute();
}

export async function deletePhone(db: Db, id: string): Promise<void> {
  await db.deleteFrom('person_phone').where('id', '=', id).execute();
}
