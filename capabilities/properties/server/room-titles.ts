import type { Work } from '@yilu/platform/server';
import { roomsByIds } from '../store/rooms.ts';
import type { Tables } from '../store/tables.ts';

/** What rooms are called where others only know their ids: 3-2-1801. Rooms out of reach are left out. */
export async function titlesOfRooms(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rooms = await roomsByIds(work.db as unknown as Work<Tables>['db'], ids);
  return new Map(rooms.map(({ id, displayCode }) => [id, displayCode]));
}
