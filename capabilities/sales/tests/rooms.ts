import { newId } from '@yilu/platform/server';
import type { House } from '@yilu/platform/testing';

let floors = 0;

/** A home of the project that is for sale. */
export async function roomForSale(house: House, projectId: string): Promise<string> {
  const id = newId();
  const label = `${++floors}-1-1801`;
  await house.sql(
    `insert into room (id, project_id, number, code, display_code, display_name, sort_key, floor, kind, sales_state, stage, created_at)
     values ($1, $2, $3, $3, $3, $3, $3, 18, 'RESIDENCE', 'AVAILABLE', 'AVAILABLE', now())`,
    [id, projectId, label],
  );
  return id;
}

/** What the manager enters when two people have signed for this room, in halves. */
export function signedByTwo(projectId: string, roomId: string, buyers: readonly [string, string]) {
  return {
    projectId,
    roomId,
    state: 'CONTRACT_SIGNED' as const,
    buyers: buyers.map((personId) => ({ personId, share: 0.5 })),
    amountFen: 520_000_000,
    subscribedOn: '2026-11-01',
    signedOn: '2026-11-10',
  };
}
