import type { Day } from '@yilu/platform/contract';
import type { MilestoneKind } from '@yilu/properties/contract';
import { sql } from 'kysely';
import type { Db } from './tables.ts';

export interface HomeLived {
  readonly roomId: string;
  readonly projectId: string;
  /** `3-2-1801`. */
  readonly label: string;
  readonly milestones: readonly { readonly kind: MilestoneKind; readonly on: Day }[];
}

/** Rooms that a person has or had a part in, with the milestones up to today that lie within that part. */
export async function homesLived(db: Db, personId: string, today: Day): Promise<HomeLived[]> {
  const { rows } = await sql<HomeLived>`
    select room.id as "roomId", party.project_id as "projectId", room.display_code as label,
           coalesce(json_agg(json_build_object('kind', reached.kind, 'on', reached.day)) filter (where reached.day is not null), '[]') as milestones
      from room_party party
      join properties_published.room room on room.id = party.room_id
      left join lateral (values
        ('SUBSCRIBED', room.subscribed_on), ('SIGNED', room.signed_on), ('FILED', room.filed_on),
        ('HANDED_OVER', room.handed_over_on), ('TITLE_ISSUED', room.title_issued_on),
        ('MOVED_IN', room.moved_in_on), ('MOVED_OUT', room.moved_out_on)) as reached (kind, day)
        on reached.day <= ${today}::date and reached.day >= coalesce(party.started_on, '-infinity')
           and reached.day <= coalesce(party.ended_on, 'infinity')
     where party.person_id = ${personId} and party.role in ('owner', 'coOwner')
     group by room.id, party.project_id, room.display_code
     limit 100
  `.execute(db);
  return rows;
}
