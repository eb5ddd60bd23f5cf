import type { Selectable } from 'kysely';
import type { Building, BuildingUnit, Phase } from '../contract/index.ts';
import type { Db, Tables } from './tables.ts';

/** More than any project has. */
const most = 5_000;

export async function phasesOf(db: Db, projectId: string): Promise<Phase[]> {
  const rows = await db
    .selectFrom('phase')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('code')
    .limit(most)
    .execute();
  return rows.map(toPhase);
}

export async function phaseById(db: Db, id: string): Promise<Phase | undefined> {
  const row = await db.selectFrom('phase').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toPhase(row);
}

/** A building with what files call it beyond its code. */
export interface CalledBuilding extends Building {
  readonly calledWords?: string | undefined;
  readonly calledPhase?: string | undefined;
}

export async function buildingsOf(db: Db, projectId: string): Promise<CalledBuilding[]> {
  const rows = await db
    .selectFrom('building')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('code')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...toBuilding(row),
    calledWords: row.called_words ?? undefined,
    calledPhase: row.called_phase ?? undefined,
  }));
}

/** How files call a building beyond its code. */
export type Calling = Pick<CalledBuilding, 'id' | 'calledWords' | 'calledPhase'>;

export async function callBuildings(db: Db, callings: readonly Calling[]): Promise<void> {
  for (const { id, calledWords, calledPhase } of callings) {
    await db
      .updateTable('building')
      .set({ ...(calledWords && { called_words: calledWords }), ...(calledPhase && { called_phase: calledPhase }) })
      .where('id', '=', id)
      .execute();
  }
}

/** Take that back, where nothing else was said since. */
export async function uncallBuildings(db: Db, callings: readonly Calling[]): Promise<void> {
  const without = (column: 'called_words' | 'called_phase', id: string, said: string | undefined) =>
    said === undefined
      ? undefined
      : db.updateTable('building').set(column, null).where('id', '=', id).where(column, '=', said).execute();
  for (const { id, calledWords, calledPhase } of callings) {
    await without('called_words', id, calledWords);
    await without('called_phase', id, calledPhase);
  }
}

export async function buildingById(db: Db, id: string): Promise<Building | undefined> {
  const row = await db.selectFrom('building').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toBuilding(row);
}

export interface UnitInBuilding extends BuildingUnit {
  readonly buildingId: string;
  readonly projectId: string;
}

export async function unitsOf(db: Db, buildingId: string): Promise<UnitInBuilding[]> {
  const rows = await db
    .selectFrom('building_unit')
    .selectAll()
    .where('building_id', '=', buildingId)
    .limit(most)
    .execute();
  return rows.map(toUnit).sort((one, other) => one.code.localeCompare(other.code, 'en', { numeric: true }));
}

export async function unitsOfProject(db: Db, projectId: string): Promise<UnitInBuilding[]> {
  const rows = await db
    .selectFrom('building_unit')
    .selectAll()
    .where('project_id', '=', projectId)
    .limit(20_000)
    .execute();
  return rows.map(toUnit);
}

export async function unitById(db: Db, id: string): Promise<UnitInBuilding | undefined> {
  const row = await db.selectFrom('building_unit').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toUnit(row);
}

export async function insertPhases(db: Db, phases: readonly Omit<Phase, 'version'>[]): Promise<void> {
  if (phases.length === 0) return;
  await db
    .insertInto('phase')
    .values(phases.map(({ id, projectId, name, code }) => ({ id, project_id: projectId, name, code })))
    .execute();
}

export async function insertBuildings(db: Db, buildings: readonly Omit<CalledBuilding, 'version'>[]): Promise<void> {
  if (buildings.length === 0) return;
  await db
    .insertInto('building')
    .values(
      buildings.map(({ id, projectId, phaseId, name, code, calledWords, calledPhase }) => ({
        id,
        project_id: projectId,
        phase_id: phaseId ?? null,
        name,
        code,
        called_words: calledWords ?? null,
        called_phase: calledPhase ?? null,
      })),
    )
    .execute();
}

export async function insertUnits(db: Db, units: readonly Omit<UnitInBuilding, 'version'>[]): Promise<void> {
  if (units.length === 0) return;
  await db
    .insertInto('building_unit')
    .values(
      units.map(({ id, projectId, buildingId, name, code, lifts }) => ({
        id,
        project_id: projectId,
        building_id: buildingId,
        name,
        code,
        lifts: lifts ?? null,
      })),
    )
    .execute();
}

export async function renamePhase(db: Db, { id, name, code }: Pick<Phase, 'id' | 'name' | 'code'>): Promise<void> {
  await db
    .updateTable('phase')
    .set((now) => ({ name, code, version: now('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function updateBuilding(
  db: Db,
  { id, name, code, phaseId }: Omit<Building, 'version' | 'projectId'>,
): Promise<void> {
  await db
    .updateTable('building')
    .set((now) => ({ name, code, phase_id: phaseId ?? null, version: now('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function changeUnit(
  db: Db,
  { id, name, code, lifts }: Pick<BuildingUnit, 'id' | 'name' | 'code' | 'lifts'>,
): Promise<void> {
  await db
    .updateTable('building_unit')
    .set((now) => ({ name, code, lifts: lifts ?? null, version: now('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The database knows what still refers to it, here and in later capabilities, and refuses. */
export async function deleteRow(
  db: Db,
  table: 'phase' | 'building' | 'building_unit' | 'room',
  id: string,
): Promise<void> {
  await db.deleteFrom(table).where('id', '=', id).execute();
}

function toPhase(row: Selectable<Tables['phase']>): Phase {
  return { id: row.id, projectId: row.project_id, name: row.name, code: row.code, version: row.version };
}

function toBuilding(row: Selectable<Tables['building']>): Building {
  return {
    id: row.id,
    projectId: row.project_id,
    phaseId: row.phase_id ?? undefined,
    name: row.name,
    code: row.code,
    version: row.version,
  };
}

function toUnit(row: Selectable<Tables['building_unit']>): UnitInBuilding {
  return {
    id: row.id,
    buildingId: row.building_id,
    projectId: row.project_id,
    name: row.name,
    code: row.code,
    ...(row.lifts !== null && { lifts: row.lifts }),
    version: row.version,
  };
}
