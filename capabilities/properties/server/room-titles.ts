import type { Work } from '@yilu/platform/server';
import { roomsByIds } from '../store/rooms.ts';
import type { Tables } from '../store/tables.ts';

/** What rooms are called on the lines of Today. */
export async function namesOfRooms(work: Work, ids: readonly string[]) {
  const titles = await titlesOfRooms(work, ids);
  return new Map([...titles].map(([id, name]) => [id, { name, path: `/rooms/${id}` }]));
}

/** What rooms are called where others only know their ids: 3-2-1801. Rooms out of reach are left out. */
export async function titlesOfRooms(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rooms = await roomsByIds(work.db as unknown as Work<Tables>['db'], ids);
  return new Map(rooms.map(({ id, displayCode }) => [id, displayCode]));
}
