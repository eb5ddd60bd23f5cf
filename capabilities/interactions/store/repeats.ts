import { sql } from 'kysely';
import type { ContactParts, InteractionKind } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface AlikeAsked {
  readonly recordedBy: string;
  readonly personId: string;
  readonly projectId: string;
  readonly kind: InteractionKind;
  readonly reacted: boolean;
  readonly from: Date;
  readonly until: Date;
}

/** What this author recorded by hand of this kind with this person at that time, the latest twenty. */
export async function contactsAlike(
  db: Db,
  asked: AlikeAsked,
): Promise<{ readonly id: string; readonly contactedAt: Date; readonly parts: ContactParts }[]> {
  const { rows } = await sql<{ id: string; contacted_at: Date; parts: ContactParts }>`
    select id, contacted_at, parts from interaction
     where person_id = ${asked.personId} and contacted_at between ${asked.from} and ${asked.until}
       and recorded_by = ${asked.recordedBy} and project_id = ${asked.projectId} and kind = ${asked.kind}
       and reacted = ${asked.reacted} and import_id is null
     order by contacted_at desc, id desc
     limit 20`.execute(db);
  return rows.map(({ id, contacted_at, parts }) => ({ id, contactedAt: contacted_at, parts }));
}

/** The contact that was recorded with this mark. */
export async function contactSaidOnce(db: Db, saidOnce: string): Promise<string | undefined> {
  const row = await db.selectFrom('interaction').select('id').where('said_once', '=', saidOnce).executeTakeFirst();
  return row?.id;
}

/** The register that came with this mark. */
export async function registerSentOnce(db: Db, sentOnce: string): Promise<string | undefined> {
  const row = await db.selectFrom('register_entry').select('id').where('sent_once', '=', sentOnce).executeTakeFirst();
  return row?.id;
}
