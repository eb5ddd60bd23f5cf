import { makeFindable } from '@yilu/customers/server';
import { dayOf } from '@yilu/platform/contract';
import { decryptField, type Work } from '@yilu/platform/server';
import {
  type ImportedKind,
  noProject,
  projectUnknown,
  type RecordCounts,
  type Row,
  type RowCounts,
} from '../contract/index.ts';
import { mappedColumns, readRow } from '../rules/index.ts';
import { addChanges, type Door, repairsOf } from '../store/rows.ts';
import type { RunRow } from '../store/runs.ts';
import { type SheetRowOfRun, type Skipped, sheetsOf } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import { openAnswers } from './answers.ts';
import { bringContacts, type Ordinals } from './bring-contacts.ts';
import { bringDeals } from './bring-deals.ts';
import { bringPeople } from './bring-people.ts';
import { bringRooms } from './bring-rooms.ts';
import { type Bringing, describe, type Line, notedFor, type Sheet } from './bringing.ts';
import { type NotedRow, openBook, openRecords, recordCounts } from './outcome-book.ts';
import { placeLabel } from './places.ts';
import { openProjects } from './projects.ts';
import { dataRows, type OpenFile, openFile, type RepairsOfSheet } from './sheet-rows.ts';
import { storedFile } from './stored-file.ts';

/** People before the rooms that refer to them, rooms before who lives there, everybody before contacts and deals. */
const order: readonly ImportedKind[] = ['owners', 'assets', 'rooms', 'residents', 'parking', 'contacts', 'deals'];

export interface BroughtSheet {
  readonly sheet: SheetRowOfRun;
  readonly counts: RowCounts;
  readonly skipped: Skipped;
  readonly noted: readonly NotedRow[];
}
export interface BroughtIn {
  readonly sheets: readonly BroughtSheet[];
  readonly records: RecordCounts;
  readonly staffNames: readonly string[];
}

export interface Way {
  /** The caller rolls back. */
  readonly isRehearsal: boolean;
  /** Told after each batch: data rows done so far, over all sheets. */
  readonly done: (rows: number) => Promise<void>;
}

/**
 * Bring all sheets of an import in, within the caller's transaction. The preview is exactly this, rolled back; so what was
 * previewed is what will be written.
 */
export async function bringIn(work: Work<Tables>, run: RunRow, { isRehearsal, done }: Way): Promise<BroughtIn> {
  const sheets = (await sheetsOf(work.db, [run.id])).filter(({ kind }) => kind !== 'ignored');
  const repairs = await openRepairs(work, run.id);
  const changes: { door: Door; image: unknown }[] = [];
  const records = openRecords();
  const bringing: Bringing = {
    work,
    importId: run.id,
    today: dayOf(work.now),
    projects: await openProjects(work, run),
    answers: await openAnswers(work),
    records,
    people: new Map(),
    staffNames: new Set(),
    changedPeople: new Set(),
    isRehearsal,
    keep: (door, image) => void (isRehearsal || changes.push({ door, image })),
  };

  const brought: BroughtSheet[] = [];
  let file: { readonly id: string; readonly open: OpenFile } | undefined;
  let rowsDone = 0;
  let kept = 0;
  for (const sheet of [...sheets].sort((a, b) => rank(a) - rank(b))) {
    if (file?.id !== sheet.fileId) {
      const bytes = await storedFile(work, sheet.fileId);
      if (!bytes) continue;
      file = { id: sheet.fileId, open: await openFile(bytes) };
    }
    const on: Sheet = { sheet, book: openBook() };
    const ordinals: Ordinals = new Map();
    const { batches, skipped } = dataRows(file.open, sheet, repairs.get(sheet.id) ?? new Map());
    for await (const batch of batches) {
      await bringBatch(bringing, on, batch, ordinals);
      await addChanges(work.db, run.id, kept, changes);
      kept += changes.length;
      changes.length = 0;
      rowsDone += batch.length;
      await done(rowsDone);
    }
    brought.push({ sheet, counts: on.book.counts(), skipped: skipped(), noted: on.book.noted() });
  }
  await makeFindable(work, [...bringing.changedPeople]);
  return { sheets: brought, records: recordCounts(records), staffNames: [...bringing.staffNames].slice(0, 500) };
}

async function bringBatch(bringing: Bringing, on: Sheet, batch: readonly Row[], ordinals: Ordinals): Promise<void> {
  const { sheet, book } = on;
  const kind = sheet.kind;
  if (kind === 'ignored') return;
  const reader = { kind, columns: mappedColumns(sheet.columns), today: bringing.today };
  const lines = batch.flatMap((row): Line[] => {
    const read = readRow(row, reader);
    const line = { row, read, projectId: '' };
    if (read.rejections.length > 0) {
      book.reject(
        row.number,
        read.rejections.map((problem) => notedFor(on, row, problem)),
      );
      describe(on, line, placeLabel(read.room));
      return [];
    }
    const projectId = bringing.projects.of(sheet, read.project);
    if (typeof projectId !== 'string') {
      const column = sheet.columns.find(({ field }) => field === 'project')?.heading ?? '';
      const reason = projectId ? projectUnknown({ name: projectId.unknown.slice(0, 40) }) : noProject;
      book.reject(row.number, [notedFor(on, row, { column, reason })]);
      describe(on, line, placeLabel(read.room));
      return [];
    }
    book.went(row.number, 'unchanged');
    for (const problem of read.problems) book.note(row.number, 'problem', notedFor(on, row, problem));
    return [{ ...line, projectId }];
  });

  const roomsOf = await bringRooms(bringing, on, lines);
  const peopleOf = await bringPeople(bringing, on, lines, roomsOf);
  if (kind === 'contacts') await bringContacts(bringing, on, lines, peopleOf, ordinals);
  if (kind === 'deals') await bringDeals(bringing, on, lines, roomsOf, peopleOf, ordinals);
}

function rank({ kind }: SheetRowOfRun): number {
  return order.indexOf(kind as ImportedKind);
}

async function openRepairs(work: Work<Tables>, runId: string): Promise<Map<string, RepairsOfSheet>> {
  const bySheet = new Map<string, Map<number, Map<number, string>>>();
  for (const { sheetId, row, column, sealed } of await repairsOf(work.db, runId)) {
    const rows = bySheet.get(sheetId) ?? new Map<number, Map<number, string>>();
    const cells = rows.get(row) ?? new Map<number, string>();
    cells.set(column, decryptField(work.keys, sealed, sheetId));
    rows.set(row, cells);
    bySheet.set(sheetId, rows);
  }
  return bySheet;
}
