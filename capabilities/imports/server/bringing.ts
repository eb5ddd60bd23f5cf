import type { ImportedPerson } from '@yilu/customers/contract';
import type { Day, Refusal } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import type { SaidOfRooms } from '@yilu/properties/contract';
import type { Field, Problem, ReadRow, Row } from '../contract/index.ts';
import { cellText } from '../rules/index.ts';
import type { Door } from '../store/rows.ts';
import type { SheetRowOfRun } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import type { AnswerReader } from './answers.ts';
import type { Gardens } from './gardens.ts';
import type { Noted, OutcomeBook, RecordBook } from './outcome-book.ts';
import type { ProjectFinder } from './projects.ts';
import { maskedText } from './recognise-files.ts';
import type { SaidOfDeals } from './said-of-deals.ts';

/** What it takes to understand rows. */
export interface Reading {
  readonly today: Day;
  readonly projects: ProjectFinder;
}

/** What bringing in one import knows and gathers on its way. */
export interface Bringing extends Reading {
  readonly work: Work<Tables>;
  readonly importId: string;
  readonly answers: AnswerReader;
  readonly gardens: Gardens;
  readonly records: RecordBook;
  /** What this import has said of rooms so far: the first has the say. */
  readonly said: SaidOfRooms;
  readonly saidOfDeals: SaidOfDeals;
  /** People by the source's own number, per file and overall: sheets refer to each other by it. */
  readonly people: Map<string, readonly ImportedPerson[]>;
  /** Owners by their home, as they came in before: families stand rows, and batches, away from them. */
  readonly owners: Map<string, ImportedPerson>;
  /** Names of staff that the rows carry. */
  readonly staffNames: Set<string>;
  /** People of the present batch who came or changed, to be made findable. */
  readonly changedPeople: Set<string>;
  /** Rolled back at the end: what only serves afterwards (images for the undo, search words) is left out. */
  readonly isRehearsal: boolean;
  /** Keep a before-image for the undo. */
  readonly keep: (door: Door, image: unknown) => void;
}

/** One row on its way in. */
export interface Line {
  readonly row: Row;
  readonly read: ReadRow;
  readonly projectId: string;
}

/** A sheet on its way in. */
export interface Sheet {
  readonly sheet: SheetRowOfRun;
  readonly book: OutcomeBook;
}

export function notedFor({ sheet }: Sheet, row: Row, { column, reason }: Problem): Noted {
  const found = sheet.columns.find(({ heading }) => heading === column);
  if (!found) return { column, reason };
  return {
    column,
    reason,
    columnIndex: found.column,
    given: maskedText(cellText(row.cells[found.column])).slice(0, 200),
  };
}

/** A remark about a field, under the heading that the file has for it. */
export function noteField(
  sheet: Sheet,
  line: Line,
  sort: 'problem' | 'difference',
  field: Field,
  reason: Refusal,
): void {
  const column = headingOf(sheet.sheet, field);
  sheet.book.note(line.row.number, sort, notedFor(sheet, line.row, { column, reason }));
}

export function headingOf(sheet: SheetRowOfRun, field: Field): string {
  return sheet.columns.find((column) => column.field === field)?.heading ?? '';
}

export function describe(sheet: Sheet, line: Line, room: string | undefined): void {
  const name = line.read.people.map((person) => person.name).join('、');
  sheet.book.describe(line.row.number, name === '' ? undefined : name.slice(0, 60), room);
}
