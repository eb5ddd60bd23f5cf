import { Refused } from '@yilu/platform/contract';
import { hashForLookup, insistRate, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import type { z } from 'zod';
import { lookUpsPerHour, type NewIdentity, noSuchProjectHere, type Resemblance } from '../contract/index.ts';
import { identityOf, nameKeyOf, phoneOf, resemblancesOf, soundOf } from '../rules/index.ts';
import { leadsTo } from '../store/matching.ts';
import { roomLabelsOf } from '../store/parties.ts';
import type { Tables } from '../store/tables.ts';
import { identityHash } from './given-numbers.ts';

export interface Newcomer {
  readonly projectId: string;
  readonly name?: string | undefined;
  readonly phones: readonly string[];
  readonly identity?: z.output<typeof NewIdentity> | undefined;
  readonly roomId?: string | undefined;
}

/** Asked while typing: what is not yet a number is not looked up; each look across scopes is counted. */
export async function resemblances(work: Work<Tables>, newcomer: Newcomer): Promise<{ people: Resemblance[] }> {
  if (!work.actor.projects.includes(newcomer.projectId)) throw new Refused(noSuchProjectHere, 404);
  const people = await whoResembles(work, newcomer);
  if (newcomer.phones.length > 0 || newcomer.identity) {
    await countLookUp(work);
    await logLookUp(work, newcomer, people);
  }
  return { people };
}

/** Whole numbers are looked up across scopes, so each look is in the audit; of the number only its keyed hash (decision 4). */
export async function logLookUp(work: Work<Tables>, newcomer: Newcomer, people: readonly Resemblance[]): Promise<void> {
  const [phone = ''] = newcomer.phones
    .map((written) => phoneOf(written))
    .flatMap((read) => ('number' in read ? [read.number] : []));
  await work.audit({
    action: 'customers.resemblance_looked_up',
    subject: { kind: 'phone', id: hashForLookup(work.keys, 'phone', phone) },
    projectId: newcomer.projectId,
    after: { found: people.length, beyondReach: people.filter(({ inReach }) => !inReach).length },
  });
}

/** Look-ups across scopes are limited per person and hour (decision 4). */
export async function countLookUp(work: Work<Tables>): Promise<void> {
  const most = await valueOf(work, lookUpsPerHour);
  await insistRate(work as Work, { key: `lookup:${work.actor.accountId}`, most, perSeconds: 3_600 });
}

/** Everybody a new person may be a duplicate of, strongest first (DOS-08). */
export async function whoResembles(work: Work<Tables>, newcomer: Newcomer): Promise<Resemblance[]> {
  const numbers = newcomer.phones
    .map((written) => phoneOf(written))
    .flatMap((read) => ('number' in read ? [read.number] : []));
  const identity = newcomer.identity && identityOf(newcomer.identity.number, newcomer.identity.kind);
  const nameKey = nameKeyOf(newcomer.name ?? '');
  const leads = await leadsTo(work.db, {
    numbers,
    ...(identity && 'number' in identity && { identityHash: identityHash(work, identity.number) }),
    nameKey,
    pinyin: newcomer.name === undefined ? '' : soundOf(newcomer.name).pinyin,
    projectId: newcomer.projectId,
    roomId: newcomer.roomId,
  });
  return withRooms(work, resemblancesOf({ nameKey, hasPhone: numbers.length > 0 }, leads));
}

/** Room labels tell namesakes apart; outside reach there are none. */
export async function withRooms(
  work: Work<Tables>,
  people: readonly Omit<Resemblance, 'rooms'>[],
): Promise<Resemblance[]> {
  if (people.length === 0) return [];
  const rooms = await roomLabelsOf(
    work.db,
    people.map(({ personId }) => personId),
  );
  return people.map((one) => ({ ...one, rooms: rooms.get(one.personId) ?? [] }));
}
