import { found, insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { type CompanyNode, groupDecides, noSuchCompany } from '../contract/index.ts';
import { nodesInReach } from '../rules/index.ts';
import { allNodes, groupNode, nodeById, projectsUnder } from '../store/companies.ts';
import type { Tables } from '../store/tables.ts';

/** The tree as far as the actor may see it. */
export async function visibleNodes({ db, actor }: Work<Tables>): Promise<CompanyNode[]> {
  const nodes = await allNodes(db);
  return actor.isGroup ? nodes : nodesInReach(nodes, actor.projects);
}

/** Lists, public days, roles and the like are one for everybody: whoever reaches a part of the group does not change them. */
export function insistGroup<Theirs>({ actor }: Pick<Work<Theirs>, 'actor'>): void {
  insist(actor.isGroup ? undefined : groupDecides, 403);
}

/** The node, or the group where none is named; 404 when it is neither in reach nor above what is. */
export async function visibleNode(work: Work<Tables>, nodeId: string | undefined): Promise<CompanyNode> {
  const { db, actor } = work;
  const node = found(nodeId ? await nodeById(db, nodeId) : await groupNode(db), noSuchCompany);
  if (actor.isGroup) return node;
  const below = await projectsUnder(db, node.id);
  return found(below.some((id) => actor.projects.includes(id)) ? node : undefined, noSuchCompany);
}

/** A node that the actor reaches whole: whoever has one project of a region must not decide for the region. */
export async function nodeToDecideFor(work: Work<Tables>, nodeId: string): Promise<CompanyNode> {
  const { db, actor } = work;
  const node = found(await nodeById(db, nodeId), noSuchCompany);
  if (actor.isGroup) return node;
  const below = await projectsUnder(db, node.id);
  const whole = below.length > 0 && below.every((id) => actor.projects.includes(id)) && node.kind !== 'group';
  return found(whole ? node : undefined, noSuchCompany);
}
