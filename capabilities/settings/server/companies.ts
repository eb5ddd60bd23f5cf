import { found, insist, Refused } from '@yilu/platform/contract';
import { askAnew, insistVersion, newId, type Work } from '@yilu/platform/server';
import { pinyin } from 'pinyin-pro';
import {
  CompanyDetails,
  type CompanyNode,
  codeTaken,
  companyInUse,
  groupExists,
  groupStays,
  type NodeKind,
  nameTaken,
  noSuchCompany,
} from '../contract/index.ts';
import { companiesLeft, refusalToMove, refusalToStandUnder } from '../rules/index.ts';
import {
  deleteNode,
  groupNode,
  insertNode,
  lockNode,
  type NodeToWrite,
  nodeById,
  twinsOf,
  updateNode,
} from '../store/companies.ts';
import type { Tables } from '../store/tables.ts';
import { asOwnWork } from './own-tables.ts';
import { nodeToDecideFor } from './reach.ts';
import { aroundMoves } from './slots.ts';

/** The top of the tree, made once, when the first administrator sets the system up. */
export async function createGroup<Theirs>(work: Work<Theirs>, { name }: { name: string }): Promise<CompanyNode> {
  const here = asOwnWork(work);
  insist((await groupNode(here.db)) && groupExists);
  return insert(here, { kind: 'group', parentId: undefined, name });
}

/** The group under this name, whether or not the command line had to make one before anybody could be asked. */
export async function nameGroup<Theirs>(work: Work<Theirs>, { name }: { name: string }): Promise<CompanyNode> {
  const here = asOwnWork(work);
  const before = await groupNode(here.db);
  if (!before) return insert(here, { kind: 'group', parentId: undefined, name });
  if (before.name === name) return before;
  await updateNode(here.db, written({ ...before, parentId: undefined, name }));
  askAnew(here);
  const after = found(await nodeById(here.db, before.id), noSuchCompany);
  await work.audit({ action: 'settings.company_edited', subject: { kind: 'company', id: before.id }, before, after });
  return after;
}

export async function createCompany(
  work: Work<Tables>,
  input: CompanyDetails & { kind: NodeKind; parentId: string },
): Promise<CompanyNode> {
  const parent = await nodeToDecideFor(work, input.parentId);
  insist(refusalToStandUnder(input.kind, parent));
  return insert(work, input);
}

/** Replaces the details; moves the node when another parent is named. */
export async function editCompany(
  work: Work<Tables>,
  {
    nodeId,
    version,
    parentId,
    ...details
  }: CompanyDetails & { nodeId: string; parentId?: string | undefined; version: number },
): Promise<CompanyNode> {
  await lockNode(work.db, nodeId);
  const before = await nodeToDecideFor(work, nodeId);
  insistVersion(before, version);
  const parent =
    parentId === undefined || parentId === before.parentId ? undefined : await nodeToDecideFor(work, parentId);
  if (parent) insist(refusalToMove(before, parent));

  const node = written({ ...details, id: nodeId, kind: before.kind, parentId: parent?.id ?? before.parentId });
  if (sameNode(before, node)) return before;
  await insistUnique(work, node);
  await write(work, node, parent ? companiesLeft(before, parent) : []);
  askAnew(work);
  const after = found(await nodeById(work.db, nodeId), noSuchCompany);
  await work.audit({ action: 'settings.company_edited', subject: { kind: 'company', id: nodeId }, before, after });
  return after;
}

function sameNode(before: CompanyNode, node: NodeToWrite): boolean {
  return (
    before.parentId === node.parentId && CompanyDetails.keyof().options.every((each) => before[each] === node[each])
  );
}

async function write(work: Work<Tables>, node: NodeToWrite, leftNodeIds: readonly string[]): Promise<void> {
  const update = () => updateNode(work.db, node);
  if (leftNodeIds.length === 0) return update();
  const around = work
    .contributions(aroundMoves)
    .reduceRight<() => Promise<void>>(
      (move, next) => () => next(work as unknown as Work, { leftNodeIds }, move),
      update,
    );
  await around();
}

export async function deleteCompany(work: Work<Tables>, { nodeId }: { nodeId: string }): Promise<void> {
  const before = await nodeToDecideFor(work, nodeId);
  insist(before.kind === 'group' ? groupStays : undefined);
  try {
    await deleteNode(work.db, nodeId);
    askAnew(work);
  } catch (error) {
    // Whatever refers to it, here or in later capabilities, the database knows.
    if (isForeignKeyViolation(error)) throw new Refused(companyInUse);
    throw error;
  }
  await work.audit({ action: 'settings.company_deleted', subject: { kind: 'company', id: nodeId }, before });
}

async function insert(
  work: Work<Tables>,
  details: CompanyDetails & { kind: NodeKind; parentId: string | undefined },
): Promise<CompanyNode> {
  const node = written({ ...details, id: newId() });
  await insistUnique(work, node);
  await insertNode(work.db, node);
  askAnew(work);
  const after = found(await nodeById(work.db, node.id), noSuchCompany);
  await work.audit({ action: 'settings.company_created', subject: { kind: 'company', id: node.id }, after });
  return after;
}

async function insistUnique({ db }: Work<Tables>, node: NodeToWrite): Promise<void> {
  const [taken] = await twinsOf(db, { id: node.id, parentId: node.parentId, name: node.name, code: node.code });
  if (taken === 'name') insist(nameTaken, 422, { field: 'name' });
  if (taken === 'code') insist(codeTaken, 422, { field: 'code' });
}

function written(node: Omit<NodeToWrite, 'pinyin'>): NodeToWrite {
  return { ...node, pinyin: pinyin(node.name, { toneType: 'none' }) };
}

function isForeignKeyViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '23503' || error.code === '23001');
}
