import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { FollowUpPlan, RegisterField, RegisterKind } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface RegisterToWrite {
  readonly id: string;
  readonly projectId: string;
  readonly kind: RegisterKind;
  readonly contactedAt: Date;
  readonly contactedOn: Day;
  readonly dueAt: Date;
  readonly recordedBy: string;
  readonly onBehalfOf?: string | undefined;
  readonly enteredAt: Date;
  readonly completedAt?: Date | undefined;
  readonly arrivedAt?: Date | undefined;
  readonly personId?: string | undefined;
  readonly interactionId?: string | undefined;
  readonly timesBefore?: number | undefined;
  readonly missing: readonly RegisterField[];
  readonly callerName?: string | undefined;
  readonly phoneMasked?: string | undefined;
  readonly formSealed: string;
  readonly followUp?: FollowUpPlan | undefined;
  /** Two that have the same are one. */
  readonly sentOnce: string;
}

/** Opens or completes a register under the next number of its day; two at once wait for each other. Answers whether it was new. */
export async function insertRegister(db: Db, row: RegisterToWrite): Promise<boolean> {
  const { rows } = await sql`
    insert into register_entry (id, project_id, kind, contacted_at, contacted_on, number_of_day, due_at, recorded_by, on_behalf_of,
      entered_at, completed_at, person_id, interaction_id, times_before, missing, caller_name, phone_masked, form_sealed, follow_up,
      arrived_at, sent_once)
    values (${row.id}, ${row.projectId}, ${row.kind}, ${row.contactedAt}, ${row.contactedOn},
      interactions.next_number(${row.projectId}, ${row.kind}, ${row.contactedOn}), ${row.dueAt}, ${row.recordedBy},
      ${row.onBehalfOf ?? null}, ${row.enteredAt}, ${row.completedAt ?? null}, ${row.personId ?? null},
      ${row.interactionId ?? null}, ${row.timesBefore ?? null}, ${[...row.missing]}::text[], ${row.callerName ?? null},
      ${row.phoneMasked ?? null}, ${row.formSealed},
      ${row.followUp ? JSON.stringify(row.followUp) : null}, ${row.arrivedAt ?? null}, ${row.sentOnce})
    on conflict (sent_once) where sent_once is not null do nothing
    returning id`.execute(db);
  return rows.length === 1;
}

export type RegisterChange = Pick<
  RegisterToWrite,
  | 'onBehalfOf'
  | 'completedAt'
  | 'arrivedAt'
  | 'personId'
  | 'interactionId'
  | 'timesBefore'
  | 'missing'
  | 'callerName'
  | 'phoneMasked'
  | 'formSealed'
  | 'followUp'
>;

/** Goes on with an open register; contact time, number and deadline stay as they were opened. */
export async function changeRegister(db: Db, id: string, change: RegisterChange): Promise<void> {
  await db
    .updateTable('register_entry')
    .set({
      on_behalf_of: change.onBehalfOf ?? null,
      completed_at: change.completedAt ?? null,
      ...(change.arrivedAt && { arrived_at: change.arrivedAt }),
      person_id: change.personId ?? null,
      interaction_id: change.interactionId ?? null,
      times_before: change.timesBefore ?? null,
      missing: [...change.missing],
      caller_name: change.callerName ?? null,
      phone_masked: change.phoneMasked ?? null,
      form_sealed: change.formSealed,
      follow_up: change.followUp ? JSON.stringify(change.followUp) : null,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}
