import { ask, type Hit, pathTo } from '@yilu/platform/web';
import { searchRooms } from '../contract/index.ts';
import { roomAddress } from './pages.ts';

/** Rooms for the command menu. Apart from the door, so that the first page does not bring the shapes of what is asked. */
export async function findRooms(text: string, signal: AbortSignal): Promise<readonly Hit[]> {
  const { items } = await ask(searchRooms, { text, limit: 6 }, { signal });
  return items.map(({ id, displayName, layout }) => ({
    id,
    title: displayName,
    note: layout,
    to: pathTo(roomAddress, { roomId: id }),
  }));
}
