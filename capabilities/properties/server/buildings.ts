import { found, insist } from '@yilu/platform/contract';
import { newId, slot, type Work } from '@yilu/platform/server';
import { projectById } from '@yilu/settings/server';
import {
  type BuildingGrid,
  type GridColouring,
  noSuchBuilding,
  noSuchUnit,
  nothingToGenerate,
  type RoomGenerator,
} from '../contract/index.ts';
import { parseLayout, roomsToGenerate, stageOf } from '../rules/index.ts';
import { type StoredRoom, toLine } from '../store/room-rows.ts';
import { insertRooms, roomsOfBuilding } from '../store/rooms.ts';
import { buildingById, phaseById, unitById, unitsOf } from '../store/structure.ts';
import type { Tables } from '../store/tables.ts';
import { coderFor } from './places.ts';
import { tellRoomsMade } from './tell.ts';

/** A way of colouring the grid of a building; undefined when the actor may not see such labels. */
export type Colouring = (
  work: Work,
  building: { readonly buildingId: string; readonly projectId: string; readonly roomIds: readonly string[] },
) => Promise<GridColouring | undefined>;
export const colourings = slot<Colouring>('properties.colourings');

export async function readBuilding(work: Work<Tables>, { buildingId }: { buildingId: string }): Promise<BuildingGrid> {
  const { db } = work;
  const building = found(await buildingById(db, buildingId), noSuchBuilding);
  const project = await projectById(work, building.projectId);
  const phase = building.phaseId ? await phaseById(db, building.phaseId) : undefined;
  const rooms = await roomsOfBuilding(db, buildingId);
  const roomIds = rooms.map(({ id }) => id);
  const coloured: GridColouring[] = [];
  for (const colour of work.contributions(colourings)) {
    const colouring = await colour(work as unknown as Work, { buildingId, projectId: building.projectId, roomIds });
    if (colouring) coloured.push(colouring);
  }
  return {
    building,
    projectName: project?.name ?? '',
    phaseName: phase?.name,
    units: (await unitsOf(db, buildingId)).map(({ buildingId: _building, projectId: _project, ...unit }) => unit),
    rooms: rooms.map(toLine),
    colourings: coloured,
  };
}

export async function generateRooms(
  work: Work<Tables>,
  { buildingId, unitId, kind, facts, ...floors }: RoomGenerator & { buildingId: string },
): Promise<{ created: number; existing: number }> {
  const { db, now } = work;
  const building = found(await buildingById(db, buildingId), noSuchBuilding);
  if (unitId) {
    const unit = found(await unitById(db, unitId), noSuchUnit);
    found(unit.buildingId === buildingId ? unit : undefined, noSuchUnit);
  }
  const there = await roomsOfBuilding(db, buildingId);
  const taken = new Set(
    there.filter((room) => room.unitId === unitId && room.kind === kind).map(({ number }) => number),
  );
  const wanted = roomsToGenerate(floors);
  const missing = wanted.filter(({ number }) => !taken.has(number));
  insist(missing.length === 0 ? nothingToGenerate : undefined);

  const coder = await coderFor(work, building.projectId);
  const rooms = missing.map(({ number, floor, floorLabel }): StoredRoom => {
    const where = { phaseId: building.phaseId, buildingId, unitId, number, kind };
    return {
      ...(facts.layout ? parseLayout(facts.layout) : {}),
      ...facts,
      ...where,
      ...coder(where),
      id: newId(),
      projectId: building.projectId,
      floor,
      floorLabel,
      stage: stageOf(facts.salesState, []),
      enteredFields: ['floor', 'floorLabel', ...Object.keys(facts)],
      version: 1,
      createdAt: now,
    };
  });
  await insertRooms(db, rooms);
  await tellRoomsMade(
    work,
    building.projectId,
    rooms.map(({ id }) => id),
  );
  await work.audit({
    action: 'properties.rooms_generated',
    subject: { kind: 'building', id: buildingId },
    projectId: building.projectId,
    after: { created: rooms.length, ...floors, kind },
  });
  return { created: rooms.length, existing: wanted.length - missing.length };
}
