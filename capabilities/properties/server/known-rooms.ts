import type { ExternalCode, Milestone, RoomRow } from '../contract/index.ts';
import { writtenOtherwise } from '../rules/index.ts';
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
  readonly add: (room: StoredRoom, codes: readonly ExternalCode[]) => void;
}

export async function knownRooms(
  db: Db,
  projectId: string,
  rows: readonly RoomRow[],
  places: readonly PlacedRow[],
): Promise<KnownRooms> {
  const named = new Set(rows.filter((_, at) => places[at]?.buildingId === undefined).map(({ number }) => number));
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
        return [{ buildingId, number }, ...(other === undefined ? [] : [{ buildingId, number: other }])];
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
    add: (room, codesOfRow) => {
      byId.set(room.id, room);
      remember(room);
      for (const code of codesOfRow) if (!byCode.has(codeKey(code))) byCode.set(codeKey(code), room.id);
    },
  };
}

function codeKey({ source, code }: ExternalCode): string {
  return `${source}\n${code}`;
}

function placeKey(buildingId: string | undefined, number: string): string {
  return `${buildingId ?? ''}\n${number}`;
}
