import { insist, Refused } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { editCompanies } from '@yilu/settings/contract';
import { createProject } from '@yilu/settings/server';
import { mayNotMakeProjects, projectOutOfReach } from '../contract/index.ts';
import type { RunRow } from '../store/runs.ts';
import { type SheetRowOfRun, sheetsOf } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import { nameInTitle, openProjects } from './projects.ts';

/** Sheets of which it is not known to which project they belong: no choice, no known name in a column or title, no only project. */
export async function sheetsWithoutProject(work: Work<Tables>, run: RunRow): Promise<SheetRowOfRun[]> {
  if (run.projectId) return [];
  const projects = await openProjects(work, run);
  const sheets = (await sheetsOf(work.db, [run.id])).filter(({ kind }) => kind !== 'ignored');
  return sheets.filter((sheet) => typeof projects.of(sheet, nameInColumn(sheet)) !== 'string');
}

/** What the files call the project that does not exist yet: in a column, else in a title. */
export function suggestedProject(sheets: readonly SheetRowOfRun[]): string | undefined {
  return sheets.map(nameInColumn).find(Boolean) ?? sheets.map(({ title }) => nameInTitle(title)).find(Boolean);
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

function nameInColumn(sheet: SheetRowOfRun): string | undefined {
  return sheet.columns.find(({ field }) => field === 'project')?.sample;
}
