import { found, insist, Refused } from '@yilu/platform/contract';
import { insistVersion, newId, type Work } from '@yilu/platform/server';
import {
  type Building,
  type BuildingUnit,
  inUse,
  nameTaken,
  noSuchBuilding,
  noSuchPhase,
  noSuchRoom,
  noSuchUnit,
  type Phase,
  unreadableName,
} from '../contract/index.ts';
import { buildingSaid, codeOfBuilding, parseBuilding, parsePhase, parseUnit } from '../rules/index.ts';
import { lockStructure } from '../store/removal.ts';
import { roomById, roomsOfBuilding, roomsOfPhase } from '../store/rooms.ts';
import * as store from '../store/structure.ts';
import type { Tables } from '../store/tables.ts';
import { recode } from './places.ts';
import { projectInReach } from './projects.ts';
import { tellRoomsChanged } from './tell.ts';

export async function createPhase(
  work: Work<Tables>,
  { projectId, name }: { projectId: string; name: string },
): Promise<Phase> {
  await projectInReach(work, projectId);
  const phase = { id: newId(), projectId, name, code: readable(parsePhase(name)) };
  insistNew(await store.phasesOf(work.db, projectId), phase);
  await store.insertPhases(work.db, [phase]);
  await work.audit({
    action: 'properties.phase_created',
    subject: { kind: 'phase', id: phase.id },
    projectId,
    after: phase,
  });
  return found(await store.phaseById(work.db, phase.id), noSuchPhase);
}

export async function editPhase(
  work: Work<Tables>,
  { phaseId, name, version }: { phaseId: string; name: string; version: number },
): Promise<Phase> {
  const before = found(await alone(work, () => store.phaseById(work.db, phaseId)), noSuchPhase);
  insistVersion(before, version);
  const code = readable(parsePhase(name));
  insistNew(await store.phasesOf(work.db, before.projectId), { id: phaseId, code, name });
  await store.renamePhase(work.db, { id: phaseId, name, code });
  await recode(work, before.projectId, await roomsOfPhase(work.db, phaseId));
  const after = found(await store.phaseById(work.db, phaseId), noSuchPhase);
  await work.audit({
    action: 'properties.phase_edited',
    subject: { kind: 'phase', id: phaseId },
    projectId: before.projectId,
    before,
    after,
  });
  return after;
}

export async function createBuilding(
  work: Work<Tables>,
  { projectId, name, phaseId }: { projectId: string; name: string; phaseId?: string | undefined },
): Promise<Building> {
  const project = await projectInReach(work, projectId);
  await insistPhaseOf(work, projectId, phaseId);
  const others = await store.buildingsOf(work.db, projectId);
  const building = { id: newId(), projectId, phaseId, name, code: buildingCode(name, project, others) };
  insistNew(others, building);
  await store.insertBuildings(work.db, [building]);
  await work.audit({
    action: 'properties.building_created',
    subject: { kind: 'building', id: building.id },
    projectId,
    after: building,
  });
  return found(await store.buildingById(work.db, building.id), noSuchBuilding);
}

export async function editBuilding(
  work: Work<Tables>,
  {
    buildingId,
    name,
    phaseId,
    version,
  }: { buildingId: string; name: string; phaseId?: string | undefined; version: number },
): Promise<Building> {
  const before = found(await alone(work, () => store.buildingById(work.db, buildingId)), noSuchBuilding);
  insistVersion(before, version);
  await insistPhaseOf(work, before.projectId, phaseId);
  const buildings = await store.buildingsOf(work.db, before.projectId);
  const others = buildings.filter(({ id }) => id !== buildingId);
  const code = buildingCode(name, await projectInReach(work, before.projectId), others);
  insistNew(others, { id: buildingId, code, name });
  await store.updateBuilding(work.db, { id: buildingId, name, code, phaseId });
  const rooms = await roomsOfBuilding(work.db, buildingId);
  await recode(
    work,
    before.projectId,
    rooms.map((room) => ({ ...room, phaseId })),
  );
  await tellRoomsChanged(
    work,
    before.projectId,
    rooms.map(({ id }) => id),
  );
  const after = found(await store.buildingById(work.db, buildingId), noSuchBuilding);
  await work.audit({
    action: 'properties.building_edited',
    subject: { kind: 'building', id: buildingId },
    projectId: before.projectId,
    before,
    after,
  });
  return after;
}

export async function createUnit(
  work: Work<Tables>,
  { buildingId, name, lifts }: { buildingId: string; name: string; lifts?: number | undefined },
): Promise<BuildingUnit> {
  const { projectId } = found(await store.buildingById(work.db, buildingId), noSuchBuilding);
  const unit = { id: newId(), projectId, buildingId, name, code: readable(parseUnit(name)), lifts };
  insistNew(await store.unitsOf(work.db, buildingId), unit);
  await store.insertUnits(work.db, [unit]);
  await work.audit({
    action: 'properties.unit_created',
    subject: { kind: 'unit', id: unit.id },
    projectId,
    after: unit,
  });
  return found(await store.unitById(work.db, unit.id), noSuchUnit);
}

export async function editUnit(
  work: Work<Tables>,
  {
    unitId,
    name,
    version,
    ...given
  }: { unitId: string; name: string; lifts?: number | null | undefined; version: number },
): Promise<BuildingUnit> {
  const before = found(await alone(work, () => store.unitById(work.db, unitId)), noSuchUnit);
  insistVersion(before, version);
  const code = readable(parseUnit(name));
  insistNew(await store.unitsOf(work.db, before.buildingId), { id: unitId, code, name });
  const lifts = given.lifts === undefined ? before.lifts : (given.lifts ?? undefined);
  await store.changeUnit(work.db, { id: unitId, name, code, lifts });
  const rooms = (await roomsOfBuilding(work.db, before.buildingId)).filter((room) => room.unitId === unitId);
  await recode(work, before.projectId, rooms);
  await tellRoomsChanged(
    work,
    before.projectId,
    rooms.map(({ id }) => id),
  );
  const after = found(await store.unitById(work.db, unitId), noSuchUnit);
  await work.audit({
    action: 'properties.unit_edited',
    subject: { kind: 'unit', id: unitId },
    projectId: before.projectId,
    before,
    after,
  });
  return after;
}

export async function deletePhase(work: Work<Tables>, { phaseId }: { phaseId: string }): Promise<void> {
  await remove(work, 'phase', found(await store.phaseById(work.db, phaseId), noSuchPhase));
}

export async function deleteBuilding(work: Work<Tables>, { buildingId }: { buildingId: string }): Promise<void> {
  await remove(work, 'building', found(await store.buildingById(work.db, buildingId), noSuchBuilding));
}

export async function deleteUnit(work: Work<Tables>, { unitId }: { unitId: string }): Promise<void> {
  await remove(work, 'building_unit', found(await store.unitById(work.db, unitId), noSuchUnit));
}

export async function deleteRoom(work: Work<Tables>, { roomId }: { roomId: string }): Promise<void> {
  await remove(work, 'room', found(await roomById(work.db, roomId), noSuchRoom));
}

async function remove(
  work: Work<Tables>,
  table: Parameters<typeof store.deleteRow>[1],
  before: { readonly id: string; readonly projectId: string },
): Promise<void> {
  try {
    await store.deleteRow(work.db, table, before.id);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === '23503' || error.code === '23001'))
      throw new Refused(inUse);
    throw error;
  }
  await work.audit({
    action: `properties.${table}_deleted`,
    subject: { kind: table, id: before.id },
    projectId: before.projectId,
    before,
  });
}

/** 梅园3 of 梅园3栋; the phase counts where another phase has the number too. */
function buildingCode(
  name: string,
  project: { readonly name: string; readonly code?: string | undefined },
  others: readonly Building[],
): string {
  const read = parseBuilding(name);
  if (read === undefined) return readable(undefined);
  const said = buildingSaid(read, [project.name, project.code]);
  const code = codeOfBuilding({ ...said, phase: undefined });
  return others.some((other) => other.code === code) ? codeOfBuilding(said) : code;
}

function readable(code: string | undefined): string {
  if (code === undefined) throw new Refused(unreadableName, 422, { field: 'name' });
  return code;
}

function insistNew(
  others: readonly { id: string; code: string }[],
  { id, code, name }: { id: string; code: string; name: string },
): void {
  const taken = others.some((other) => other.id !== id && other.code === code);
  insist(taken ? nameTaken({ name }) : undefined, 422, { field: 'name' });
}

/** That a phase belongs to the project. */
export async function insistPhaseOf(
  { db }: Work<Tables>,
  projectId: string,
  phaseId: string | undefined,
): Promise<void> {
  if (phaseId === undefined) return;
  const phase = found(await store.phaseById(db, phaseId), noSuchPhase);
  found(phase.projectId === projectId ? phase : undefined, noSuchPhase);
}

/** Read again once nobody else changes the structure of its project: of two who save at once the second sees the first. */
async function alone<Part extends { readonly projectId: string }>(
  { db }: Work<Tables>,
  read: () => Promise<Part | undefined>,
): Promise<Part | undefined> {
  const seen = await read();
  if (!seen) return undefined;
  await lockStructure(db, seen.projectId);
  return read();
}
