import { type Day, insist, mostIdsInAnEvent, type Page, type Refusal } from '@yilu/platform/contract';
import { newId, pageOf, readCursor, slot, type Work } from '@yilu/platform/server';
import { z } from 'zod';
import {
  alreadyLeft,
  noSuchNode,
  noSuchStaff,
  noSuchSubject,
  type PortfolioItem,
  portfolioTransferred,
  receiverCannotHold,
  receiverCannotReach,
  receiverOnOtherSide,
  type Subject,
  sameHolder,
} from '../contract/index.ts';
import type { Reach } from '../rules/index.ts';
import {
  countPortfolio,
  endPortfolio,
  entrustedAmong,
  entrustSubjects,
  moveEntrusted,
  portfolioOf,
} from '../store/portfolio.ts';
import { keepGrants, type StaffRow } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';
import { reachOfStaff, seenStaff, today, visibleStaff } from './reach.ts';
import { subjectTitles } from './slots.ts';
import { titlesOf } from './titles.ts';

export async function readPortfolio(
  work: Work<Tables>,
  asked: {
    staffId: string;
    on?: Day | undefined;
    projectId?: string | undefined;
    limit: number;
    cursor?: string | undefined;
    total?: boolean | undefined;
  },
): Promise<Page<PortfolioItem>> {
  const { db } = work;
  const { staffId, on = today(work), projectId, limit } = asked;
  await visibleStaff(work, staffId);
  const rows = await portfolioOf(db, staffId, { on, projectId, limit, afterId: readCursor(asked.cursor, z.uuid()) });
  const total = asked.total ? await countPortfolio(db, staffId, on, projectId) : undefined;
  const { items, ...rest } = pageOf(rows, limit, ({ itemId }) => itemId, total);
  const titles = await titlesOf(work, items);
  return { ...rest, items: items.map(({ itemId: _, ...item }) => ({ ...item, title: titles.get(item.id) })) };
}

/** As `entrust`, for what stands in a request: rooms and people whom the actor does not see are not there. */
export async function entrustSeen(
  work: Work<Tables>,
  given: Parameters<typeof entrust>[1],
): Promise<{ entrusted: number }> {
  const named = new Set(work.contributions(subjectTitles).map(({ kind }) => kind));
  const asked = given.subjects.filter(({ kind }) => named.has(kind));
  const titles = await titlesOf(work, asked);
  insist(asked.every(({ id }) => titles.has(id)) ? undefined : noSuchSubject, 404);
  return entrust(work, given);
}

/** Entrust within the actor's reach, to somebody who can see what is entrusted. */
export async function entrust(
  work: Work<Tables>,
  { staffId, subjects, from = today(work) }: { staffId: string; subjects: readonly Subject[]; from?: Day | undefined },
): Promise<{ entrusted: number }> {
  const { actor } = work;
  insist(subjects.some(({ projectId }) => !actor.projects.includes(projectId)) ? noSuchNode : undefined, 404);
  await insistReceiver(work, staffId, subjects);
  const entrusted = await hand(work, subjects, { toStaffId: staffId, from });
  if (entrusted === 0) return { entrusted };
  await work.audit({
    action: 'identity.portfolio_entrusted',
    subject: { kind: 'staff', id: staffId },
    after: { subjects: entrusted, from },
  });
  return { entrusted };
}

/** End what is entrusted to somebody as of today, without another holder; the bulk act that entrusted it is taken back. */
export async function release<Theirs>(
  theirs: Work<Theirs>,
  { staffId, subjects }: { staffId: string; subjects: readonly Subject[] },
): Promise<void> {
  const work = theirs as unknown as Work<Tables>;
  await visibleStaff(work, staffId);
  const subjectIds = subjects.map(({ id }) => id);
  const ended = await endPortfolio(work.db, staffId, { from: today(work), subjectIds, limit: subjectIds.length });
  if (ended.length === 0) return;
  await work.audit({
    action: 'identity.portfolio_released',
    subject: { kind: 'staff', id: staffId },
    after: { subjects: ended.length },
  });
}

/** Of these rooms and people those who are entrusted to somebody: undoing an import leaves them (decision 22). */
export function entrustedOf<Theirs>({ db }: Pick<Work<Theirs>, 'db'>, ids: readonly string[]): Promise<string[]> {
  return entrustedAmong(db as unknown as Work<Tables>['db'], ids);
}

/** Two subjects turned out to be one: it stays entrusted to whoever held either. */
export async function moveEntrustedSubject<Theirs>(
  { db }: Pick<Work<Theirs>, 'db'>,
  moved: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await moveEntrusted(db as unknown as Work<Tables>['db'], moved);
}

/** In parts of a thousand, so that a whole estate can be handed over in one request (ORG-16). */
export async function transferPortfolio(
  work: Work<Tables>,
  given: {
    fromStaffId: string;
    toStaffId: string;
    subjects?: readonly Pick<Subject, 'kind' | 'id'>[] | undefined;
    projectId?: string | undefined;
    from?: Day | undefined;
  },
): Promise<{ transferred: number }> {
  const { fromStaffId, toStaffId, projectId, subjects, from = today(work) } = given;
  insist(fromStaffId === toStaffId ? sameHolder : undefined);
  await visibleStaff(work, fromStaffId);
  const transferred = await movePortfolio(work, {
    fromStaffId,
    toStaffId,
    from,
    projectIds: projectId === undefined ? undefined : [projectId],
    subjectIds: subjects?.map(({ id }) => id),
  });
  return { transferred };
}

/** Answers how many changed hands: all that is held, or of it what lies in these projects or is named. */
export async function movePortfolio(
  work: Work<Tables>,
  given: {
    fromStaffId: string;
    toStaffId: string;
    from: Day;
    projectIds?: readonly string[] | undefined;
    subjectIds?: readonly string[] | undefined;
  },
): Promise<number> {
  const { fromStaffId, toStaffId, from, projectIds, subjectIds } = given;
  let moved = 0;
  for (let isMore = true; isMore; ) {
    const ended = await endPortfolio(work.db, fromStaffId, { from, projectIds, subjectIds, limit: mostIdsInAnEvent });
    await insistReceiver(work, toStaffId, ended);
    await hand(work, ended, { fromStaffId, toStaffId, from });
    moved += ended.length;
    isMore = ended.length === mostIdsInAnEvent;
  }
  if (moved === 0) return 0;
  await work.audit({
    action: 'identity.portfolio_transferred',
    subject: { kind: 'staff', id: fromStaffId },
    projectId: projectIds?.length === 1 ? projectIds[0] : undefined,
    after: { toStaffId, subjects: moved, from },
  });
  return moved;
}

/** Answers how many are new to the receiver; all are told of, since their former holder has changed. */
async function hand(
  work: Work<Tables>,
  subjects: readonly Subject[],
  { fromStaffId, toStaffId, from }: { fromStaffId?: string; toStaffId: string; from: Day },
): Promise<number> {
  if (subjects.length === 0) return 0;
  const items = subjects.map(({ kind, id, projectId }) => ({ kind, id, projectId, itemId: newId() }));
  const fresh = await entrustSubjects(work.db, items, { staffId: toStaffId, from, entrustedBy: work.actor.accountId });
  const told = fromStaffId === undefined ? fresh : [...subjects];
  if (told.length > 0) await work.tell(portfolioTransferred, { fromStaffId, toStaffId, subjects: told, from });
  return fresh.length;
}

/** What somebody must be permitted to look after what is entrusted to them; contributed by whoever owns it. */
export const holding = slot<{ readonly id: string }>('identity.holding');

async function insistReceiver(work: Work<Tables>, staffId: string, subjects: readonly Subject[]): Promise<void> {
  const projectIds = subjects.map(({ projectId }) => projectId);
  await keepGrantsOf(work, staffId);
  insist(refusalToReceive(work, await visibleStaff(work, staffId), await reachOfStaff(work, staffId), projectIds));
}

/** Whoever gives a colleague work calls it before asking where they work: until the transaction ends they do not leave. */
export function keepGrantsOf<Theirs>({ db }: Pick<Work<Theirs>, 'db'>, staffId: string): Promise<void> {
  return keepGrants(db as unknown as Work<Tables>['db'], staffId);
}

/** The same of an account that stands in a field of the request: no such colleague is a wrong field, too. */
export async function insistHolder<Theirs>(
  theirs: Work<Theirs>,
  staffId: string,
  projectIds: readonly string[],
  field: string,
): Promise<void> {
  const work = theirs as unknown as Work<Tables>;
  const receiver = await seenStaff(work, staffId);
  const refusal = receiver
    ? refusalToReceive(work, receiver, await reachOfStaff(work, staffId), projectIds)
    : noSuchStaff;
  insist(refusal, 422, { field });
}

/** Still here, reaching the projects, on a side that hands over, and able to see what they get. */
function refusalToReceive(
  { actor, contributions }: Work<Tables>,
  { leftAt }: Pick<StaffRow, 'leftAt'>,
  { projects, sides, permissions }: Reach,
  projectIds: readonly string[],
): Refusal | undefined {
  if (leftAt) return alreadyLeft;
  if (projectIds.some((projectId) => !projects.includes(projectId))) return receiverCannotReach;
  if (!sides.some((side) => actor.sides.includes(side))) return receiverOnOtherSide;
  return contributions(holding).every(({ id }) => permissions.has(id)) ? undefined : receiverCannotHold;
}
