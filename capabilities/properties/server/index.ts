import { subjectTitles } from '@yilu/identity/server';
import type { Capability } from '@yilu/platform/server';
import { subjectNames } from '@yilu/tasks/server';
import { permissions } from '../contract/index.ts';
import { namesOfRooms, titlesOfRooms } from './room-titles.ts';
import { routes } from './routes.ts';

export { bringMilestones } from './bring-milestones.ts';
export { type Colouring, colourings } from './buildings.ts';
export { hearBuildings } from './hear-buildings.ts';
export type { BuildingRow } from './import-buildings.ts';
export { layOutBuildings, type PlaceRow } from './lay-out-buildings.ts';
export { settleMilestone, settleSalesState } from './milestones.ts';
export { undoRooms } from './undo-rooms.ts';
export { upsertRooms } from './upsert-rooms.ts';

export const properties: Capability = {
  name: 'properties',
  permissions,
  routes,
  contributes: [
    subjectTitles.with({ kind: 'room', titles: titlesOfRooms }),
    subjectNames.with({ kind: 'room', names: namesOfRooms }),
  ],
};
