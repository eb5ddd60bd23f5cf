import type { ExternalCode, Milestone, RoomRow } from '../contract/index.ts';
import { onWhateverFloor, writtenOtherwise } from '../rules/index.ts';
import type { StoredRoom } from '../store/room-rows.ts';
import * as store from '../store/rooms.ts';
import type { Db } from '../store/tables.ts';
import type { PlacedRow } from './import-structure.ts';

/** The rooms that rows of an import may mean, read in sets. */
export interface KnownRooms {
  readonly rooms: readonly StoredRoom[];
  readonly codes: readonly (ExternalCode & { roomId: string })[];
  readonly milestonesOf: (roomId: string) => Milestone[];
  /**
   * By external code first, then by place; a row that names no unit means the only room of that number in the building. A shop
   * S101 is the one that is here as S-101, unless these rows name both.
   */
  readonly match: (row: RoomRow, place: PlacedRow) => StoredRoom | undefined;
  /**
   * On which basement floors a space lies whose number names none, by the rooms that are here and the rows that come: 012 is B1-012
   * where no other floor has one, and of several nobody can tell which.
   */
  readonly floorsOf: (row: RoomRow) => readonly string[];
  readonly add: (room: StoredRoom, codes: readonly ExternalCode[]) => void;
}

export async function knownRooms(
  db: Db,
  projectId: string,
  rows: readonly RoomRow[],
  places: readonly PlacedRow[],
): Promise<KnownRooms> {
  const named = new Set(rows.filter((_, at) => places[at]?.buildingId === undefined).map(({ number }) => number));
  const spaces = new Set(rows.flatMap(({ kind, number }) => (isSpace({ kind }) ? [`${kind}\n${number}`] : [])));
  const otherwise = (number: string) => {
    const other = writtenOtherwise(number);
    return other === undefined || named.has(other) ? undefined : other;
  };
  const asked = rows.flatMap(({ externalCodes = [] }) => externalCodes);
  const [codes, byNumber] = await Promise.all([
    asked.length > 0 ? store.roomsByExternalCodes(db, projectId, asked) : [],
    store.roomsNumbered(
      db,
      projectId,
      rows.flatMap(({ number }, at) => {
        const buildingId = places[at]?.buildingId;
        const other = buildingId === undefined ? otherwise(number) : undefined;
        const floors = isSpace(rows[at]) ? onWhateverFloor(number) : [];
        return [number, ...(other === undefined ? [] : [other]), ...floors].map((one) => ({ buildingId, number: one }));
      }),
    ),
  ]);
  const numbered = new Set(byNumber.map(({ id }) => id));
  const others = [...new Set(codes.map(({ roomId }) => roomId))].filter((id) => !numbered.has(id));
  const rooms = [...byNumber, ...(others.length > 0 ? await store.roomsByIds(db, others) : [])];
  const ids = rooms.map(({ id }) => id);
  const [reached, codesOfRooms] =
    ids.length > 0 ? await Promise.all([store.milestonesOf(db, ids), store.externalCodesOf(db, ids)]) : [[], []];
  const milestones = Map.groupBy(reached, ({ roomId }) => roomId);

  const byId = new Map(rooms.map((room) => [room.id, room]));
  const byCode = new Map(codes.map((code) => [codeKey(code), code.roomId]));
  const byPlace = new Map<string, StoredRoom[]>();
  const remember = (room: StoredRoom) => {
    const key = placeKey(room.buildingId, room.number);
    byPlace.set(key, [...(byPlace.get(key) ?? []), room]);
  };
  for (const room of rooms) remember(room);

  return {
    rooms,
    codes: codesOfRooms,
    milestonesOf: (roomId) => (milestones.get(roomId) ?? []).map(({ roomId: _, ...milestone }) => milestone),
    match: (row, { buildingId, unitId }) => {
      const coded = row.externalCodes?.map((code) => byCode.get(codeKey(code))).find((id) => id !== undefined);
      if (coded) return byId.get(coded);
      const there = (byPlace.get(placeKey(buildingId, row.number)) ?? []).filter(
        ({ kind }) => row.kind === undefined || kind === row.kind,
      );
      const exact = there.filter((room) => room.unitId === unitId);
      const home = exact.find(({ kind }) => kind === 'RESIDENCE') ?? exact[0];
      const other = buildingId === undefined && home === undefined ? otherwise(row.number) : undefined;
      const twin = other && byPlace.get(placeKey(undefined, other))?.find(({ kind }) => kind === row.kind);
      if (twin && twin.kind !== 'RESIDENCE') return twin;
      return home ?? (unitId === undefined && buildingId !== undefined && there.length === 1 ? there[0] : undefined);
    },
    floorsOf: ({ number, kind, ...row }) => {
      if (!isSpace({ kind }) || byPlace.get(placeKey(undefined, number))?.some((room) => room.kind === kind)) return [];
      if (row.externalCodes?.some((code) => byCode.has(codeKey(code)))) return [];
      const isThere = (one: string) => byPlace.get(placeKey(undefined, one))?.some((room) => room.kind === kind);
      return onWhateverFloor(number).filter((one) => spaces.has(`${kind}\n${one}`) || isThere(one));
    },
    add: (room, codesOfRow) => {
      byId.set(room.id, room);
      remember(room);
      for (const code of codesOfRow) if (!byCode.has(codeKey(code))) byCode.set(codeKey(code), room.id);
    },
  };
}

function isSpace(row: Pick<RoomRow, 'kind'> | undefined): boolean {
  return row?.kind === 'PARKING_SPACE' || row?.kind === 'STORAGE';
}

function codeKey({ source, code }: ExternalCode): string {
  return `${source}\n${code}`;
}

function placeKey(buildingId: string | undefined, number: string): string {
  return `${buildingId ?? ''}\n${number}`;
}
