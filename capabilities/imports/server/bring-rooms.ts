import type { AmbiguousRoom, BuildingTold, RoomContradiction, RoomRow } from '@yilu/properties/contract';
import { layOutBuildings, upsertRooms } from '@yilu/properties/server';
import {
  buildingAmbiguous,
  buildingReadAs,
  buildingStandsBeside,
  buildingTakesOn,
  type Field,
  keptOurs,
  saidOtherwise,
  spaceAmbiguous,
} from '../contract/index.ts';
import { type Bringing, describe, headingOf, type Line, notedFor, noteField, type Sheet } from './bringing.ts';
import { buildingsIn } from './gardens.ts';
import { placeLabel, toRoomRow, toSpaceRow } from './places.ts';

/** Houses and parking spaces of the lines, in sets per project; the rooms of each line by its row, the main one first. */
export async function bringRooms(
  bringing: Bringing,
  sheet: Sheet,
  lines: readonly Line[],
): Promise<Map<number, string[]>> {
  const roomsOf = new Map<number, string[]>();
  for (const [projectId, of] of Map.groupBy(lines, (line) => line.projectId)) {
    const byRow = new Map(of.map((line) => [String(line.row.number), line]));
    const rows = of.flatMap(toRow);
    await bringing.gardens.hear(
      projectId,
      of.flatMap(({ read }) => buildingsIn(read)),
    );
    const elsewhere = bringing.gardens.elsewhere(projectId);
    const { said } = bringing;
    const list = sheet.sheet.name;
    const { outcomes, ambiguous, told, changes } = await upsertRooms(bringing.work, {
      ...{ projectId, rows, elsewhere, list, said },
    });
    for (const room of ambiguous) tellAmbiguous(sheet, byRow, room);
    for (const building of told) tellOfBuilding(sheet, byRow, building);
    for (const { ref, roomId, outcome, differences, contradictions } of outcomes) {
      const line = byRow.get(rowOf(ref));
      if (!line) continue;
      const row = line.row.number;
      roomsOf.set(row, [...(roomsOf.get(row) ?? []), roomId]);
      if (!line.read.space || ref.includes('/')) bringing.records.rooms.add(roomId);
      sheet.book.went(row, outcome);
      describe(sheet, line, line.read.space?.code ?? placeLabel(line.read.room));
      if (differences.length > 0)
        noteField(sheet, line, 'difference', line.read.space ? 'spaceCode' : 'room', keptOurs);
      for (const contradiction of contradictions) tellContradiction(sheet, line, contradiction);
    }
    if (changes.length > 0) bringing.keep('rooms', { projectId, changes });
    await bringBuildings(bringing, sheet, projectId, of);
  }
  return roomsOf;
}

const columnOfFact: Readonly<Record<string, Field>> = {
  grossArea: 'builtArea',
  innerArea: 'innerArea',
  floor: 'floor',
  layout: 'layout',
  orientation: 'orientation',
  fitOut: 'fitOut',
  salesState: 'roomState',
  productType: 'roomType',
  deliveryBatch: 'deliveryBatch',
  'milestone.HANDED_OVER': 'handedOverOn',
  'milestone.DECORATION_STARTED': 'fittedOutOn',
  'milestone.MOVED_IN': 'movedInOn',
};

/** Two rows of one import that say different things of one room. */
function tellContradiction(sheet: Sheet, line: Line, { field, earlier }: RoomContradiction): void {
  const reason = saidOtherwise({ sheet: earlier.list, row: Number(rowOf(earlier.ref)) });
  noteField(sheet, line, 'problem', columnOfFact[field] ?? (line.read.space ? 'spaceCode' : 'room'), reason);
}

/** Without its home a row is rejected, since it cannot be told whose it is; a further room is left out of it. */
function tellAmbiguous(sheet: Sheet, byRow: ReadonlyMap<string, Line>, { ref, among, areSpaces }: AmbiguousRoom): void {
  const [row = '', further] = ref.split(/[+/]/);
  const line = byRow.get(row);
  if (!line) return;
  const reason = areSpaces ? spaceAmbiguous({ among }) : buildingAmbiguous({ among });
  if (further !== undefined) {
    noteField(sheet, line, 'problem', areSpaces ? 'spaceCode' : 'room', reason);
    return;
  }
  const column =
    (areSpaces && headingOf(sheet.sheet, 'spaceCode')) ||
    headingOf(sheet.sheet, 'building') ||
    headingOf(sheet.sheet, 'room');
  sheet.book.reject(line.row.number, [notedFor(sheet, line.row, { column, reason })]);
  describe(sheet, line, placeLabel(line.read.room));
}

const conclusions = { takesOn: buildingTakesOn, standsBeside: buildingStandsBeside, readAs: buildingReadAs } as const;

function tellOfBuilding(
  sheet: Sheet,
  byRow: ReadonlyMap<string, Line>,
  { ref, sort, said, other }: BuildingTold,
): void {
  const line = byRow.get(rowOf(ref));
  const field = headingOf(sheet.sheet, 'building') ? 'building' : 'room';
  if (line) noteField(sheet, line, 'problem', field, conclusions[sort]({ said, other }));
}

/** Rows that tell of buildings and units only. */
async function bringBuildings(
  bringing: Bringing,
  sheet: Sheet,
  projectId: string,
  lines: readonly Line[],
): Promise<void> {
  const rows = lines.flatMap(({ row, read: { room } }) =>
    room?.building && !room.number
      ? [
          {
            ref: String(row.number),
            building: room.building,
            ...(room.before && { before: room.before }),
            ...(room.unit && { unit: room.unit }),
            ...(room.phase && { phase: room.phase }),
          },
        ]
      : [],
  );
  if (rows.length === 0) return;
  const elsewhere = bringing.gardens.elsewhere(projectId);
  const { created, ambiguous, changes } = await layOutBuildings(bringing.work, { projectId, rows, elsewhere });
  const byRow = new Map(lines.map((line) => [String(line.row.number), line]));
  for (const building of ambiguous) tellAmbiguous(sheet, byRow, building);
  for (const ref of created) sheet.book.went(Number(ref), 'created');
  if (changes.length > 0) bringing.keep('rooms', { projectId, changes });
}

function toRow(line: Line): RoomRow[] {
  const ref = String(line.row.number);
  const { room, furtherRooms, space } = line.read;
  const named = [...(room ? [room] : []), ...furtherRooms].flatMap((one, at) =>
    one.number ? [toRoomRow(at === 0 && !space ? ref : `${ref}/${at + 1}`, one, one.number)] : [],
  );
  if (!space) return named;
  const further = space.further?.map((code, at) => toSpaceRow(`${ref}+${at + 2}`, { ...space, code })) ?? [];
  return [toSpaceRow(ref, space), ...further, ...named];
}

/** Of `12`, `12/2` (a home beside) and `12+2` (another space of the same cell) the row 12. */
function rowOf(ref: string): string {
  return ref.split(/[+/]/)[0] ?? '';
}
