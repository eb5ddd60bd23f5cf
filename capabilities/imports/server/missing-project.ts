import { insist, Refused } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { editCompanies } from '@yilu/settings/contract';
import { createProject } from '@yilu/settings/server';
import { mayNotMakeProjects, projectOutOfReach } from '../contract/index.ts';
import { projectsIn } from '../store/memory.ts';
import type { RunRow } from '../store/runs.ts';
import { type SheetRowOfRun, sheetsOf } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import { folded, nameInTitle, openProjects } from './projects.ts';

/** A name of a project that is not known in reach; without a name, sheets that name none. */
export interface ProjectAsked {
  readonly name?: string;
  readonly sheets: readonly string[];
}

/** All that an import must be told of projects: every name in a column or title that is unknown, and sheets without any. */
export async function projectsAsked(work: Work<Tables>, run: RunRow): Promise<ProjectAsked[]> {
  if (run.projectId) return [];
  const projects = await openProjects(work, run);
  const sheets = (await sheetsOf(work.db, [run.id])).filter(({ kind }) => kind !== 'ignored');
  const unknown = sheets.flatMap((sheet) => {
    const named = namesIn(sheet);
    return (named.length > 0 ? named : [undefined])
      .filter((name) => typeof projects.of(sheet, name) !== 'string')
      .map((name) => ({ name: name ?? nameInTitle(sheet.title), sheet: sheet.name }));
  });
  const byName = Map.groupBy(unknown, ({ name }) => (name === undefined ? '' : folded(name)));
  return [...byName.values()].map((of) => ({
    ...(of[0]?.name !== undefined && { name: of[0].name }),
    sheets: [...new Set(of.map(({ sheet }) => sheet))],
  }));
}

/** The project chosen for a name: one in reach, or a new one; a name given twice is made once. */
export async function projectChosen(
  work: Work<Tables>,
  { projectId, newProject }: { readonly projectId?: string | undefined; readonly newProject?: string | undefined },
  made: Map<string, string>,
): Promise<string | undefined> {
  if (projectId) insistProjectInReach(work, projectId);
  if (projectId || newProject === undefined) return projectId;
  const there = made.get(folded(newProject)) ?? (await projectNamed(work, newProject));
  const id = there ?? (await makeProject(work, newProject));
  made.set(folded(newProject), id);
  return id;
}

async function projectNamed(work: Work<Tables>, name: string): Promise<string | undefined> {
  const known = await projectsIn(work.db, work.actor.projects);
  return known.find((project) => folded(project.name) === folded(name))?.id;
}

/** A project of this name, made now: it is in the reach of the next transaction. */
export async function makeProject(work: Work<Tables>, name: string): Promise<string> {
  const may = work.actor.kind === 'system' || work.actor.permissions.has(editCompanies.id);
  insist(may ? undefined : mayNotMakeProjects, 403);
  const { id } = await createProject(work, { name });
  return id;
}

export function insistProjectInReach(work: Work<Tables>, projectId: string): void {
  if (!work.actor.projects.includes(projectId)) throw new Refused(projectOutOfReach, 422, { field: 'projectId' });
}

function namesIn(sheet: SheetRowOfRun): readonly string[] {
  const column = sheet.columns.find(({ field }) => field === 'project');
  return column?.names ?? (column?.sample === undefined ? [] : [column.sample]);
}
