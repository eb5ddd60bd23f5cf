import { found, insist } from '@yilu/platform/contract';
import type { RawExchange, Work } from '@yilu/platform/server';
import { errorFileGone, noSuchImport, noSuchSheet, onlyTheImporter, type RowReason } from '../contract/index.ts';
import { filesOf } from '../store/files.ts';
import { rowsOf } from '../store/rows.ts';
import { runById } from '../store/runs.ts';
import { sheetsOf } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import { openRepairs } from './repairs.ts';
import { writeReturned } from './returned-rows.ts';
import { inOwnWork } from './steps.ts';
import { storedFile } from './stored-file.ts';

const mostRows = 100_000;

/**
 * The refused rows of a sheet as the file had them, titles and headings above, reasons in a column after the last: the person
 * mends the file and drops it in again, and what goes in is what the mended rows would have been in their place.
 */
export async function errorFile(
  { begin, reply }: RawExchange,
  { importId, sheetId }: { importId: string; sheetId?: string | undefined },
): Promise<unknown> {
  const { name, ...refused } = await inOwnWork(begin, (work) => gather(work, importId, sheetId));
  const fileName = encodeURIComponent(`${name.replace(/\.[^.]*$/, '')}-退回.xlsx`);
  reply.header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  reply.header('content-disposition', `attachment; filename="rejected.xlsx"; filename*=UTF-8''${fileName}`);
  return reply.send(await writeReturned(refused));
}

async function gather(work: Work<Tables>, importId: string, sheetId: string | undefined) {
  const run = found(await runById(work.db, importId), noSuchImport);
  insist(run.startedBy !== work.actor.accountId ? onlyTheImporter : undefined, 403);
  const sheets = await sheetsOf(work.db, [importId]);
  const sheet = found(
    sheets.find(({ id, counts }) => (sheetId ? id === sheetId : (counts?.rejected ?? 0) > 0)),
    noSuchSheet,
  );
  const file = found(
    (await filesOf(work.db, [importId])).find(({ id }) => id === sheet.fileId),
    noSuchSheet,
  );
  const bytes = found(await storedFile(work, file.id), errorFileGone);
  const rows = await rowsOf(work.db, { runId: importId, sheetId: sheet.id, rejected: true, limit: mostRows });
  await work.audit({
    action: 'imports.error_file_opened',
    subject: { kind: 'import', id: importId },
    after: { sheet: sheet.name, rows: rows.length },
  });
  const reasons = new Map(rows.map(({ row, reasons: why }) => [row, sentenceOf(why, work.language)]));
  const beside = sheets.filter(
    ({ fileId, position, headerRow }) =>
      fileId === sheet.fileId && position === sheet.position && headerRow === sheet.headerRow,
  );
  const repairs = (await openRepairs(work, importId)).get(sheet.id) ?? new Map();
  return { name: file.name, sheet, beside, bytes, repairs, reasons };
}

function sentenceOf(reasons: readonly RowReason[], language: 'zh' | 'en'): string {
  return reasons.map(({ column, message }) => [column, message[language]].filter(Boolean).join('：')).join('；');
}
