import { sql } from 'kysely';
import type { ContactParts, RegisterKind } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface UnregisteredContact {
  readonly id: string;
  readonly projectId: string;
  readonly kind: RegisterKind;
  readonly contactedAt: Date;
  readonly recordedBy: string;
  readonly personId: string;
  readonly name: string;
  /** `138****5678`. */
  readonly phoneMasked?: string;
  readonly parts: ContactParts;
  /** Calls or visits of this customer in this project before this one. */
  readonly timesBefore: number;
}

/** The latest calls and visits of these ids (first and last) that have no register, in the order in which they came. */
export async function contactsWithoutRegister(
  db: Db,
  { ids, since, most }: { readonly ids: readonly [string, string]; readonly since: Date; readonly most: number },
): Promise<readonly UnregisteredContact[]> {
  const { rows } = await sql<UnregisteredContact>`
    select * from (
      select contact.id, contact.project_id as "projectId", contact.kind, contact.contacted_at as "contactedAt",
             contact.recorded_by as "recordedBy", contact.person_id as "personId", person.name, phone.masked as "phoneMasked", contact.parts,
             (select count(*)::int from interaction before
               where before.person_id = contact.person_id and before.project_id = contact.project_id
                 and before.kind = contact.kind and before.contacted_at < contact.contacted_at) as "timesBefore"
        from interaction contact
        join customers_published.person person on person.id = contact.person_id
        left join customers_published.phone phone on phone.person_id = person.id and phone.is_primary
       where contact.kind in ('CALL_IN', 'VISIT_IN') and contact.contacted_at >= ${since}
         and contact.id between ${ids[0]} and ${ids[1]}
         and not exists (select from register_entry where register_entry.interaction_id = contact.id)
       order by contact.contacted_at desc, contact.id desc
       limit ${most}
    ) latest order by "contactedAt", id`.execute(db);
  return rows.map(({ phoneMasked, ...row }) => ({ ...row, ...(phoneMasked && { phoneMasked }) }));
}
