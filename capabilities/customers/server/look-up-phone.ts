import { insist } from '@yilu/platform/contract';
import { hashForLookup, isFirstInWindow, type Work } from '@yilu/platform/server';
import { phoneUnusable, type Resemblance } from '../contract/index.ts';
import { fewestPhoneDigits, looksInPhones, patternsOf, phoneOf, resemblancesOf } from '../rules/index.ts';
import { leadsTo } from '../store/matching.ts';
import { foundPeople } from '../store/search.ts';
import type { Tables } from '../store/tables.ts';
import { countLookUp, withRooms } from './resemblances.ts';

/**
 * Who has this phone? A whole number is found across all scopes with the name masked outside the asker's; a part of one, from
 * four digits, within reach only. Both are logged and limited, and nothing is unmasked (decision 4).
 */
export async function lookUpPhone(
  work: Work<Tables>,
  { phone }: { phone: string },
): Promise<{ people: Resemblance[] }> {
  const read = phoneOf(phone);
  await countLookUp(work);
  const people = 'number' in read ? await whoHas(work, read.number) : await whoMatches(work, phone);
  await work.audit({
    action: 'customers.phone_looked_up',
    subject: { kind: 'phone', id: hashForLookup(work.keys, 'phone', 'number' in read ? read.number : phone) },
    after: { found: people.length, whole: 'number' in read },
  });
  return { people };
}

/**
 * A search by part of a phone tells which numbers fit, so it is a look-up too, logged and limited as one (decision 4). The same
 * search again within the hour is the same look, and writes nothing: a list is paged through and drawn anew. The search and the
 * question whether it is a new look travel together, and so do what a new one leaves.
 */
export async function searchNoted<Found>(
  work: Work<Tables>,
  patterns: readonly string[],
  search: () => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  if (!looksInPhones(patterns)) return search();
  const sought = hashForLookup(work.keys, 'search', patterns.join(' '));
  const key = `search:${work.actor.accountId}:${sought}`;
  const [found, isNewLook] = await Promise.all([search(), isFirstInWindow(work as Work, { key, perSeconds: 3_600 })]);
  if (!isNewLook) return found;
  await Promise.all([
    countLookUp(work),
    work.audit({
      action: 'customers.phone_searched',
      subject: { kind: 'phone', id: sought },
      after: { found: found.length },
    }),
  ]);
  return found;
}

async function whoHas(work: Work<Tables>, number: string): Promise<Resemblance[]> {
  const leads = await leadsTo(work.db, { numbers: [number], nameKey: '', pinyin: '', projectId: nowhere });
  return withRooms(work, resemblancesOf({ nameKey: '', hasPhone: true }, leads));
}

async function whoMatches(work: Work<Tables>, part: string): Promise<Resemblance[]> {
  const digits = part.normalize('NFKC').replace(/\D/g, '');
  if (digits.length < fewestPhoneDigits) insist(phoneUnusable, 422, { field: 'phone' });
  const lines = await foundPeople(work.db, { patterns: patternsOf(digits), typed: '', key: '', limit: 8 });
  return lines.map(({ id, name, rooms }) => ({
    ...{ personId: id, name, inReach: true, reasons: ['samePhone'], strength: 'hint' },
    rooms: [...(rooms ?? [])],
  }));
}

/** No project: names are not looked for. */
const nowhere = '00000000-0000-0000-0000-000000000000';
