import { found, type Heard, insist, Refused } from '@yilu/platform/contract';
import { jobInSteps, newId, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { z } from 'zod';
import {
  type BulkAct,
  bulkAlreadyUndone,
  bulkStillRunning,
  type Chosen,
  mayNotDo,
  mostInBulk,
  nobodyChosen,
  noSuchBulkAct,
  type startBulkAct as startEndpoint,
  tooManyForBulk,
} from '../contract/index.ts';
import { chosenCustomers } from '../store/book.ts';
import {
  bulkById,
  changedItems,
  finishBulk,
  insertBulk,
  markBulkUndone,
  settleItem,
  waitingItems,
} from '../store/bulk.ts';
import type { Tables } from '../store/tables.ts';
import { insistSensible, perform, permissionFor, takeBack } from './bulk-deeds.ts';
import { askingOf, chosenBy } from './read-book.ts';

const itemsAtOnce = 100;

/** Write down whom a deed is for, then do it in the background, some at a time, as the one who asked. */
export async function startBulkAct(
  work: Work<Tables>,
  { deed, chosen }: Heard<typeof startEndpoint>,
): Promise<BulkAct> {
  const { db, actor, now } = work;
  insist(actor.permissions.has(permissionFor(deed).id) ? undefined : mayNotDo, 403);
  const customers = await customersChosen(work, chosen);
  await insistSensible(work, deed, customers);
  const id = newId();
  await insertBulk(db, { id, accountId: actor.accountId, deed, at: now }, customers);
  await work.audit({
    action: 'segments.bulk_started',
    subject: { kind: 'bulkAct', id },
    after: { deed: deed.kind, customers: customers.length },
  });
  await work.later(performJob, { bulkId: id }, { as: actor.accountId });
  return found(await bulkById(db, id), noSuchBulkAct);
}

export async function readBulkAct({ db }: Work<Tables>, { bulkId }: { bulkId: string }): Promise<BulkAct> {
  return found(await bulkById(db, bulkId), noSuchBulkAct);
}

export async function undoBulkAct(work: Work<Tables>, { bulkId }: { bulkId: string }): Promise<BulkAct> {
  const { db, actor, now } = work;
  const act = found(await bulkById(db, bulkId), noSuchBulkAct);
  insist(act.finishedAt ? undefined : bulkStillRunning);
  insist((await markBulkUndone(db, bulkId, now)) ? undefined : bulkAlreadyUndone);
  await work.audit({ action: 'segments.bulk_undone', subject: { kind: 'bulkAct', id: bulkId } });
  await work.later(undoJob, { bulkId }, { as: actor.accountId });
  return found(await bulkById(db, bulkId), noSuchBulkAct);
}

/** Only customers whom the asker sees: a list of ids is checked like a filter. */
async function customersChosen(work: Work<Tables>, chosen: Chosen) {
  const most = await valueOf(work, mostInBulk);
  const asking = askingOf(work);
  const isAll = 'all' in chosen;
  const whom = isAll
    ? await chosenBy(work, chosen.all)
    : { personIds: chosen.customers.map(({ personId }) => personId), ownOnly: work.actor.ownOnly };
  const seen = await chosenCustomers(work.db, whom, asking, most + 1);
  const wanted = isAll
    ? seen
    : seen.filter((one) =>
        chosen.customers.some(({ personId, projectId }) => one.personId === personId && one.projectId === projectId),
      );
  insist(wanted.length === 0 ? nobodyChosen : undefined);
  insist(wanted.length > most ? tooManyForBulk({ most, chosen: wanted.length }) : undefined);
  return wanted;
}

const ofBulk = z.object({ bulkId: z.uuid() });

/** Resumable: each step takes those that still wait, so a crash repeats at most one step, which is rolled back whole. */
export const performJob = jobInSteps('segments.bulk', ofBulk, async (begin, { bulkId }) => {
  for (let isMore = true; isMore; ) {
    isMore = await begin(async (work) => performSome(work as Work<Tables>, bulkId));
  }
});

async function performSome(work: Work<Tables>, bulkId: string): Promise<boolean> {
  const { db, now } = work;
  const act = await bulkById(db, bulkId);
  if (!act || act.finishedAt) return false;
  const items = await waitingItems(db, bulkId, itemsAtOnce);
  if (items.length === 0) {
    await finishBulk(db, bulkId, now);
    return false;
  }
  const settled = await perform(work, bulkId, act.deed, items).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    return items.map(({ position }) => ({ position, outcome: 'refused' as const, madeId: undefined }));
  });
  for (const { position, outcome, madeId } of settled) await settleItem(db, bulkId, position, outcome, madeId);
  return true;
}

export const undoJob = jobInSteps('segments.bulk-undo', ofBulk, async (begin, { bulkId }) => {
  for (let isMore = true; isMore; ) {
    isMore = await begin(async (work) => undoSome(work as Work<Tables>, bulkId));
  }
});

async function undoSome(work: Work<Tables>, bulkId: string): Promise<boolean> {
  const act = await bulkById(work.db, bulkId);
  const items = await changedItems(work.db, bulkId, itemsAtOnce);
  if (!act || items.length === 0) return false;
  await takeBack(work, act.deed, items);
  for (const { position } of items) await settleItem(work.db, bulkId, position, 'unchanged');
  return true;
}
