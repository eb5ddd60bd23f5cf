import type { Day } from '@yilu/platform/contract';
import type { Row } from '../../contract/cell.ts';
import type { Field } from '../../contract/field.ts';
import type { ImportedKind } from '../../contract/kind.ts';
import {
  noName,
  noOrderNumber,
  noPhoneNorRoom,
  noRoom,
  noSpaceCode,
  ownRoomMissing,
  readWithRowAbove,
} from '../../contract/problems.ts';
import {
  type AnswerRead,
  answerFields,
  type MappedColumn,
  type PersonRead,
  type Problem,
  type ReadRow,
  type RoomRead,
} from '../../contract/read-row.ts';
import type { SheetContext } from '../recognise/context.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { readNames } from '../values/name.ts';
import { readContacts } from './contacts.ts';
import { readDeal } from './deals.ts';
import { readFamily } from './family.ts';
import { type OpenRow, openRow, remarkOf } from './open-row.ts';
import { readPeople } from './people-of-row.ts';
import { readRoomsOf, readSpace, spacesBeside } from './rooms.ts';

export interface RowReader {
  readonly kind: ImportedKind;
  readonly columns: readonly MappedColumn[];
  /** Turns ages into years of birth; what a later day tells has not happened. */
  readonly today: Day;
  /** What the sheet's name and title say of all its rows. */
  readonly context?: SheetContext;
}

/**
 * Understand one row. Where it can go in without a broken field it does, and the field is a problem; where it cannot, it has
 * rejections: no name, or neither a usable phone nor a room.
 */
export function readRow(given: Row, { kind, columns, today, context = {} }: RowReader): ReadRow {
  const row = openRow(given, columns, { context, today });
  const people = kind === 'rooms' ? [] : readPeople(row, kind, today);
  // Beside a parking space the home is named to tell who the owner is; of any other person it may be somebody else's.
  const hasRoom = kind !== 'contacts' && (kind !== 'parking' || /业主|产权|户主|客户|买受/.test(row.heading('name')));
  const beside = kind === 'parking' || kind === 'rooms' ? [] : spacesBeside(row);
  // In a list of sold spaces the home beside one is not what was sold.
  const isOfSpace = kind === 'deals' && context.areSpaces === true && beside.length > 0;
  const [room, ...furtherRooms] = isOfSpace ? beside : [...(hasRoom ? readRoomsOf(row) : []), ...beside];
  const deal = kind === 'deals' ? readDeal(row) : undefined;
  noteMissingRoom(row, kind, room);
  const space = kind === 'parking' ? readSpace(row) : undefined;
  const contacts = kind === 'contacts' ? readContacts(row) : [];
  const answers =
    people.length > 0 ? [...readAnswers(row, kind), ...answersOfMember(row, people), ...readFamily(row, today)] : [];
  const project = row.text('project');
  const personKey = textKey(row);

  const rejections = rejectionsOf(row, kind, {
    people,
    room,
    personKey,
    hasSpace: space !== undefined,
    hasHome: room?.number !== undefined || furtherRooms.length > 0,
    dealKey: deal?.key,
  });
  return {
    row: given.number,
    ...(project ? { project } : {}),
    ...(personKey ? { personKey } : {}),
    people,
    answers,
    answersOf: answersOf(people, context),
    ...(room ? { room } : {}),
    furtherRooms,
    contacts,
    ...(deal ? { deal } : {}),
    ...(space ? { space } : {}),
    problems: rejections.length > 0 ? [] : row.problems(),
    rejections,
  };
}

/** A row without a room of its own is either another person of the row above, or is told. */
function noteMissingRoom(row: OpenRow, kind: ImportedKind, room: RoomRead | undefined): void {
  if (kind === 'contacts' || kind === 'parking' || kind === 'rooms' || !row.has('room')) return;
  if (row.row.continues === 'blank' && room) {
    const place = [room.building, room.unit, room.number].filter(Boolean).join('-');
    row.note('room', readWithRowAbove({ room: place }));
  } else if (!room && saysNothing(cellText(row.cell('room'))) && !row.has('personKey')) {
    row.note('room', ownRoomMissing);
  }
}

interface Understood {
  readonly people: readonly PersonRead[];
  readonly room: RoomRead | undefined;
  readonly personKey: string | undefined;
  readonly hasSpace: boolean;
  readonly hasHome: boolean;
  readonly dealKey: string | undefined;
}

function rejectionsOf(row: OpenRow, kind: ImportedKind, read: Understood): Problem[] {
  const reject = (field: Field, reason: Problem['reason']): Problem[] => [
    { column: row.heading(field), reason: brokenIn(row, field) ?? reason },
  ];
  switch (kind) {
    case 'parking':
      return read.hasSpace ? [] : reject('spaceCode', noSpaceCode);
    case 'rooms':
      return read.room ? [] : reject('room', noRoom);
    case 'assets':
      if (read.people.length === 0 && read.room) return [];
      break;
    case 'residents':
      // A list of tenants has its vacant homes too.
      if (read.people.length === 0 && read.hasHome && row.has('tenant') && !row.has('name')) return [];
      break;
    default:
  }
  const [first] = read.people;
  if (!first) return reject('name', noName);
  const reachable =
    read.people.some(({ phones }) => phones.length > 0) ||
    read.hasHome ||
    read.personKey !== undefined ||
    first.identity !== undefined;
  if (!reachable) return reject(row.has('phone') ? 'phone' : 'room', noPhoneNorRoom);
  if (kind === 'deals' && !read.dealKey && !read.room?.number)
    return reject(row.has('dealKey') ? 'dealKey' : 'room', noOrderNumber);
  return [];
}

/** The most exact reason there is: why the cell itself could not be read. */
function brokenIn(row: OpenRow, field: Field): Problem['reason'] | undefined {
  return row.problems().find(({ column, reason }) => column === row.heading(field) && reason !== ownRoomMissing)
    ?.reason;
}

function textKey(row: OpenRow): string | undefined {
  const text = cellText(row.cell('personKey'));
  return saysNothing(text) || text === '0' ? undefined : text.slice(0, 100);
}

/** Whose the answers are: in a list of tenants the tenant's, else the first person's. */
function answersOf(people: readonly PersonRead[], { areTenants }: SheetContext): number {
  return areTenants
    ? Math.max(
        0,
        people.findIndex(({ role }) => role === 'tenant'),
      )
    : 0;
}

function readAnswers(row: OpenRow, kind: ImportedKind): AnswerRead[] {
  const answers = answerFields
    .filter((field) => row.has(field) || (field === 'emergencyContact' && row.has('emergencyPhone')))
    .flatMap((field): AnswerRead[] => {
      const text = answerText(row, field);
      return saysNothing(text) ? [] : [{ field, text: text.slice(0, 500), column: row.heading(field) }];
    });
  // A register and a deal keep remarks themselves; elsewhere they belong to whoever the row is about.
  const remark = kind === 'contacts' || kind === 'deals' ? undefined : remarkOf(row);
  return remark === undefined
    ? answers
    : [
        ...answers,
        { field: 'remark', text: remark.slice(0, 1_000), column: row.heading(row.has('note') ? 'note' : 'name') },
      ];
}

const ofMember = [
  ['memberEmployer', 'employer'],
  ['memberOccupation', 'occupation'],
] as const;

/** Where a member of the family works is the member's, not the owner's. */
function answersOfMember(row: OpenRow, people: readonly PersonRead[]): AnswerRead[] {
  const [member] = readNames(row.cell('member'));
  const at = people.findIndex(({ name }) => name === member?.name);
  return ofMember.flatMap(([from, field]) => {
    const text = cellText(row.cell(from));
    return at < 0 || saysNothing(text)
      ? []
      : [{ field, text: text.slice(0, 500), column: row.heading(from), ...(at > 0 && { of: at }) }];
  });
}

function platesOf(row: OpenRow): string {
  const plates = row.cells('plate').map(({ cell }) => cellText(cell));
  return plates.filter((text) => !saysNothing(text) && !/^(?:无牌|无车|未上牌|临牌|没车)$/.test(text)).join('、');
}

/** The emergency contact's phone stands beside the name. */
function answerText(row: OpenRow, field: (typeof answerFields)[number]): string {
  if (field === 'plate') return platesOf(row);
  const text = cellText(row.cell(field)).replace(field === 'grade' ? /\([^()]*\)/g : '', '');
  if (field !== 'emergencyContact') return text;
  const phone = cellText(row.cell('emergencyPhone'));
  return [text, phone].filter((part) => !saysNothing(part)).join(' ');
}
