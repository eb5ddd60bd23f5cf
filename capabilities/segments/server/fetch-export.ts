import { dayOf, found, insist } from '@yilu/platform/contract';
import { type Begin, type RawExchange, type Work, writeCsv, writeXlsx } from '@yilu/platform/server';
import { circles, sources, tags } from '@yilu/settings/contract';
import { entriesIn } from '@yilu/settings/server';
import { exportIsOver, exportKeptHours, exportNotReleased, exportWithdrawn, noSuchExport } from '../contract/index.ts';
import { type EntryNames, exportedCells, headLine, watermark } from '../rules/index.ts';
import { type BookKey, bookPage } from '../store/book.ts';
import { type ExportRecord, exportById, markFetched } from '../store/exports.ts';
import type { Tables } from '../store/tables.ts';
import { askingOf, chosenBy, shownTo } from './read-book.ts';

/** Rows read at a time; the file is written while it is read, so its size costs no memory. */
const rowsAtOnce = 2_000;
const keptFor = exportKeptHours * 3_600_000;

/** The file of a released export, for the one who asked, within a day; every fetch is logged. */
export async function fetchExport({ reply, begin }: RawExchange, { exportId }: { exportId: string }): Promise<unknown> {
  const { record, names, line, language } = await begin(async (work) => {
    const own = work as Work<Tables>;
    const known = await exportById(own.db, exportId);
    const mine = found(known?.accountId === work.actor.accountId ? known : undefined, noSuchExport);
    insist(mine.withdrawnAt ? exportWithdrawn : undefined);
    insist(mine.releasedAt ? undefined : exportNotReleased);
    insist(work.now.getTime() - (mine.releasedAt?.getTime() ?? 0) > keptFor ? exportIsOver : undefined);
    // Waits for whoever withdraws it at this moment.
    insist((await markFetched(own.db, exportId, work.now)) ? undefined : exportWithdrawn);
    await work.audit({
      action: 'segments.exported',
      subject: { kind: 'customerExport', id: exportId },
      after: { rows: mine.rows, format: mine.wish.format },
      reason: mine.reason,
    });
    const at = new Date(work.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    const marked = { by: work.actor.name, at, reason: mine.reason, rows: mine.rows, id: mine.id };
    return {
      record: mine,
      names: await entryNames(work),
      line: watermark(marked, work.language),
      language: work.language,
    };
  });
  const cells = cellsOf(begin, record, { names, line, language });
  const isCsv = record.wish.format === 'csv';
  const name = `${language === 'zh' ? '客户' : 'customers'}-${dayOf(record.askedAt)}.${record.wish.format}`;
  reply
    .header('content-type', isCsv ? 'text/csv; charset=utf-8' : xlsxType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store');
  return reply.send(isCsv ? writeCsv(cells) : writeXlsx(language === 'zh' ? '客户' : 'Customers', cells));
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Words {
  readonly names: EntryNames;
  readonly line: string;
  readonly language: 'zh' | 'en';
}

/** Never more customers than were asked for and released, however many fit the filter by now. */
async function* cellsOf(begin: Begin, { id, wish, rows: most }: ExportRecord, { names, line, language }: Words) {
  yield headLine(wish.columns, language);
  let after: BookKey | undefined;
  let left = most;
  do {
    const { rows, last } = await begin((work) => pageAfter(work as Work<Tables>, { id, wish }, after));
    for (const row of rows.slice(0, left)) yield exportedCells(row, wish.columns, language, names);
    left -= rows.length;
    after = last;
  } while (after && left > 0);
  yield [line];
}

async function pageAfter(
  work: Work<Tables>,
  { id, wish: { selection, sort } }: Pick<ExportRecord, 'id' | 'wish'>,
  after: BookKey | undefined,
) {
  // A large file takes a while: what was withdrawn meanwhile breaks off.
  insist((await exportById(work.db, id))?.withdrawnAt ? exportWithdrawn : undefined);
  const chosen = await chosenBy(work, selection);
  const rows = await bookPage(work.db, chosen, askingOf(work), { sort, after, limit: rowsAtOnce });
  const end = rows.at(-1);
  const last: BookKey | undefined =
    rows.length === rowsAtOnce && end
      ? { value: end.place, personId: end.personId, projectId: end.projectId }
      : undefined;
  return { rows: shownTo(work, rows), last };
}

async function entryNames(work: Work): Promise<EntryNames> {
  const known = new Map<string, string>();
  for (const dictionary of [tags, circles, sources]) {
    for (const entry of await entriesIn(work, dictionary)) {
      known.set(`${dictionary.key}/${entry.id}`, entry[work.language]);
    }
  }
  return (dictionary, id) => known.get(`${dictionary}/${id}`) ?? id;
}
