import { finishFindable, makeFindable } from '@yilu/customers/server';
import { dayOf } from '@yilu/platform/contract';
import { breathe, type Work } from '@yilu/platform/server';
import { dealsElsewhere, type ImportedKind, type RecordCounts, type RowCounts } from '../contract/index.ts';
import { addChanges, type Door } from '../store/rows.ts';
import type { RunRow } from '../store/runs.ts';
import { type SheetRowOfRun, type Skipped, sheetsOf } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import { openAnswers } from './answers.ts';
import { bringContacts, type Ordinals } from './bring-contacts.ts';
import { bringDeals } from './bring-deals.ts';
import { bringPeople } from './bring-people.ts';
import { bringRooms } from './bring-rooms.ts';
import { type Bringing, describe, type Line, notedFor, type Reading, type Sheet } from './bringing.ts';
import { listening, surveyed } from './gardens.ts';
import { partsOfSheet } from './kept-reading.ts';
import { type NotedRow, openBook, openRecords, recordCounts } from './outcome-book.ts';
import { placeLabel } from './places.ts';
import { openProjects } from './projects.ts';
import { oneAhead, readLines } from './read-lines.ts';
import { openRepairs } from './repairs.ts';
import { dataRows, type SheetRows } from './sheet-rows.ts';

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
  /** All sheets are asked for their buildings before the first row goes in; see gardens.ts. */
  readonly areGardensAhead: boolean;
}

/**
 * Bring all sheets of an import in, within the caller's transaction. The preview is exactly this, rolled back; so what was
 * previewed is what will be written.
 */
export function bringIn(work: Work<Tables>, run: RunRow, way: Way): Promise<BroughtIn> {
  return work.writingBehind((behind) => bringSheetsIn(way.isRehearsal ? untold(behind) : behind, run, way));
}

/** What is rolled back need not be told either. */
function untold(work: Work<Tables>): Work<Tables> {
  return { ...work, tell: () => Promise.resolve() };
}

async function bringSheetsIn(
  work: Work<Tables>,
  run: RunRow,
  { isRehearsal, done, areGardensAhead }: Way,
): Promise<BroughtIn> {
  const all = (await sheetsOf(work.db, [run.id])).filter(({ kind }) => kind !== 'ignored');
  const sheets = [...all].sort((a, b) => rank(a) - rank(b) || Number(tellsEnds(b)) - Number(tellsEnds(a)));
  const rowsOf = await openRows(work, run);
  const changes: Change[] = [];
  const records = openRecords();
  const reading: Reading = { today: dayOf(work.now), projects: await openProjects(work, run, all) };
  const bringing: Bringing = {
    ...reading,
    work,
    importId: run.id,
    answers: await openAnswers(work),
    gardens: areGardensAhead ? await surveyed(linesOf(sheets, rowsOf, reading)) : listening(work),
    records,
    said: new Map(),
    saidOfDeals: new Map(),
    people: new Map(),
    owners: new Map(),
    staffNames: new Set(),
    changedPeople: new Set(),
    isRehearsal,
    keep: (door, image) => void (isRehearsal || changes.push({ door, image })),
  };

  const brought: BroughtSheet[] = [];
  let rowsDone = 0;
  let kept = 0;
  for (const sheet of sheets) {
    const on: Sheet = { sheet, book: openBook() };
    const ordinals: Ordinals = new Map();
    const { batches, skipped } = rowsOf(sheet);
    for await (const { rows, lines } of oneAhead(readLines(bringing, on, batches))) {
      await bringBatch(bringing, on, lines, ordinals);
      const bundles = bundled(changes);
      const from = kept;
      await work.meanwhile(() => addChanges(work.db, run.id, from, bundles));
      kept += bundles.length;
      changes.length = 0;
      await makeFindable(work, [...bringing.changedPeople]);
      bringing.changedPeople.clear();
      rowsDone += rows;
      await done(rowsDone);
    }
    brought.push({ sheet, counts: on.book.counts(), skipped: skipped(), noted: on.book.noted() });
  }
  if (!isRehearsal) await finishFindable(work);
  return { sheets: brought, records: recordCounts(records), staffNames: [...bringing.staffNames].slice(0, 500) };
}

type RowsOf = (sheet: SheetRowOfRun) => SheetRows;

async function openRows(work: Work<Tables>, run: RunRow): Promise<RowsOf> {
  const repairs = await openRepairs(work, run.id);
  return (sheet) =>
    dataRows(partsOfSheet(work, sheet.fileId, sheet.position), sheet, repairs.get(sheet.id) ?? new Map());
}

/** All lines that can go in, with nothing written. */
async function* linesOf(
  sheets: readonly SheetRowOfRun[],
  rowsOf: RowsOf,
  reading: Reading,
): AsyncGenerator<readonly Line[]> {
  for (const sheet of sheets) {
    const { batches } = rowsOf(sheet);
    for await (const { lines } of readLines(reading, { sheet, book: openBook() }, batches)) yield lines;
  }
}

interface Change {
  readonly door: Door;
  readonly image: unknown;
}

const imagesPerBundle = 100;

/** Images of one door in lists: a row for each person would make the undo as dear as the people themselves. */
function bundled(changes: readonly Change[]): Change[] {
  return [...Map.groupBy(changes, ({ door }) => door)].flatMap(([door, of]) =>
    Array.from({ length: Math.ceil(of.length / imagesPerBundle) }, (_, at) => ({
      door,
      image: of.slice(at * imagesPerBundle, (at + 1) * imagesPerBundle).map(({ image }) => image),
    })),
  );
}

async function bringBatch(bringing: Bringing, on: Sheet, read: readonly Line[], ordinals: Ordinals): Promise<void> {
  if (on.sheet.kind === 'deals' && !bringing.work.actor.sides.includes('developer')) return leaveToDeveloper(on, read);
  const roomsOf = await bringRooms(bringing, on, read);
  const lines = read.filter(({ row }) => !on.book.isRejected(row.number));
  await breathe();
  const peopleOf = await bringPeople(bringing, on, lines, roomsOf);
  if (on.sheet.kind === 'contacts') await bringContacts(bringing, on, lines, peopleOf, ordinals);
  if (on.sheet.kind === 'deals') await bringDeals(bringing, on, lines, roomsOf, peopleOf, ordinals);
}

/** Deals are records of the developer's side (ORG-08): whoever works for the property company only neither sees nor makes one. */
function leaveToDeveloper(on: Sheet, lines: readonly Line[]): void {
  for (const line of lines) {
    describe(on, line, placeLabel(line.read.room));
    on.book.reject(line.row.number, [notedFor(on, line.row, { column: '', reason: dealsElsewhere })]);
  }
}

/** A list of deals that ended comes before those in which they still stand: an end frees a room, and no other list revives it. */
function tellsEnds({ kind, columns }: SheetRowOfRun): boolean {
  return kind === 'deals' && columns.some(({ field }) => field === 'closedReason');
}

function rank({ kind }: SheetRowOfRun): number {
  return order.indexOf(kind as ImportedKind);
}
