import { editCustomers } from '@yilu/customers/contract';
import { writeDossier } from '@yilu/customers/server';
import { assignPortfolio } from '@yilu/identity/contract';
import { entrust, release } from '@yilu/identity/server';
import { type Day, dayOf, instantOn, type Permission } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { createTasks as mayCreateTasks } from '@yilu/tasks/contract';
import { createTasks, withdrawTask } from '@yilu/tasks/server';
import type { BulkDeed } from '../contract/index.ts';
import { type BulkItem, entrustedPeople, keysOf, type Outcome, responsibleOf } from '../store/bulk.ts';
import type { Tables } from '../store/tables.ts';

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
  const settled: Settled[] = [];
  const { name, accountId } = work.actor;
  for (const { position, personId, projectId } of items) {
    const [madeId] = await createTasks(work, [
      {
        projectId,
        kind: 'followUp',
        subject: { kind: 'person', id: personId },
        title: { zh: deed.title, en: deed.title },
        why: { zh: `${name}安排`, en: `Set by ${name}` },
        origin: 'segments.bulk',
        occurrence: `${bulkId}/${position}`,
        dueAt: instantOn(deed.dueOn as Day, 1_080),
        assigneeId: deed.assigneeId ?? responsible.get(`${projectId}/${personId}`) ?? accountId,
      },
    ]);
    settled.push({ position, outcome: madeId ? 'done' : 'unchanged', madeId });
  }
  return settled;
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
  const settled: Settled[] = [];
  for (const { position, personId } of items) {
    const before = known.get(personId) ?? [];
    if (before.includes(key) === adds) {
      settled.push({ position, outcome: 'unchanged' });
      continue;
    }
    const after = adds ? [...before, key] : before.filter((one) => one !== key);
    await writeDossier(work as never, personId, [after.length > 0 ? { field, value: after } : { field }], 'staff');
    settled.push({ position, outcome: 'done' });
  }
  return settled;
}

function idsOf(items: readonly BulkItem[]): string[] {
  return items.map(({ personId }) => personId);
}
