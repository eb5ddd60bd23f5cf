import { newId, type Work } from '@yilu/platform/server';
import type { RoomFieldChange, RoomRow } from '../contract/index.ts';
import { buildingNameOf, parseBuilding, parsePhase, parseUnit, phaseNameOf, unitNameOf } from '../rules/index.ts';
import { lockStructure } from '../store/removal.ts';
import * as store from '../store/structure.ts';
import type { Tables } from '../store/tables.ts';

/** Where a row stands, with the canonical codes that its own codes are made of. */
export interface PlacedRow {
  readonly phaseId: string | undefined;
  readonly buildingId: string | undefined;
  readonly unitId: string | undefined;
  readonly phase: string | undefined;
  readonly building: string | undefined;
  readonly unit: string | undefined;
}

/** Finds the phases, buildings and units that rows name, and makes those that are missing. */
export async function placeRows(
  { db }: Work<Tables>,
  projectId: string,
  rows: readonly RoomRow[],
): Promise<{ places: PlacedRow[]; changes: RoomFieldChange[] }> {
  // Asked in one go; answered in this order, so what is read is read under the lock.
  const [, knownPhases, knownBuildings, knownUnits] = await Promise.all([
    lockStructure(db, projectId),
    store.phasesOf(db, projectId),
    store.buildingsOf(db, projectId),
    store.unitsOfProject(db, projectId),
  ]);
  const phases = new Map(knownPhases.map((phase) => [phase.code, phase]));
  const buildings = new Map(knownBuildings.map((building) => [building.code, building]));
  const units = new Map(knownUnits.map((unit) => [`${unit.buildingId}/${unit.code}`, unit]));
  const phaseCodes = new Map([...phases.values()].map(({ id, code }) => [id, code]));
  const made = {
    phases: [] as Parameters<typeof store.insertPhases>[1][number][],
    buildings: [] as Parameters<typeof store.insertBuildings>[1][number][],
    units: [] as Parameters<typeof store.insertUnits>[1][number][],
  };

  const places = rows.map((row): PlacedRow => {
    const phaseCode = row.phase ? parsePhase(row.phase) : undefined;
    if (phaseCode && !phases.has(phaseCode)) {
      const phase = { id: newId(), projectId, code: phaseCode, name: phaseNameOf(phaseCode), version: 1 };
      phases.set(phaseCode, phase);
      phaseCodes.set(phase.id, phaseCode);
      made.phases.push(phase);
    }
    const said = phaseCode ? phases.get(phaseCode)?.id : undefined;
    const code = row.building ? (parseBuilding(row.building) ?? row.building.trim().slice(0, 24)) : undefined;
    if (!code)
      return {
        phaseId: said,
        buildingId: undefined,
        unitId: undefined,
        phase: phaseCode,
        building: undefined,
        unit: undefined,
      };

    const building = buildings.get(code) ?? {
      id: newId(),
      projectId,
      phaseId: said,
      code,
      name: nameOf(row.building, code),
      version: 1,
    };
    if (!buildings.has(code)) {
      buildings.set(code, building);
      made.buildings.push(building);
    }
    const phaseId = building.phaseId ?? said;
    const phase = phaseId ? phaseCodes.get(phaseId) : undefined;
    const unitCode = row.unit ? parseUnit(row.unit) : undefined;
    if (!unitCode)
      return { phaseId, buildingId: building.id, unitId: undefined, phase, building: code, unit: undefined };

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
    return { phaseId, buildingId: building.id, unitId: unit.id, phase, building: code, unit: unitCode };
  });

  await store.insertPhases(db, made.phases);
  await store.insertBuildings(db, made.buildings);
  await store.insertUnits(db, made.units);
  const created =
    (table: RoomFieldChange['table']) =>
    ({ id }: { id: string }): RoomFieldChange => ({ table, id, field: '*' });
  return {
    places,
    changes: [
      ...made.phases.map(created('phase')),
      ...made.buildings.map(created('building')),
      ...made.units.map(created('building_unit')),
    ],
  };
}

/** As somebody wrote it when that reads as a name, else in the usual way. */
function nameOf(written: string | undefined, code: string): string {
  const trimmed = written?.normalize('NFKC').replaceAll(/\s+/g, '') ?? '';
  return /[栋幢座楼]$/.test(trimmed) && trimmed.length <= 40 ? trimmed : buildingNameOf(code);
}
