import { type Listener, when } from '@yilu/platform/server';
import { roomChanged } from '@yilu/properties/contract';
import { peopleOfRooms } from '../store/parties.ts';
import { refreshSearch } from '../store/search.ts';
import type { Tables } from '../store/tables.ts';

export const listeners: readonly Listener[] = [
  when<Tables, typeof roomChanged.shape>(
    roomChanged,
    'customers.find-by-new-room-names',
    async ({ db }, { roomIds }) => {
      await refreshSearch(db, await peopleOfRooms(db, roomIds));
    },
  ),
];
