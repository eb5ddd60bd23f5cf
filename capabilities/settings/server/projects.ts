import type { Work } from '@yilu/platform/server';
import type { CompanyNode } from '../contract/index.ts';
import { groupNode, nodeById } from '../store/companies.ts';
import { createCompany, deleteCompany } from './companies.ts';
import { asOwnWork, onOwnTables } from './own-tables.ts';

/** A project, whoever asks: later capabilities print its name and read its letterhead where the row itself was in scope. */
export async function projectById<Theirs>(work: Work<Theirs>, projectId: string): Promise<CompanyNode | undefined> {
  const node = await nodeById(onOwnTables(work), projectId);
  return node?.kind === 'project' ? node : undefined;
}

/** A project under a company, or directly under the group: what an import or a demo estate needs for rows of a new site. */
export async function createProject<Theirs>(
  work: Work<Theirs>,
  { name, parentId }: { name: string; parentId?: string | undefined },
): Promise<CompanyNode> {
  const here = asOwnWork(work);
  const parent = parentId ?? (await groupNode(here.db))?.id;
  if (!parent) throw new Error('a project needs a group; set the system up first');
  return createCompany(here, { kind: 'project', name, parentId: parent });
}

/** Takes a project back that nothing refers to; refuses when something does. */
export async function removeProject<Theirs>(work: Work<Theirs>, projectId: string): Promise<void> {
  await deleteCompany(asOwnWork(work), { nodeId: projectId });
}
