import { setImmediate as everybodyElse } from 'node:timers/promises';
import { noProject, projectUnknown, type ReadRow, type RoomRead, type Row } from '../contract/index.ts';
import { contextOf, mappedColumns, readRow } from '../rules/index.ts';
import { describe, type Line, notedFor, type Reading, type Sheet } from './bringing.ts';
import { placeLabel } from './places.ts';
import type { PlaceWord } from './projects.ts';

export interface ReadBatch {
  /** How many rows of the file these are. */
  readonly rows: number;
  /** Those that can go in; the others are noted in the sheet's book. */
  readonly lines: readonly Line[];
}

/** Understand batches of rows one after the other. */
export async function* readLines(
  reading: Reading,
  on: Sheet,
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<ReadBatch> {
  const { kind, columns } = on.sheet;
  if (kind === 'ignored') return;
  const context = contextOf(on.sheet.name, on.sheet.title);
  const reader = { kind, columns: mappedColumns(columns), today: reading.today, context };
  for await (const batch of batches) {
    const lines: Line[] = [];
    for (const [at, row] of batch.entries()) {
      const line = understood(reading, on, row, readRow(row, reader));
      if (line) lines.push(line);
      if (at % rowsPerTurn === 0) await everybodyElse();
    }
    yield { rows: batch.length, lines };
  }
}

/** Under a millisecond: whoever thinks what to ask PostgreSQL next takes five times as long a stretch, and is not kept from it by this. */
const rowsPerTurn = 8;

/** Reads the next while the present one is being worked on. */
export async function* oneAhead<Item>(source: AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    for (let next = source.next(); ; ) {
      const { done, value } = await next;
      if (done) return;
      next = source.next();
      // Heard of above, in its turn.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}

function understood(reading: Reading, on: Sheet, row: Row, read: Line['read']): Line | undefined {
  const { sheet, book } = on;
  const line = { row, read, projectId: '' };
  if (read.rejections.length > 0) {
    book.reject(
      row.number,
      read.rejections.map((problem) => notedFor(on, row, problem)),
    );
    describe(on, line, placeLabel(read.room));
    return undefined;
  }
  const projectId = reading.projects.of(sheet, read.project);
  if (typeof projectId !== 'string') {
    const column = sheet.columns.find(({ field }) => field === 'project')?.heading ?? '';
    const reason = projectId ? projectUnknown({ name: projectId.unknown.slice(0, 40) }) : noProject;
    book.reject(row.number, [notedFor(on, row, { column, reason })]);
    describe(on, line, placeLabel(read.room));
    return undefined;
  }
  book.went(row.number, 'unchanged');
  for (const problem of read.problems) book.note(row.number, 'problem', notedFor(on, row, problem));
  return { ...line, read: withWord(read, reading.projects.wordOf(sheet, read.project)), projectId };
}

/** A name that a person counted to the project tells its buildings from those of the other names. */
function withWord(read: ReadRow, word: PlaceWord | undefined): ReadRow {
  if (!word) return read;
  const told = <Place extends RoomRead>(place: Place): Place => ({
    ...place,
    ...(word.phase && { phase: place.phase ?? word.phase }),
    ...(word.before && !place.before?.includes(word.before) && { before: `${word.before}${place.before ?? ''}` }),
  });
  return { ...read, ...(read.room && { room: told(read.room) }), furtherRooms: read.furtherRooms.map(told) };
}
