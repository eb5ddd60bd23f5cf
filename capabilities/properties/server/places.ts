import type { Work } from '@yilu/platform/server';
import { codeOf, displayCodeOf, displayNameOf, type RoomPlace, sortKeyOf } from '../rules/index.ts';
import type { StoredRoom } from '../store/room-rows.ts';
import { updateRooms } from '../store/rooms.ts';
import { buildingsOf, phasesOf, unitsOfProject } from '../store/structure.ts';
import type { Tables } from '../store/tables.ts';

type Where = Pick<StoredRoom, 'phaseId' | 'buildingId' | 'unitId' | 'number' | 'kind'>;
type Coded = Pick<StoredRoom, 'code' | 'displayCode' | 'displayName' | 'sortKey'>;

/** Gives each room of a project its codes and names, from the canonical codes of where it stands. */
export async function coderFor({ db }: Work<Tables>, projectId: string): Promise<(where: Where) => Coded> {
  const phases = new Map((await phasesOf(db, projectId)).map(({ id, code }) => [id, code]));
  const buildings = new Map((await buildingsOf(db, projectId)).map(({ id, code }) => [id, code]));
  const units = new Map((await unitsOfProject(db, projectId)).map(({ id, code }) => [id, code]));
  return ({ phaseId, buildingId, unitId, number, kind }) =>
    codedAs({
      phase: phaseId && phases.get(phaseId),
      building: buildingId && buildings.get(buildingId),
      unit: unitId && units.get(unitId),
      number,
      kind,
    });
}

export function codedAs(place: RoomPlace): Coded {
  return {
    code: codeOf(place),
    displayCode: displayCodeOf(place),
    displayName: displayNameOf(place),
    sortKey: sortKeyOf(place),
  };
}

/** After a phase, building or unit changed its name. */
export async function recode(work: Work<Tables>, projectId: string, rooms: readonly StoredRoom[]): Promise<void> {
  const coder = await coderFor(work, projectId);
  await updateRooms(
    work.db,
    rooms.map((room) => ({ ...room, ...coder(room) })),
  );
}
