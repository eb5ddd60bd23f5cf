import { editCustomers } from '@yilu/customers/contract';
import { writeDossier } from '@yilu/customers/server';
import { assignPortfolio } from '@yilu/identity/contract';
import { entrust, insistHolder, release } from '@yilu/identity/server';
import { type Day, dayOf, insist, type Permission, Refused } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { circles, tags } from '@yilu/settings/contract';
import { insistEntry } from '@yilu/settings/server';
import { dueInPast, createTasks as mayCreateTasks } from '@yilu/tasks/contract';
import { createTasks, insistAssignee, withdrawTask } from '@yilu/tasks/server';
import type { BulkDeed } from '../contract/index.ts';
import { type BulkItem, entrustedPeople, keysOf, type Outcome, responsibleOf } from '../store/bulk.ts';
import type { Tables } from '../store/tables.ts';
import { closingsIn } from './closing.ts';

export interface Settled {
  readonly position: number;
  readonly outcome: Outcome;
  readonly madeId?: string | undefined;
}

type Changed = BulkItem & { readonly madeId: string | null };

/** What each deed needs beyond acting in bulk. */
export function permissionFor(deed: BulkDeed): Permission {
  if (deed.kind === 'entrust') return assignPortfolio;
  return deed.kind === 'task' ? mayCreateTasks : editCustomers;
}

/** Why a deed makes no sense for anybody is said before it begins, not once per customer afterwards. */
export async function insistSensible(
  work: Work<Tables>,
  deed: BulkDeed,
  customers: readonly { readonly projectId: string }[],
): Promise<void> {
  if (deed.kind === 'addTag') await insistEntry(work, tags, deed.key, 'deed.key');
  if (deed.kind === 'addCircle') await insistEntry(work, circles, deed.key, 'deed.key');
  const projectIds = [...new Set(customers.map(({ projectId }) => projectId))];
  if (deed.kind === 'entrust') await insistHolder(work, deed.staffId, projectIds, 'deed.staffId');
  if (deed.kind !== 'task') return;
  insist(deed.dueOn < dayOf(work.now) ? dueInPast : undefined, 422, { field: 'deed.dueOn' });
  if (deed.assigneeId) await insistAssignee(work, deed.assigneeId, projectIds, 'deed.assigneeId');
}

/** Do a deed to some customers through the doors of whoever owns it, so that its rules, audit and events hold. */
export function perform(
  work: Work<Tables>,
  bulkId: string,
  deed: BulkDeed,
  items: readonly BulkItem[],
): Promise<Settled[]> {
  switch (deed.kind) {
    case 'entrust':
      return entrustAll(work, deed.staffId, items);
    case 'task':
      return giveTasks(work, bulkId, deed, items);
    default:
      return changeKeys(work, items, keyChange(deed));
  }
}

/** Take a deed back for those whom it changed. */
export async function takeBack(work: Work<Tables>, deed: BulkDeed, items: readonly Changed[]): Promise<void> {
  if (deed.kind === 'entrust') {
    await release(work, {
      staffId: deed.staffId,
      subjects: items.map(({ personId, projectId }) => ({ kind: 'person', id: personId, projectId })),
    });
  } else if (deed.kind === 'task') {
    for (const { madeId } of items)
      if (madeId)
        await withdrawTask(work, madeId, work.language === 'zh' ? '批量派发已撤销' : 'The bulk act was undone');
  } else {
    const { field, key, adds } = keyChange(deed);
    await changeKeys(work, items, { field, key, adds: !adds });
  }
}

async function entrustAll(work: Work<Tables>, staffId: string, items: readonly BulkItem[]): Promise<Settled[]> {
  const held = await entrustedPeople(work.db, staffId, idsOf(items), dayOf(work.now));
  const fresh = items.filter(({ personId }) => !held.has(personId));
  if (fresh.length > 0) {
    const subjects = fresh.map(({ personId, projectId }) => ({ kind: 'person' as const, id: personId, projectId }));
    await entrust(work as never, { staffId, subjects });
  }
  return items.map(({ position, personId }) => ({ position, outcome: held.has(personId) ? 'unchanged' : 'done' }));
}

async function giveTasks(
  work: Work<Tables>,
  bulkId: string,
  deed: Extract<BulkDeed, { kind: 'task' }>,
  items: readonly BulkItem[],
): Promise<Settled[]> {
  const responsible = await responsibleOf(work.db, items);
  const closingOf = await closingsIn(
    work,
    items.map(({ projectId }) => projectId),
  );
  const { name, accountId } = work.actor;
  return each(items, async ({ position, personId, projectId }) => {
    const [madeId] = await createTasks(work, [
      {
        projectId,
        kind: 'followUp',
        subject: { kind: 'person', id: personId },
        title: { zh: deed.title, en: deed.title },
        why: { zh: `${name}安排`, en: `Set by ${name}` },
        origin: 'segments.bulk',
        occurrence: `${bulkId}/${position}`,
        dueAt: closingOf(projectId, deed.dueOn as Day),
        assigneeId: deed.assigneeId ?? responsible.get(`${projectId}/${personId}`) ?? accountId,
      },
    ]);
    return { outcome: madeId ? 'done' : 'unchanged', madeId };
  });
}

interface KeyChange {
  readonly field: 'careAbout' | 'circles';
  readonly key: string;
  readonly adds: boolean;
}

function keyChange(deed: Exclude<BulkDeed, { kind: 'entrust' | 'task' }>): KeyChange {
  const isTag = deed.kind === 'addTag' || deed.kind === 'removeTag';
  return {
    field: isTag ? 'careAbout' : 'circles',
    key: deed.key,
    adds: deed.kind === 'addTag' || deed.kind === 'addCircle',
  };
}

/** Tags and circles are answers of the dossier; a list that becomes empty is no answer. */
async function changeKeys(
  work: Work<Tables>,
  items: readonly BulkItem[],
  { field, key, adds }: KeyChange,
): Promise<Settled[]> {
  const known = await keysOf(work.db, field, idsOf(items));
  return each(items, async ({ personId }) => {
    const before = known.get(personId) ?? [];
    if (before.includes(key) === adds) return { outcome: 'unchanged' };
    const after = adds ? [...before, key] : before.filter((one) => one !== key);
    await writeDossier(work as never, personId, [after.length > 0 ? { field, value: after } : { field }], 'staff');
    return { outcome: 'done' };
  });
}

/** One by one: who is refused stands alone, and what was done to the others is theirs to be undone. */
async function each(
  items: readonly BulkItem[],
  act: (item: BulkItem) => Promise<Omit<Settled, 'position'>>,
): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (const item of items) {
    const { position } = item;
    try {
      settled.push({ position, ...(await act(item)) });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      settled.push({ position, outcome: 'refused' });
    }
  }
  return settled;
}

function idsOf(items: readonly BulkItem[]): string[] {
  return items.map(({ personId }) => personId);
}
