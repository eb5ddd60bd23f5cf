import { Day, day } from '@yilu/platform/contract';
import {
  type Condition,
  type FilterField,
  type FilterGroup,
  isGroup,
  isTelling,
  kindOf,
  operatorsOf,
} from '../contract/index.ts';
import { spanMeant } from './span.ts';

/** Conditions and groups a filter may hold; more is nobody's question and somebody's attack. */
const mostNodes = 100;
const deepest = 8;

/** The first thing in a filter that makes no sense, as a path such as `of.2.value`; undefined when all is well. */
export function wrongIn(filter: FilterGroup, isAllowed: (field: FilterField) => boolean): string | undefined {
  if (nodesIn(filter) > mostNodes || depthOf(filter) > deepest) return 'of';
  return wrongInGroup(filter, isAllowed, '');
}

function wrongInGroup(
  group: FilterGroup,
  isAllowed: (field: FilterField) => boolean,
  path: string,
): string | undefined {
  for (const [index, node] of group.of.entries()) {
    const here = `${path}of.${index}.`;
    const wrong = isGroup(node) ? wrongInGroup(node, isAllowed, here) : wrongInCondition(node, isAllowed, here);
    if (wrong) return wrong;
  }
  return undefined;
}

function wrongInCondition(condition: Condition, isAllowed: (field: FilterField) => boolean, path: string) {
  const kind = kindOf(condition.field);
  if (!isAllowed(condition.field)) return `${path}field`;
  if (!operatorsOf[kind].includes(condition.is)) return `${path}is`;
  return takes(condition, kind === 'id') ? undefined : `${path}value`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Nobody grows older; beyond it lie years that no calendar has. */
const oldest = 200;

function takes({ field, is, value }: Condition, wantsIds: boolean): boolean {
  if (field === 'age' && value !== undefined) return typeof value === 'number' && value >= 0 && value <= oldest;
  switch (is) {
    case 'in':
    case 'notIn':
    case 'all':
      if (!Array.isArray(value) || value.length === 0) return false;
      return (
        !wantsIds ||
        value.every((id) => uuid.test(id) || ((field === 'responsible' || isTelling(field)) && id === 'me'))
      );
    case 'contains':
    case 'equals':
      return typeof value === 'number' || (typeof value === 'string' && value.trim().length > 0);
    case 'atLeast':
    case 'atMost':
      return typeof value === 'number' && Math.abs(value) <= 1e15;
    case 'within':
      return typeof value === 'string' && spanMeant(value, day('2026-01-01')) !== undefined;
    case 'before':
    case 'after':
      return Day.safeParse(value).success;
    default:
      return value === undefined;
  }
}

function nodesIn(group: FilterGroup): number {
  return group.of.reduce((sum, node) => sum + (isGroup(node) ? nodesIn(node) : 1), 1);
}

function depthOf(group: FilterGroup): number {
  return 1 + Math.max(0, ...group.of.map((node) => (isGroup(node) ? depthOf(node) : 0)));
}
