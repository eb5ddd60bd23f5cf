import { newId, type Work } from '@yilu/platform/server';
import type { Phase, RoomFieldChange, RoomRow } from '../contract/index.ts';
import { parsePhase, parseUnit, phaseNameOf, unitNameOf } from '../rules/index.ts';
import { lockStructure } from '../store/removal.ts';
import * as store from '../store/structure.ts';
import type { Tables } from '../store/tables.ts';
import { type Among, type BuildingRow, buildingsOfRows, type Estate, keyOf, type Told } from './import-buildings.ts';

/** Where a row stands, with the canonical codes that its own codes are made of. */
export interface PlacedRow {
  readonly phaseId: string | undefined;
  readonly buildingId: string | undefined;
  readonly unitId: string | undefined;
  readonly phase: string | undefined;
  readonly building: string | undefined;
  readonly unit: string | undefined;
}

export interface PlacedRows {
  /** By row; of a row that could mean several buildings their names. */
  readonly places: readonly (PlacedRow | Among)[];
  /** By row, where something was concluded about its building; of rows that say the same the first. */
  readonly told: ReadonlyMap<number, Told>;
  readonly changes: RoomFieldChange[];
}

/** Finds the phases, buildings and units that rows name, and makes those that are missing. */
export async function placeRows(
  { db }: Work<Tables>,
  project: Estate['project'],
  rows: readonly RoomRow[],
  elsewhere: readonly BuildingRow[] = [],
): Promise<PlacedRows> {
  const projectId = project.id;
  // Asked in one go; answered in this order, so what is read is read under the lock.
  const [, knownPhases, knownBuildings, knownUnits] = await Promise.all([
    lockStructure(db, projectId),
    store.phasesOf(db, projectId),
    store.buildingsOf(db, projectId),
    store.unitsOfProject(db, projectId),
  ]);
  const phases = new Map(knownPhases.map((phase) => [phase.code, phase]));
  const units = new Map(knownUnits.map((unit) => [`${unit.buildingId}/${unit.code}`, unit]));
  const made = {
    phases: [] as Parameters<typeof store.insertPhases>[1][number][],
    units: [] as Parameters<typeof store.insertUnits>[1][number][],
  };
  const phaseOf = (row: BuildingRow): Phase | undefined => {
    const code = row.phase ? parsePhase(row.phase) : undefined;
    if (code === undefined) return undefined;
    const phase = phases.get(code) ?? { id: newId(), projectId, code, name: phaseNameOf(code), version: 1 };
    if (!phases.has(code)) made.phases.push(phase);
    phases.set(code, phase);
    return phase;
  };
  // A thousand homes stand in few units.
  const unitCodes = new Map([...new Set(rows.map(({ unit }) => unit))].map((unit) => [unit, unit && parseUnit(unit)]));
  const saidPhases = rows.map(phaseOf);
  elsewhere.forEach(phaseOf);
  const buildings = buildingsOfRows(rows, { project, phases, buildings: knownBuildings }, elsewhere);
  const phaseCodes = new Map([...phases.values()].map(({ id, code }) => [id, code]));

  const places = rows.map((row, at): PlacedRow | Among => {
    const said = saidPhases[at];
    const building = buildings.of(row);
    if (!building) return { ...nowhere, phaseId: said?.id, phase: said?.code };
    if ('among' in building) return building;
    const phaseId = building.phaseId ?? said?.id;
    const inBuilding = {
      phaseId,
      phase: phaseId && phaseCodes.get(phaseId),
      buildingId: building.id,
      building: building.code,
    };
    const unitCode = unitCodes.get(row.unit);
    if (!unitCode) return { ...inBuilding, unitId: undefined, unit: undefined };

    const key = `${building.id}/${unitCode}`;
    const unit = units.get(key) ?? {
      id: newId(),
      projectId,
      buildingId: building.id,
      code: unitCode,
      name: unitNameOf(unitCode),
      version: 1,
    };
    if (!units.has(key)) {
      units.set(key, unit);
      made.units.push(unit);
    }
    return { ...inBuilding, unitId: unit.id, unit: unitCode };
  });

  await store.insertPhases(db, made.phases);
  await store.insertBuildings(db, buildings.made);
  await store.callBuildings(db, buildings.called);
  await store.insertUnits(db, made.units);
  const created =
    (table: RoomFieldChange['table']) =>
    ({ id }: { id: string }): RoomFieldChange => ({ table, id, field: '*' });
  const told = new Map<number, Told>();
  for (const [key, conclusion] of buildings.told) {
    const first = rows.findIndex((row) => keyOf(row) === key);
    if (first >= 0) told.set(first, conclusion);
  }
  return {
    places,
    told,
    changes: [
      ...made.phases.map(created('phase')),
      ...buildings.made.map(created('building')),
      ...buildings.called.map(
        (after): RoomFieldChange => ({ table: 'building_called', id: after.id, field: '*', after }),
      ),
      ...made.units.map(created('building_unit')),
    ],
  };
}

const nowhere = {
  phaseId: undefined,
  buildingId: undefined,
  unitId: undefined,
  phase: undefined,
  building: undefined,
  unit: undefined,
};
