import type { BuildingGrid, RoomLine } from '../contract/index.ts';
import { doorOf } from '../rules/index.ts';

/** A building as floors × doors, one block per unit. */
export interface GridModel {
  /** From the top down. */
  readonly floors: readonly { readonly floor: number; readonly label: string }[];
  readonly blocks: readonly GridBlock[];
  /** Rooms whose floor nobody knows. */
  readonly loose: readonly RoomLine[];
}

export interface GridBlock {
  readonly unitId: string | undefined;
  readonly name: string | undefined;
  /** 01, 02 …; shops and storage come after homes. */
  readonly doors: readonly string[];
  readonly at: (floor: number, door: string) => RoomLine | undefined;
}

export function gridOf({ units, rooms }: Pick<BuildingGrid, 'units' | 'rooms'>): GridModel {
  const standing = rooms.filter((room) => room.floor !== undefined);
  const labels = new Map<number, string>();
  for (const room of standing)
    if (room.floor !== undefined && !labels.has(room.floor))
      labels.set(room.floor, room.floorLabel ?? String(room.floor));
  const floors = [...labels].map(([floor, label]) => ({ floor, label })).sort((one, other) => other.floor - one.floor);

  const unitIds = [...units.map(({ id }) => id), undefined];
  const blocks = unitIds
    .map((unitId) =>
      blockOf(
        standing.filter((room) => room.unitId === unitId),
        unitId,
        units.find(({ id }) => id === unitId)?.name,
      ),
    )
    .filter(({ doors }) => doors.length > 0);
  return { floors, blocks, loose: rooms.filter((room) => room.floor === undefined) };
}

function blockOf(rooms: readonly RoomLine[], unitId: string | undefined, name: string | undefined): GridBlock {
  const byPlace = new Map(rooms.map((room) => [`${room.floor}/${columnOf(room)}`, room]));
  const doors = [...new Set(rooms.map(columnOf))].sort(inOrder);
  return { unitId, name, doors, at: (floor, door) => byPlace.get(`${floor}/${door}`) };
}

function columnOf({ number, kind }: RoomLine): string {
  return kind === 'RESIDENCE' ? doorOf(number) : number;
}

function inOrder(one: string, other: string): number {
  return one.length - other.length || one.localeCompare(other, 'en', { numeric: true });
}
