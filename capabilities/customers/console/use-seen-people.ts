import { recall } from '@yilu/platform/web';
import { useEffect, useState } from 'react';
import { type FoundPerson, viewPerson } from '../contract/index.ts';

/** Without a network: the customers whose pages this device still has, by name or room. */
export function useSeenPeople(isAsked: boolean, text: string): readonly FoundPerson[] {
  const [seen, setSeen] = useState<readonly FoundPerson[]>([]);
  useEffect(() => {
    if (!isAsked) return;
    let isGone = false;
    void recall(viewPerson).then((views) => {
      if (isGone) return;
      setSeen(
        views.map(({ person, homes }) => ({
          id: person.id,
          name: person.name,
          maskedPhone: person.phones[0]?.masked,
          rooms: homes.map(({ roomLabel }) => roomLabel),
        })),
      );
    });
    return () => {
      isGone = true;
    };
  }, [isAsked]);
  return seen.filter(({ name, rooms }) => name.includes(text) || rooms.some((room) => room.includes(text)));
}
