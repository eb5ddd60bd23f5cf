import type { Resemblance } from '../contract/index.ts';
import { maskedName } from './name.ts';
import { maskedPhone } from './phone.ts';

export type Likeness = Resemblance['reasons'][number];

/** What one look-up found: a person and one way in which they are like the new one. */
export interface Lead {
  readonly personId: string;
  readonly name: string;
  readonly nameKey: string;
  readonly inReach: boolean;
  readonly likeness: Likeness;
  /** The shared number, when that is the likeness. */
  readonly number?: string | undefined;
  /** Whether the person has any phone; a name alone says little between two people who both have different ones. */
  readonly hasPhone?: boolean | undefined;
}

export interface Newcomer {
  readonly nameKey: string;
  readonly hasPhone: boolean;
}

/** Whom a new person resembles, the strongest first, at most eight (DOS-08, decision 2). */
export function resemblancesOf(newcomer: Newcomer, leads: readonly Lead[]): Omit<Resemblance, 'rooms'>[] {
  const people = Map.groupBy(leads, ({ personId }) => personId);
  return [...people.values()]
    .map((found) => judged(newcomer, found))
    .sort((one, other) => rank[one.strength] - rank[other.strength] || Number(other.inReach) - Number(one.inReach))
    .slice(0, 8);
}

const rank = { certain: 0, probable: 1, hint: 2 } as const;

function judged(newcomer: Newcomer, found: readonly Lead[]): Omit<Resemblance, 'rooms'> {
  const [lead] = found;
  if (!lead) throw new Error('a group has at least one lead');
  const likenesses = new Set(found.map(({ likeness }) => likeness));
  if (newcomer.nameKey !== '' && lead.nameKey === newcomer.nameKey) likenesses.add('sameName');
  const number = found.find((one) => one.number !== undefined)?.number;
  return {
    personId: lead.personId,
    name: lead.inReach ? lead.name : maskedName(lead.name),
    ...(number === undefined ? {} : { maskedPhone: maskedPhone(number) }),
    inReach: lead.inReach,
    reasons: order.filter((one) => likenesses.has(one)),
    strength: strengthOf(likenesses, newcomer.hasPhone && found.some(({ hasPhone }) => hasPhone === true)),
  };
}

const order: readonly Likeness[] = ['samePhone', 'sameIdentity', 'sameName', 'samePinyin', 'sameRoom'];

/** Certain: two of phone, ID, name agree. Probable: one agrees that few share. A name between people with two phones is a hint. */
function strengthOf(likenesses: ReadonlySet<Likeness>, bothHavePhones: boolean): Resemblance['strength'] {
  const byNumber = likenesses.has('samePhone') || likenesses.has('sameIdentity');
  if (byNumber && (likenesses.has('sameName') || likenesses.has('samePinyin'))) return 'certain';
  if (byNumber) return 'probable';
  if (likenesses.has('sameName') && likenesses.has('sameRoom')) return 'probable';
  if (likenesses.has('sameName')) return bothHavePhones ? 'hint' : 'probable';
  return 'hint';
}

/** Registering stops for these; hints are only shown. */
export function mustBeCompared(found: readonly Pick<Resemblance, 'strength'>[]): boolean {
  return found.some(({ strength }) => strength !== 'hint');
}
