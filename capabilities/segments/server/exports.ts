import { withTextsMasked } from '@yilu/customers/server';
import { staffWith } from '@yilu/identity/server';
import { found, type Heard, insist, type Page } from '@yilu/platform/contract';
import { newId, pageOf, readCursor, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { giveNotice, takeBackNotice } from '@yilu/tasks/server';
import { z } from 'zod';
import {
  approveExports,
  type CustomerExport,
  type ExportWish,
  exportReleaseRows,
  exportWithdrawn,
  type listExports as listEndpoint,
  nobodyChosen,
  noSuchExport,
} from '../contract/index.ts';
import { needsRelease } from '../rules/index.ts';
import { countRows } from '../store/book.ts';
import {
  type ExportRecord,
  exportById,
  exportsSeen,
  insertExport,
  lockExportsOf,
  releaseRecord,
  rowsTakenSince,
  withdrawRecord,
} from '../store/exports.ts';
import type { Tables } from '../store/tables.ts';
import { askingOf, chosenBy, insistSort, maySee } from './read-book.ts';

const oneDay = 24 * 3_600_000;

/** Write down who wants to take which customers out of the house, and why; small ones are released at once (SEC-09). */
export async function askExport(work: Work<Tables>, asked: ExportWish): Promise<CustomerExport> {
  insistSort(work, asked.sort);
  const chosen = await chosenBy(work, asked.selection);
  const rows = await countRows(work.db, chosen, askingOf(work));
  insist(rows === 0 ? nobodyChosen : undefined);
  await lockExportsOf(work.db, work.actor.accountId);
  const takenToday = await rowsTakenSince(work.db, work.actor.accountId, new Date(work.now.getTime() - oneDay));
  const waits = needsRelease(rows, takenToday, await valueOf(work, exportReleaseRows), mayRelease(work));
  const record: ExportRecord = {
    id: newId(),
    accountId: work.actor.accountId,
    by: work.actor.name,
    projectIds: asked.selection.projectId ? [asked.selection.projectId] : work.actor.projects,
    wish: { ...asked, columns: asked.columns.filter((column) => maySee(work, column)) },
    rows,
    reason: asked.reason,
    askedAt: work.now,
    releasedAt: waits ? undefined : work.now,
  };
  await insertExport(work.db, record);
  await work.audit({
    action: 'segments.export_asked',
    subject: { kind: 'customerExport', id: record.id },
    projectId: asked.selection.projectId,
    after: { rows, format: asked.format, columns: record.wish.columns, waits },
    reason: asked.reason,
  });
  if (waits) await tellWaits(work, record);
  return toExport(work, record);
}

const ExportKey = z.object({ at: z.coerce.date(), id: z.uuid() });

export async function listExports(
  work: Work<Tables>,
  asked: Heard<typeof listEndpoint>,
): Promise<Page<CustomerExport>> {
  const { limit, cursor } = asked;
  const accountId = mayRelease(work) ? undefined : work.actor.accountId;
  const rows = await exportsSeen(work.db, { accountId, after: readCursor(cursor, ExportKey), limit: limit + 1 });
  const page = pageOf(rows, limit, ({ askedAt, id }) => ({ at: askedAt, id }));
  return { ...page, items: page.items.map((record) => toExport(work, record)) };
}

export async function releaseExport(work: Work<Tables>, { exportId }: { exportId: string }): Promise<CustomerExport> {
  const record = found(await exportById(work.db, exportId), noSuchExport);
  const isFirst = !record.releasedAt && (await releaseRecord(work.db, exportId, work.actor.accountId, work.now));
  if (!isFirst) {
    // As it stands now: somebody may have ended it while this was asked.
    const standing = found(await exportById(work.db, exportId), noSuchExport);
    insist(standing.withdrawnAt ? exportWithdrawn : undefined);
    return toExport(work, standing);
  }
  await work.audit({
    action: 'segments.export_released',
    subject: { kind: 'customerExport', id: exportId },
    after: { rows: record.rows, askedBy: record.accountId },
  });
  await tellReleased(work, record);
  return toExport(work, { ...record, releasedAt: work.now });
}

/** Its asker takes it back; whoever may release refuses it, or takes back a release: nothing leaves the house any more (SEC-09). */
export async function withdrawExport(work: Work<Tables>, { exportId }: { exportId: string }): Promise<CustomerExport> {
  const known = await exportById(work.db, exportId);
  const mayEnd = known && (known.accountId === work.actor.accountId || mayRelease(work));
  found(mayEnd ? known : undefined, noSuchExport);
  const isEnded = await withdrawRecord(work.db, exportId, work.actor, work.now);
  // As it stands now: somebody may have released it, or ended it, since it was looked up.
  const ended = found(await exportById(work.db, exportId), noSuchExport);
  if (!isEnded) return toExport(work, ended);
  await work.audit({
    action: endings[endingOf(ended)],
    subject: { kind: 'customerExport', id: exportId },
    after: { rows: ended.rows, askedBy: ended.accountId },
  });
  await tellWithdrawn(work, ended);
  return toExport(work, ended);
}

const endings = {
  takenBack: 'segments.export_taken_back',
  refused: 'segments.export_refused',
  releaseTakenBack: 'segments.release_taken_back',
} as const;

const waitsFor = 'segments.exportWaits';
const wasReleased = 'segments.exportReleased';

async function tellWaits(work: Work<Tables>, { id, by, rows, reason, projectIds }: ExportRecord): Promise<void> {
  const releasing = await staffWith(work, approveExports, projectIds);
  await giveNotice(
    work,
    releasing.map((accountId) => ({
      accountId,
      origin: waitsFor,
      occurrence: id,
      title: {
        zh: `${by}要导出 ${rows} 户，等您批准`,
        en: `${by} asks to export ${rows} customers; it waits for your release`,
      },
      why: { zh: reason, en: reason },
      path: `/customers?export=${id}`,
    })),
  );
}

async function tellReleased(work: Work<Tables>, { id, accountId, rows }: ExportRecord): Promise<void> {
  await takeBackNotice(work, { origin: waitsFor, occurrence: id });
  if (accountId === work.actor.accountId) return;
  await giveNotice(work, [
    {
      accountId,
      origin: wasReleased,
      occurrence: id,
      title: {
        zh: `${work.actor.name}放行了您的导出，${rows} 户，可以下载了`,
        en: `${work.actor.name} released your export of ${rows} customers; it can be downloaded`,
      },
      path: `/customers?export=${id}`,
    },
  ]);
}

async function tellWithdrawn(work: Work<Tables>, { id, accountId, rows, releasedAt }: ExportRecord): Promise<void> {
  await takeBackNotice(work, { origin: waitsFor, occurrence: id });
  await takeBackNotice(work, { origin: wasReleased, occurrence: id });
  if (accountId === work.actor.accountId) return;
  const { name } = work.actor;
  await giveNotice(work, [
    {
      accountId,
      origin: 'segments.exportWithdrawn',
      occurrence: id,
      title: releasedAt
        ? {
            zh: `${name}收回了对您导出 ${rows} 户的批准，不能再下载`,
            en: `${name} took back the release of your export of ${rows} customers; it can no longer be downloaded`,
          }
        : {
            zh: `${name}没有批准您导出 ${rows} 户`,
            en: `${name} did not release your export of ${rows} customers`,
          },
      path: `/customers?export=${id}`,
    },
  ]);
}

function endingOf({ accountId, withdrawnById, releasedAt }: ExportRecord): keyof typeof endings {
  if (withdrawnById === accountId) return 'takenBack';
  return releasedAt ? 'releaseTakenBack' : 'refused';
}

function mayRelease({ actor }: Work<Tables>): boolean {
  return actor.permissions.has(approveExports.id);
}

function toExport({ actor }: Work<Tables>, record: ExportRecord): CustomerExport {
  const { accountId, projectIds: _, wish, withdrawnById: __, ...shown } = record;
  const { format, columns } = wish;
  const endedAs = record.withdrawnAt && endingOf(record);
  return {
    ...shown,
    reason: withTextsMasked(shown.reason),
    format,
    columns,
    own: accountId === actor.accountId,
    ...(endedAs && { withdrawnAs: endedAs }),
  };
}
