import { sql } from 'kysely';
import { seal } from './crypto/person-key.ts';
import { newId } from './new-id.ts';
import type { AuditEntry, Work } from './work/work.ts';

/** One line of the audit, in the transaction that it tells of. */
export async function recordAudit(work: Work, entry: AuditEntry): Promise<void> {
  const { actor, now, requestId, db } = work;
  const [before, after] = [await imageOf(work, entry, entry.before), await imageOf(work, entry, entry.after)];
  await sql`
    insert into audit_entry (id, at, actor_id, actor_kind, actor_name, action, subject_kind, subject_id,
                             project_id, person_id, reason, before_image, after_image, request_id)
    values (${newId()}, ${now}, ${actor.accountId}, ${actor.kind}, ${actor.name}, ${entry.action}, ${entry.subject.kind}, ${entry.subject.id},
            ${entry.projectId ?? null}, ${entry.personId ?? null}, ${entry.reason ?? null}, ${before}, ${after}, ${requestId})`.execute(
    db,
  );
}

async function imageOf(work: Work, { personId }: AuditEntry, image: unknown): Promise<string | null> {
  if (image === undefined) return null;
  const text = JSON.stringify(image);
  return personId ? seal(work, personId, text) : text;
}
