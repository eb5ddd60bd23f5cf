import { day } from '@yilu/platform/contract';
import type { Cell, ImportedKind, MergedRange, PersonRead, ReadRow, RoomRead, Row } from '../../contract/index.ts';
import { contextOf } from '../../rules/recognise/context.ts';
import { type ColumnFound, mappedColumns, recogniseSheet } from '../../rules/recognise/sheet.ts';
import { tableReader } from '../../rules/recognise/table-rows.ts';
import { unfolded } from '../../rules/recognise/unfold.ts';
import { readRow } from '../../rules/rows/read-row.ts';

/** A sheet as an office keeps it, written as rows of cells; an empty row is `[]`. */
export interface OfficeSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** As Excel writes them: `A1:F1`. */
  readonly merged?: readonly string[];
}

export interface ToldSheet {
  readonly kind: string;
  readonly lines: readonly string[];
  readonly skipped: readonly string[];
  readonly unmapped: readonly string[];
  readonly columns: readonly ColumnFound[];
}

/** A sheet of an office and how a careful clerk reads it. */
export interface Office {
  readonly what: string;
  readonly name: string;
  /** A line per row, cells parted by `|`; `=` before a number that is one, `⏎` for a line end within a cell. */
  readonly rows: string;
  readonly merged?: readonly string[];
  /** Per table: what it is, the headings that go nowhere, and a line per row as told. */
  readonly reads: readonly { readonly kind: string; readonly unmapped: string; readonly lines: string }[];
}

export function sheetOf({ name, rows, merged }: Office): OfficeSheet {
  const lines = rows.slice(1, -1).split('\n');
  return {
    name,
    ...(merged && { merged }),
    rows: lines.map((line) =>
      line === '' ? [] : line.split('|').map((cell) => cellOf(cell.trim().replaceAll('⏎', '\n'))),
    ),
  };
}

function cellOf(text: string): Cell {
  if (text === '') return null;
  return text.startsWith('=') ? Number(text.slice(1)) : text;
}

/** The tables of a sheet as the importer understands them, before anything is asked of the database. */
export function understand({ name, rows, merged = [] }: OfficeSheet): ToldSheet[] {
  const ranges = merged.map(mergedRangeOf);
  const given = rows.flatMap((cells, at): Row[] => (cells.length === 0 ? [] : [{ number: at + 1, cells }]));
  return recogniseSheet(name, given, ranges).map(({ kind, table, columns, layout }) => {
    if (!table || kind === 'ignored') return { kind, lines: [], skipped: [], unmapped: [], columns };
    const meant = tableReader({ table, merged: ranges, kind, columns });
    const context = contextOf(name, table.above.join(' '));
    const reader = { kind: kind as ImportedKind, columns: mappedColumns(columns), today: day('2026-11-21'), context };
    const lines: string[] = [];
    const skipped: string[] = [];
    for (const row of unfolded(layout, given).filter(
      ({ number }) => number > table.headerRow && number <= (table.lastRow ?? number),
    )) {
      const { sort, row: as } = meant(row);
      if (sort === 'data') lines.push(`${row.number}: ${told(readRow(as, reader))}`);
      else skipped.push(`${row.number}: ${sort}`);
    }
    return {
      kind,
      lines,
      skipped,
      unmapped: columns.filter(({ field }) => !field).map(({ heading }) => heading),
      columns,
    };
  });
}

/** A row as a clerk would read it aloud. */
export function told(row: ReadRow): string {
  if (row.rejections.length > 0)
    return `退回 ${row.rejections.map(({ column, reason }) => `${column}:${reason.code.slice(8)}`).join(' ')}`;
  const { room, deal, space } = row;
  return [
    row.project && `项目${row.project}`,
    row.people.map(toldPerson).join(' + '),
    room && `@${[room.phase && `${room.phase}期`, buildingOf(room), room.unit, room.number].filter(Boolean).join('-')}`,
    ...row.furtherRooms.map(
      (other) => `及 ${[other.kind, buildingOf(other), other.unit, other.number].filter(Boolean).join('-')}`,
    ),
    room && JSON.stringify(without(room, ['phase', 'before', 'building', 'unit', 'number'])),
    ...row.contacts.map((contact) => JSON.stringify(contact)),
    deal && JSON.stringify(deal),
    space && JSON.stringify(space),
    row.answers
      .map(
        ({ field, text, value, of }) =>
          `${of ? row.people[of]?.name : ''}${field}=${value ? JSON.stringify(value) : text}`,
      )
      .join(','),
    row.problems.map(({ column, reason }) => `!${column}:${reason.code.slice(8)}`).join(' '),
  ]
    .filter((part) => part && part !== '{}')
    .join(' | ');
}

function buildingOf({ before = '', building }: RoomRead): string | undefined {
  return building && `${before}${building}`;
}

const relationWords = { spouse: '配偶', child: '子女', parent: '父母', sibling: '兄弟姐妹', relative: '亲属' } as const;

function toldPerson(person: PersonRead): string {
  return [
    person.kind === 'company' ? '公司' : undefined,
    person.name,
    person.phones.join('/'),
    person.sex === undefined ? undefined : person.sex === 'male' ? '男' : '女',
    person.birthDate ?? person.birthYear,
    person.identity?.number,
    person.role,
    person.share,
    person.startedOn && `自${person.startedOn}`,
    person.endedOn && `至${person.endedOn}`,
    person.hasLeft && '已退租',
    person.relation && relationWords[person.relation],
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

function without(thing: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(thing).filter(([key]) => !keys.includes(key)));
}

export function mergedRangeOf(reference: string): MergedRange {
  const [, fromColumn = '', fromRow = '', toColumn = '', toRow = ''] =
    /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const column = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return {
    fromRow: Number(fromRow) - 1,
    fromColumn: column(fromColumn),
    toRow: Number(toRow) - 1,
    toColumn: column(toColumn),
  };
}
