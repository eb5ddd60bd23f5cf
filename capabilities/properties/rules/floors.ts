import type { RoomGenerator } from '../contract/index.ts';

export interface FloorOfDoor {
  /** What the lift shows: 12, 3A, -1. */
  readonly label: string;
  /** Physical, as far as the label tells: 3A stands for the fourth floor, 12A for the thirteenth, 12B for the fourteenth. */
  readonly floor: number;
}

/** The floor in a door's number: 1203 = 12, 3A05 = 3A, B101 = -1; undefined where it tells none (05, a villa's 8). */
export function floorOfDoor(number: string): FloorOfDoor | undefined {
  const basement = number.match(/^(?:B|-)(\d)\d{2}$/);
  if (basement?.[1]) return { label: `-${basement[1]}`, floor: -Number(basement[1]) };
  const lettered = number.match(/^(\d{1,2})([AB])\d{2}$/);
  if (lettered?.[1])
    return { label: `${lettered[1]}${lettered[2]}`, floor: Number(lettered[1]) + (lettered[2] === 'A' ? 1 : 2) };
  const plain = number.match(/^(\d{1,3})\d{2}[A-Z]?$/);
  const floor = plain?.[1] ? Number(plain[1]) : 0;
  return floor > 0 && floor <= 200 ? { label: String(floor), floor } : undefined;
}

/** The last figures of a door: 03 of 1203, its column in the grid. */
export function doorOf(number: string): string {
  return number.match(/(\d{2}[A-Z]?)$/)?.[1] ?? number;
}

export interface GeneratedRoom {
  readonly number: string;
  readonly floor: number;
  readonly floorLabel: string;
}

/**
 * Floors × rooms per floor (INT-02). `firstFloor` and `lastFloor` are what the lift shows; skipped floors have no rooms and
 * do not count physically, so that with 4 skipped the floor shown as 5 is the fourth. There is no floor 0.
 */
export function roomsToGenerate(
  given: Pick<RoomGenerator, 'firstFloor' | 'lastFloor' | 'roomsPerFloor' | 'skippedFloors'>,
): GeneratedRoom[] {
  const skipped = new Set(given.skippedFloors);
  const shown = Array.from(
    { length: Math.max(0, given.lastFloor - given.firstFloor + 1) },
    (_, at) => given.firstFloor + at,
  );
  return shown
    .filter((floor) => floor !== 0 && !skipped.has(floor))
    .flatMap((floor) => {
      const missing = floor > 0 ? [...skipped].filter((other) => other > 0 && other < floor).length : 0;
      return Array.from({ length: given.roomsPerFloor }, (_, at) => ({
        number: `${floor < 0 ? `B${-floor}` : floor}${String(at + 1).padStart(2, '0')}`,
        floor: floor - missing,
        floorLabel: String(floor),
      }));
    });
}
