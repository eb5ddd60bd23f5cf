import { sql } from 'kysely';
import type { BuildingSummary, ProjectSummary, RoomKind, RoomStage } from '../contract/index.ts';
import type { Db } from './tables.ts';

type Stages = Partial<Record<RoomStage, number>>;

/** Projects in scope with what stands in them, by name; `projectId` for one. */
export async function projectSummaries(
  db: Db,
  reach: readonly string[],
  projectId?: string,
): Promise<ProjectSummary[]> {
  const { rows } = await sql<ProjectSummary & { code: string | null }>`
    with counted as (
      select project_id, jsonb_object_agg(stage, rooms) as stages, sum(rooms)::int as rooms
        from (select project_id, stage, count(*)::int as rooms from room group by project_id, stage) by_stage
       group by project_id
    )
    select project.id, project.name, project.code,
           (select count(*)::int from building where building.project_id = project.id) as buildings,
           coalesce(counted.rooms, 0) as rooms, coalesce(counted.stages, '{}') as stages
      from settings_published.project
      left join counted on counted.project_id = project.id
     where project.id = any (${[...reach]}) ${projectId ? sql`and project.id = ${projectId}` : sql``}
     order by project.pinyin, project.id
     limit 5000`.execute(db);
  return rows.map(({ code, ...row }) => ({ ...row, ...(code && { code }) }));
}

/** Buildings of a project, garden by garden in the order of their numbers. */
export async function buildingSummaries(db: Db, projectId: string): Promise<BuildingSummary[]> {
  const { rows } = await sql<BuildingSummary & { phaseId: string | null; floors: number | null; stages: Stages }>`
    with counted as (
      select building_id, jsonb_object_agg(stage, rooms) as stages, sum(rooms)::int as rooms, max(highest) as floors
        from (
          select building_id, stage, count(*)::int as rooms, max(floor) as highest
            from room where project_id = ${projectId} group by building_id, stage
        ) by_stage
       group by building_id
    )
    select building.id, building.project_id as "projectId", building.phase_id as "phaseId", building.name, building.code, building.version,
           (select count(*)::int from building_unit where building_unit.building_id = building.id) as units,
           coalesce(counted.rooms, 0) as rooms, counted.floors, coalesce(counted.stages, '{}') as stages
      from building
      left join counted on counted.building_id = building.id
     where building.project_id = ${projectId}
     order by regexp_replace(building.code, '[A-Z]?[0-9]*[A-Z]?$', ''),
              lpad(substring(building.code from '(\\d+)[A-Z]?$'), 6, '0') nulls last, building.code
     limit 2000`.execute(db);
  return rows.map((row) => ({ ...row, phaseId: row.phaseId ?? undefined, floors: row.floors ?? undefined }));
}

/** How much of each kind stands in no building. */
export async function roomsApart(db: Db, projectId: string): Promise<{ kind: RoomKind; rooms: number }[]> {
  const rows = await db
    .selectFrom('room')
    .select(['kind', (room) => room.fn.countAll<number>().as('rooms')])
    .where('project_id', '=', projectId)
    .where('building_id', 'is', null)
    .groupBy('kind')
    .orderBy('kind')
    .execute();
  return rows.map(({ kind, rooms }) => ({ kind: kind as RoomKind, rooms: Number(rooms) }));
}
