import { bookColumns, type ColumnKey, type Condition, type Filter, operatorsOf } from '../contract/index.ts';

/** Conditions and groups a filter may hold; more is nobody's question and somebody's attack. */
const mostNodes = 100;
const deepest = 8;

/** The first thing in a filter that makes no sense, as a path such as `all.2.value`; absent when all is well. */
export function wrongIn(filter: Filter, allowed: (column: ColumnKey) => boolean): string | undefined {
  if (countNodes(filter) > mostNodes || depthOf(filter) > deepest) return 'size';
  return wrongAt(filter, allowed, '');
}

function wrongAt(filter: Filter, allowed: (column: ColumnKey) => boolean, path: string): string | undefined {
  if ('all' in filter) return firstWrong(filter.all, allowed, `${path}all.`);
  if ('any' in filter) return firstWrong(filter.any, allowed, `${path}any.`);
  if ('not' in filter) return wrongAt(filter.not, allowed, `${path}not.`);
  return wrongCondition(filter, allowed) && `${path}${wrongCondition(filter, allowed)}`;
}

function firstWrong(branches: readonly Filter[], allowed: (column: ColumnKey) => boolean, path: string) {
  for (const [index, branch] of branches.entries()) {
    const wrong = wrongAt(branch, allowed, `${path}${index}.`);
    if (wrong) return wrong;
  }
  return undefined;
}

function wrongCondition(condition: Condition, allowed: (column: ColumnKey) => boolean): string | undefined {
  const { type } = bookColumns[condition.column];
  if (!allowed(condition.column)) return 'column';
  if (!operatorsOf[type.kind].includes(condition.is)) return 'is';
  if (condition.is === 'me' && condition.column !== 'responsible') return 'is';
  if (condition.is === 'belowLine' && condition.column !== 'completeness') return 'is';
  if ((condition.is === 'anyOf' || condition.is === 'noneOf') && type.kind === 'id') {
    return condition.value.every((id) => uuid.test(id)) ? undefined : 'value';
  }
  return undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function countNodes(filter: Filter): number {
  if ('all' in filter) return filter.all.reduce((sum, one) => sum + countNodes(one), 1);
  if ('any' in filter) return filter.any.reduce((sum, one) => sum + countNodes(one), 1);
  return 'not' in filter ? 1 + countNodes(filter.not) : 1;
}

function depthOf(filter: Filter): number {
  if ('all' in filter) return 1 + Math.max(0, ...filter.all.map(depthOf));
  if ('any' in filter) return 1 + Math.max(0, ...filter.any.map(depthOf));
  return 'not' in filter ? 1 + depthOf(filter.not) : 1;
}
