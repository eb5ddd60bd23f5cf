import { Day, endpoint, PageQuery, page } from '@yilu/platform/contract';
import { z } from 'zod';
import { Building, BuildingGrid, BuildingSummary, BuildingUnit, Lifts, Phase, ProjectSummary } from './building.ts';
import { editProperties, recordMilestones, seeProperties } from './permissions.ts';
import { ExternalCode, MilestoneKind, Room, RoomFacts, RoomKind, RoomLine } from './room.ts';

const tag = 'properties';
const name = z.string().trim().min(1).max(40);
const version = z.int();
const inProject = z.object({ projectId: z.uuid() });
const inBuilding = z.object({ buildingId: z.uuid() });
const ofRoom = z.object({ roomId: z.uuid() });

export const listProjects = endpoint({
  method: 'GET',
  path: '/projects',
  answer: z.object({ items: z.array(ProjectSummary) }),
  permission: seeProperties,
  summary: 'The projects in reach with the number of buildings and rooms by stage.',
  tag,
});
export const listBuildings = endpoint({
  method: 'GET',
  path: '/projects/:projectId/buildings',
  params: inProject,
  answer: z.object({
    project: ProjectSummary,
    phases: z.array(Phase),
    buildings: z.array(BuildingSummary),
    apart: z.array(z.object({ kind: RoomKind, rooms: z.int() })),
  }),
  permission: seeProperties,
  summary: 'Phases and buildings of a project; `apart` counts what stands in no building, such as parking spaces.',
  tag,
});
export const createPhase = endpoint({
  method: 'POST',
  path: '/projects/:projectId/phases',
  params: inProject,
  body: z.object({ name }),
  answer: Phase,
  permission: editProperties,
  summary: 'Add a phase to a project.',
  tag,
});
export const editPhase = endpoint({
  method: 'PUT',
  path: '/phases/:phaseId',
  params: z.object({ phaseId: z.uuid() }),
  body: z.object({ name, version }),
  answer: Phase,
  permission: editProperties,
  summary: 'Rename a phase.',
  tag,
});
export const deletePhase = endpoint({
  method: 'DELETE',
  path: '/phases/:phaseId',
  params: z.object({ phaseId: z.uuid() }),
  permission: editProperties,
  summary: 'Delete a phase in which nothing stands.',
  tag,
});

export const createBuilding = endpoint({
  method: 'POST',
  path: '/projects/:projectId/buildings',
  params: inProject,
  body: z.object({ name, phaseId: z.uuid().optional() }),
  answer: Building,
  permission: editProperties,
  summary: 'Add a building to a project.',
  tag,
});
export const readBuilding = endpoint({
  method: 'GET',
  path: '/buildings/:buildingId',
  params: inBuilding,
  answer: BuildingGrid,
  permission: seeProperties,
  summary: 'A building as a grid of units and rooms, with the labels that colour it.',
  tag,
});
export const editBuilding = endpoint({
  method: 'PUT',
  path: '/buildings/:buildingId',
  params: inBuilding,
  body: z.object({ name, phaseId: z.uuid().optional(), version }),
  answer: Building,
  permission: editProperties,
  summary: 'Rename a building or put it into another phase.',
  tag,
});
export const deleteBuilding = endpoint({
  method: 'DELETE',
  path: '/buildings/:buildingId',
  params: inBuilding,
  permission: editProperties,
  summary: 'Delete a building without rooms.',
  tag,
});
export const createUnit = endpoint({
  method: 'POST',
  path: '/buildings/:buildingId/units',
  params: inBuilding,
  body: z.object({ name, lifts: Lifts.optional() }),
  answer: BuildingUnit,
  permission: editProperties,
  summary: 'Add a unit to a building.',
  tag,
});
export const editUnit = endpoint({
  method: 'PUT',
  path: '/units/:unitId',
  params: z.object({ unitId: z.uuid() }),
  body: z.object({
    name,
    /** Absent: as before; null: not known any more. */
    lifts: Lifts.nullable().optional(),
    version,
  }),
  answer: BuildingUnit,
  permission: editProperties,
  summary: 'Rename a unit, or say how many lifts it has.',
  tag,
});
export const deleteUnit = endpoint({
  method: 'DELETE',
  path: '/units/:unitId',
  params: z.object({ unitId: z.uuid() }),
  permission: editProperties,
  summary: 'Delete a unit without rooms.',
  tag,
});

/** Floors × rooms per floor; numbers are the floor shown and two digits. */
export const RoomGenerator = z.object({
  unitId: z.uuid().optional(),
  firstFloor: z.int().min(-5).max(200),
  lastFloor: z.int().min(-5).max(200),
  roomsPerFloor: z.int().min(1).max(60),
  /** Floors that the lift does not show, such as 4, 13, 14: numbering jumps over them, the physical floor does not. */
  skippedFloors: z.array(z.int()).max(60).default([]),
  kind: RoomKind.default('RESIDENCE'),
  facts: RoomFacts.omit({ floor: true, floorLabel: true }).default({}),
});
export type RoomGenerator = z.infer<typeof RoomGenerator>;
export const generateRooms = endpoint({
  method: 'POST',
  path: '/buildings/:buildingId/generated-rooms',
  params: inBuilding,
  body: RoomGenerator,
  answer: z.object({ created: z.int(), existing: z.int() }),
  permission: editProperties,
  summary: 'Make the rooms of a building floor by floor; rooms already there stay as they are.',
  tag,
});

export const searchRooms = endpoint({
  method: 'GET',
  path: '/rooms',
  query: PageQuery.extend({
    projectId: z.uuid().optional(),
    buildingId: z.uuid().optional(),
    kind: RoomKind.optional(),
    apart: z.stringbool().optional(),
    text: z.string().trim().max(60).optional(),
  }),
  answer: page(RoomLine),
  permission: seeProperties,
  summary:
    'Rooms by project, building, kind or notation (3-2-1203, 3栋2单元1203, 1203), in the order of their numbers.',
  tag,
});
export const createRoom = endpoint({
  method: 'POST',
  path: '/projects/:projectId/rooms',
  params: inProject,
  body: RoomFacts.extend({
    kind: RoomKind.default('RESIDENCE'),
    buildingId: z.uuid().optional(),
    unitId: z.uuid().optional(),
    phaseId: z.uuid().optional(),
    number: z.string().trim().min(1).max(40),
  }),
  answer: Room,
  permission: editProperties,
  summary: 'Add a room, shop, parking space or storage.',
  tag,
});
export const readRoom = endpoint({
  method: 'GET',
  path: '/rooms/:roomId',
  params: ofRoom,
  answer: Room,
  permission: seeProperties,
  summary: 'One room with its layout, areas, milestones and external codes.',
  tag,
});
export const editRoom = endpoint({
  method: 'PATCH',
  path: '/rooms/:roomId',
  params: ofRoom,
  body: RoomFacts.partial().extend({
    kind: RoomKind.optional(),
    number: z.string().trim().min(1).max(40).optional(),
    clear: z.array(RoomFacts.keyof()).max(20).default([]),
    externalCodes: z.array(ExternalCode).max(20).optional(),
    version,
  }),
  answer: Room,
  permission: editProperties,
  summary: 'Change what is known of a room; fields in `clear` become unknown.',
  tag,
});
export const deleteRoom = endpoint({
  method: 'DELETE',
  path: '/rooms/:roomId',
  params: ofRoom,
  permission: editProperties,
  summary: 'Delete a room to which nothing refers.',
  tag,
});
export const recordMilestone = endpoint({
  method: 'POST',
  path: '/rooms/:roomId/milestones',
  params: ofRoom,
  body: z.object({ kind: MilestoneKind, reachedOn: Day }),
  answer: Room,
  permission: recordMilestones,
  summary: 'Record that a room reached a milestone on a day.',
  tag,
});
export const removeMilestone = endpoint({
  method: 'DELETE',
  path: '/rooms/:roomId/milestones/:milestoneId',
  params: ofRoom.extend({ milestoneId: z.uuid() }),
  answer: Room,
  permission: recordMilestones,
  summary: 'Take back a milestone recorded by mistake.',
  tag,
});
