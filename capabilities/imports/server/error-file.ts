import { found, insist } from '@yilu/platform/contract';
import { type RawExchange, readSpreadsheet, type Work, writeXlsx } from '@yilu/platform/server';
import {
  type Cell,
  errorFileGone,
  noSuchImport,
  noSuchSheet,
  onlyTheImporter,
  type Row,
  type RowReason,
} from '../contract/index.ts';
import { unfolding } from '../rules/index.ts';
import { filesOf } from '../store/files.ts';
import { rowsOf } from '../store/rows.ts';
import { runById } from '../store/runs.ts';
import { type SheetRowOfRun, sheetsOf } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import { inOwnWork } from './steps.ts';
import { storedFile } from './stored-file.ts';

const mostRows = 100_000;

/** The refused rows of a sheet as the file had them, titles and headings above, reasons in a column after the last. */
export async function errorFile(
  { begin, reply }: RawExchange,
  { importId, sheetId }: { importId: string; sheetId?: string | undefined },
): Promise<unknown> {
  const { name, sheet, bytes, reasons } = await inOwnWork(begin, (work) => gather(work, importId, sheetId));
  const fileName = encodeURIComponent(`${name.replace(/\.[^.]*$/, '')}-退回.xlsx`);
  reply.header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  reply.header('content-disposition', `attachment; filename="rejected.xlsx"; filename*=UTF-8''${fileName}`);
  return reply.send(writeXlsx(sheet.name || '退回', originalRows(bytes, sheet, reasons)));
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
  return { name: file.name, sheet, bytes, reasons };
}

function sentenceOf(reasons: readonly RowReason[], language: 'zh' | 'en'): string {
  return reasons.map(({ column, message }) => [column, message[language]].filter(Boolean).join('：')).join('；');
}

async function* originalRows(
  bytes: Uint8Array,
  sheet: SheetRowOfRun,
  reasons: ReadonlyMap<number, string>,
): AsyncGenerator<readonly Cell[]> {
  const { take, rest } = unfolding(sheet.layout);
  const folded = sheet.layout !== undefined;
  const width = Math.max(0, ...sheet.columns.map(({ column }) => column)) + 1;
  const headerRow = sheet.headerRow ?? 1;
  const withReason = ({ cells }: Row, reason: string | undefined) => {
    const row = Array.from({ length: width }, (_, column) => cells[column] ?? null);
    return reason === undefined ? row : [...row, reason];
  };
  // Cards and lines come back as the table that they make, which can be mended and dropped in again.
  if (folded) yield [...sheet.columns.map(({ heading }) => heading), '退回原因'];
  for await (const part of readSpreadsheet(bytes, {}, [sheet.position])) {
    if (part.part !== 'rows' || part.sheet !== sheet.position) continue;
    for (const row of folded ? part.rows.flatMap(take) : part.rows) {
      const { number } = row;
      const reason = number === headerRow ? '退回原因' : reasons.get(number);
      if (number < (sheet.firstRow ?? 1) || (number > headerRow && reason === undefined)) continue;
      yield withReason(row, reason);
    }
  }
  for (const row of rest()) if (reasons.has(row.number)) yield withReason(row, reasons.get(row.number));
}
