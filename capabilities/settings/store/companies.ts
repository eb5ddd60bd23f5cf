import type { Selectable } from 'kysely';
import type { CompanyDetails, CompanyNode, NodeKind } from '../contract/index.ts';
import type { Db, Tables } from './tables.ts';

/** More companies and projects than any group has; a list without an end is none. */
const mostNodes = 5_000;

/** The whole tree, parents before children, each level by name. */
export async function allNodes(db: Db): Promise<CompanyNode[]> {
  const rows = await db
    .selectFrom('company_node')
    .selectAll()
    .orderBy((node) => node.fn('array_length', ['path', node.lit(1)]))
    .orderBy('pinyin')
    .orderBy('id')
    .limit(mostNodes)
    .execute();
  return rows.map(toNode);
}

export async function nodeById(db: Db, id: string): Promise<CompanyNode | undefined> {
  const row = await db.selectFrom('company_node').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toNode(row);
}

export async function groupNode(db: Db): Promise<CompanyNode | undefined> {
  const row = await db.selectFrom('company_node').selectAll().where('kind', '=', 'group').executeTakeFirst();
  return row && toNode(row);
}

/** Wait for whoever changes the same node or its hours; rows that refer to it may come meanwhile. */
export async function lockNode(db: Db, id: string): Promise<void> {
  await db.selectFrom('company_node').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/** Projects at or below a node. */
export async function projectsUnder(db: Db, nodeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('company_node')
    .select('id')
    .where('kind', '=', 'project')
    .where((node) => node(node.val(nodeId), '=', node.fn.any('path')))
    .limit(mostNodes)
    .execute();
  return rows.map(({ id }) => id);
}

/** Another node that has this name under the same parent, or this short code anywhere. */
export async function twinsOf(
  db: Db,
  { id, parentId, name, code }: { id: string; parentId: string | undefined; name: string; code: string | undefined },
): Promise<('name' | 'code')[]> {
  const rows = await db
    .selectFrom('company_node')
    .select(['name', 'code', 'parent_id'])
    .where('id', '!=', id)
    .where((node) =>
      node.or([
        node.and([node('parent_id', 'is not distinct from', parentId ?? null), node('name', '=', name)]),
        node('code', '=', code ?? null),
      ]),
    )
    .limit(2)
    .execute();
  return rows.map((row) => (row.name === name && row.parent_id === (parentId ?? null) ? 'name' : 'code'));
}

export interface NodeToWrite extends CompanyDetails {
  readonly id: string;
  readonly kind: NodeKind;
  readonly parentId: string | undefined;
  readonly pinyin: string;
}

export async function insertNode(db: Db, node: NodeToWrite): Promise<void> {
  // The trigger finds the path.
  await db
    .insertInto('company_node')
    .values({ ...columnsOf(node), id: node.id, kind: node.kind, path: [] })
    .execute();
}

export async function updateNode(db: Db, node: NodeToWrite): Promise<void> {
  await db
    .updateTable('company_node')
    .set((now) => ({ ...columnsOf(node), version: now('version', '+', 1) }))
    .where('id', '=', node.id)
    .execute();
}

export async function deleteNode(db: Db, id: string): Promise<void> {
  await db.deleteFrom('company_node').where('id', '=', id).execute();
}

function columnsOf(node: NodeToWrite) {
  return {
    parent_id: node.parentId ?? null,
    name: node.name,
    pinyin: node.pinyin,
    code: node.code ?? null,
    developer: node.developer ?? null,
    property_company: node.propertyCompany ?? null,
    letterhead: node.letterhead ?? null,
    address: node.address ?? null,
  };
}

function toNode(row: Selectable<Tables['company_node']>): CompanyNode {
  return {
    id: row.id,
    kind: row.kind as NodeKind,
    parentId: row.parent_id ?? undefined,
    path: row.path,
    name: row.name,
    pinyin: row.pinyin,
    code: row.code ?? undefined,
    developer: row.developer ?? undefined,
    propertyCompany: row.property_company ?? undefined,
    letterhead: row.letterhead ?? undefined,
    address: row.address ?? undefined,
    version: row.version,
  };
}
