import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Whether it is news. */
export async function saveGivingUp(
  db: Db,
  given: { personId: string; projectId: string; on: Day; reason: string; by: string; at: Date },
): Promise<boolean> {
  const values = { given_up_on: given.on, reason: given.reason, recorded_by: given.by, recorded_at: given.at };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('giving_up')
    .values({ person_id: given.personId, project_id: given.projectId, ...values })
    .onConflict((already) =>
      already
        .columns(['project_id', 'person_id'])
        .doUpdateSet(values)
        .where(
          sql<boolean>`(giving_up.given_up_on, giving_up.reason) is distinct from (excluded.given_up_on, excluded.reason)`,
        ),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function removeGivingUp(db: Db, personId: string, projectId: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('giving_up')
    .where('person_id', '=', personId)
    .where('project_id', '=', projectId)
    .returning('person_id')
    .execute();
  return removed.length > 0;
}

/** Everything of one person becomes another's; where both have something, the one that stays keeps its own. */
export async function relinkPerson(db: Db, { fromId, toId }: { fromId: string; toId: string }): Promise<void> {
  const both = { from: fromId, to: toId };
  await db
    .updateTable('giving_up')
    .set({ person_id: both.to })
    .where('person_id', '=', both.from)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('giving_up as kept')
            .select('kept.person_id')
            .where('kept.person_id', '=', both.to)
            .whereRef('kept.project_id', '=', 'giving_up.project_id'),
        ),
      ),
    )
    .execute();
  await db.deleteFrom('giving_up').where('person_id', '=', both.from).execute();
  await db
    .updateTable('label_history')
    .set({ person_id: both.to })
    .where('person_id', '=', both.from)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('label_history as kept')
            .select('kept.person_id')
            .where('kept.person_id', '=', both.to)
            .whereRef('kept.project_id', '=', 'label_history.project_id'),
        ),
      ),
    )
    .execute();
  await db.deleteFrom('label_history').where('person_id', '=', both.from).execute();
  await db.deleteFrom('customer_fact').where('person_id', '=', both.from).execute();
}

/** Which of these people somebody wrote a giving up for: such a record is a person's word and keeps the person. */
export async function peopleWithGivingUp(db: Db, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('giving_up')
    .select('person_id')
    .distinct()
    .where('person_id', 'in', [...personIds])
    .execute();
  return rows.map(({ person_id }) => person_id);
}
