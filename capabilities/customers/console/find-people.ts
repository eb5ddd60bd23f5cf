import { ask, type Hit, pathTo, phoneOnPage } from '@yilu/platform/web';
import { findPeople } from '../contract/index.ts';
import { personAddress } from './addresses.ts';

/** People for the command menu. Apart from the door, so that the first page does not bring the shapes of what is asked. */
export async function findPeopleNamed(text: string, signal: AbortSignal): Promise<readonly Hit[]> {
  const { people } = await ask(findPeople, { text, limit: 8 }, { signal });
  return people.map(({ id, name, maskedPhone, rooms }) => ({
    id,
    title: name,
    note: [...rooms, maskedPhone && phoneOnPage(maskedPhone)].filter(Boolean).join(' · '),
    to: pathTo(personAddress, { personId: id }),
  }));
}
