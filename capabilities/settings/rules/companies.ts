import type { Refusal } from '@yilu/platform/contract';
import { type CompanyNode, groupStays, type NodeKind, ownDescendant, wrongParent } from '../contract/index.ts';

/** What may stand under what: levels may be skipped, never turned round. */
const level: Readonly<Record<NodeKind, number>> = { group: 0, region: 1, city: 2, project: 3 };

/** Why a node of this kind may not stand under this parent, if it may not. */
export function refusalToStandUnder(kind: NodeKind, parent: Pick<CompanyNode, 'kind'>): Refusal | undefined {
  return level[kind] > level[parent.kind] ? undefined : wrongParent;
}

/** Why a node may not move under this parent, if it may not. */
export function refusalToMove(
  node: Pick<CompanyNode, 'id' | 'kind'>,
  parent: Pick<CompanyNode, 'kind' | 'path'>,
): Refusal | undefined {
  if (node.kind === 'group') return groupStays;
  if (parent.path.includes(node.id)) return ownDescendant;
  return refusalToStandUnder(node.kind, parent);
}

/** Which companies no longer stand above a node once it stands under this parent. */
export function companiesLeft(
  node: Pick<CompanyNode, 'id' | 'path'>,
  parent: Pick<CompanyNode, 'path'>,
): readonly string[] {
  return node.path.filter((id) => id !== node.id && !parent.path.includes(id));
}

/** What a node says itself, else the nearest company above it: developer, property company, letterhead (ORG-08). */
export function inherited<Field extends 'developer' | 'propertyCompany' | 'letterhead'>(
  nodes: readonly CompanyNode[],
  nodeId: string,
  field: Field,
): CompanyNode[Field] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const path = byId.get(nodeId)?.path ?? [];
  return path
    .map((id) => byId.get(id)?.[field])
    .filter((value) => value !== undefined)
    .at(-1);
}

/** The nodes that a person may see: projects in reach with the companies above and the whole subtree of what is theirs. */
export function nodesInReach(nodes: readonly CompanyNode[], projects: readonly string[]): CompanyNode[] {
  const reach = new Set(projects);
  const wanted = new Set(nodes.filter(({ id }) => reach.has(id)).flatMap(({ path }) => path));
  return nodes.filter(({ id }) => wanted.has(id));
}
