import type { Condition, SortKey } from '../contract/index.ts';

/** The customer book at a view, narrowed to these conditions. */
export function bookPath(view: string, sort: SortKey, conditions: readonly Condition[]): string {
  const filter = JSON.stringify({ match: 'all', of: conditions });
  return `/customers?${new URLSearchParams({ view, filter, sort })}`;
}
