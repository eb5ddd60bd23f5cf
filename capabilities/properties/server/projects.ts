import { found } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { projectById } from '@yilu/settings/server';
import {
  type BuildingSummary,
  noSuchProject,
  type Phase,
  type ProjectSummary,
  type RoomKind,
} from '../contract/index.ts';
import { phasesOf } from '../store/structure.ts';
import { buildingSummaries, projectSummaries, roomsApart } from '../store/summaries.ts';
import type { Tables } from '../store/tables.ts';

export async function listProjects({ db, actor }: Work<Tables>): Promise<{ items: ProjectSummary[] }> {
  return { items: await projectSummaries(db, actor.projects) };
}

export async function listBuildings(
  { db, actor }: Work<Tables>,
  { projectId }: { projectId: string },
): Promise<{
  project: ProjectSummary;
  phases: Phase[];
  buildings: BuildingSummary[];
  apart: { kind: RoomKind; rooms: number }[];
}> {
  const [project] = await projectSummaries(db, actor.projects, projectId);
  return {
    project: found(project, noSuchProject),
    phases: await phasesOf(db, projectId),
    buildings: await buildingSummaries(db, projectId),
    apart: await roomsApart(db, projectId),
  };
}

/** The project, when it is in reach. */
export async function projectInReach(
  work: Work<Tables>,
  projectId: string,
): Promise<{ id: string; name: string; code?: string | undefined }> {
  const inReach = work.actor.projects.includes(projectId) ? await projectById(work, projectId) : undefined;
  return found(inReach, noSuchProject);
}
