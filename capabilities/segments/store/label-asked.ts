import { type FilterGroup, isGroup, type SortKey } from '../contract/index.ts';
import type { Chosen } from './book.ts';

/** A label of which every row of a page carries one of these values. */
export interface LabelAsked {
  readonly column: 'activity' | 'lifecycle' | 'value';
  readonly values: readonly string[];
}

/** The one that narrows most by the order of last contact comes first. */
const labels: readonly LabelAsked['column'][] = ['activity', 'value', 'lifecycle'];

/**
 * The label by which a page in the order of last contact is read value by value, each from an index that has both; several
 * values at once, or any other order, have no such index.
 */
export function labelAsked({ filter, projectId, personIds }: Chosen, sort: SortKey): LabelAsked | undefined {
  if (!projectId || personIds || sort.replace(/^-/, '') !== 'lastContactOn') return undefined;
  return labels.map((column) => valuesAsked(filter, column)).find((asked) => asked !== undefined);
}

function valuesAsked(filter: FilterGroup | undefined, column: LabelAsked['column']): LabelAsked | undefined {
  if (filter?.match !== 'all') return undefined;
  for (const node of filter.of) {
    if (isGroup(node) || node.field !== column || node.is !== 'in' || !Array.isArray(node.value)) continue;
    return { column, values: [...new Set(node.value)] };
  }
  return undefined;
}
