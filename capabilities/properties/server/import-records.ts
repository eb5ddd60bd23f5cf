import { newId } from '@yilu/platform/server';
import type { ExternalCode, Milestone, RoomDifference, RoomFieldChange, RoomRow } from '../contract/index.ts';
import type { StoredRoom } from '../store/room-rows.ts';
import type { MilestoneToWrite } from '../store/rooms.ts';

/** Milestones to write for a whole batch. */
export interface MilestonePlan {
  readonly inserts: MilestoneToWrite[];
  readonly moves: { id: string; roomId: string; reachedOn: string }[];
  readonly changes: RoomFieldChange[];
}

interface Brought {
  readonly changed: boolean;
  readonly differences: readonly RoomDifference[];
}

/**
 * A kind that is new to the room is added; the same day again changes nothing; another day corrects what an import had said,
 * and is a difference where a person recorded the milestone.
 */
export function planMilestones(
  plan: MilestonePlan,
  room: StoredRoom,
  known: readonly Milestone[],
  told: NonNullable<RoomRow['milestones']>,
): Brought & { milestones: Milestone[] } {
  const milestones = [...known];
  const differences: RoomDifference[] = [];
  let changed = false;
  for (const { kind, reachedOn } of told) {
    const ofKind = milestones.filter((milestone) => milestone.kind === kind);
    if (ofKind.some((milestone) => milestone.reachedOn === reachedOn)) continue;
    const [only] = ofKind;
    if (!only) {
      const milestone = { id: newId(), kind, reachedOn, entered: false };
      milestones.push(milestone);
      plan.inserts.push({ ...milestone, roomId: room.id, projectId: room.projectId });
      plan.changes.push({ table: 'room_milestone', id: milestone.id, field: '*', after: reachedOn });
      changed = true;
    } else if (ofKind.length === 1 && !only.entered && !plan.inserts.some(({ id }) => id === only.id)) {
      milestones[milestones.indexOf(only)] = { ...only, reachedOn };
      plan.moves.push({ id: only.id, roomId: room.id, reachedOn });
      plan.changes.push({
        table: 'room_milestone',
        id: only.id,
        field: 'reachedOn',
        before: only.reachedOn,
        after: reachedOn,
      });
      changed = true;
    } else {
      differences.push({ field: `milestone.${kind}`, here: only.reachedOn, there: reachedOn });
    }
  }
  return { milestones, changed, differences };
}

/** External codes to write for a whole batch; a code that belongs to another room is a difference. */
export function planCodes(known: readonly (ExternalCode & { roomId: string })[]): {
  readonly inserts: (ExternalCode & { roomId: string })[];
  readonly bring: (room: StoredRoom, codes: readonly ExternalCode[]) => Brought;
} {
  const owners = new Map(known.map(({ source, code, roomId }) => [`${source}\n${code}`, roomId]));
  const inserts: (ExternalCode & { roomId: string })[] = [];
  return {
    inserts,
    bring: (room, codes) => {
      const differences: RoomDifference[] = [];
      let changed = false;
      for (const { source, code } of codes) {
        const key = `${source}\n${code}`;
        const owner = owners.get(key);
        if (owner === room.id) continue;
        if (owner !== undefined) {
          differences.push({ field: `externalCode.${source}`, here: undefined, there: code });
          continue;
        }
        owners.set(key, room.id);
        inserts.push({ source, code, roomId: room.id });
        changed = true;
      }
      return { changed, differences };
    },
  };
}
