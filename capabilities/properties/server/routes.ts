import { answer } from '@yilu/platform/server';
import * as ask from '../contract/index.ts';
import * as buildings from './buildings.ts';
import { editRoom } from './edit-room.ts';
import * as milestones from './milestones.ts';
import * as projects from './projects.ts';
import * as rooms from './rooms.ts';
import * as structure from './structure.ts';

export const routes = [
  answer(ask.listProjects, projects.listProjects),
  answer(ask.listBuildings, projects.listBuildings),

  answer(ask.createPhase, structure.createPhase),
  answer(ask.editPhase, structure.editPhase),
  answer(ask.deletePhase, structure.deletePhase),
  answer(ask.createBuilding, structure.createBuilding),
  answer(ask.editBuilding, structure.editBuilding),
  answer(ask.deleteBuilding, structure.deleteBuilding),
  answer(ask.createUnit, structure.createUnit),
  answer(ask.editUnit, structure.editUnit),
  answer(ask.deleteUnit, structure.deleteUnit),

  answer(ask.readBuilding, buildings.readBuilding),
  answer(ask.generateRooms, buildings.generateRooms),

  answer(ask.searchRooms, rooms.searchRooms),
  answer(ask.createRoom, rooms.createRoom),
  answer(ask.readRoom, rooms.readRoom),
  answer(ask.editRoom, editRoom),
  answer(ask.deleteRoom, structure.deleteRoom),
  answer(ask.recordMilestone, milestones.recordMilestone),
  answer(ask.removeMilestone, milestones.removeMilestone),
];
