import {
  type FilterCondition,
  type FilterNode,
  isGroup,
  FilterGroup as KitFilter,
  type FilterGroup as KitGroup,
  nothingFiltered,
  type Sort,
  useQueryChange,
  useQueryJson,
  useQueryState,
} from '@yilu/platform/web';
import { useMemo } from 'react';
import { bookColumns, FilterGroup, type SavedView, type SortKey, type ViewDefinition } from '../contract/index.ts';

const sortAtFirst: SortKey = '-lastContactOn';

/** What the address says of the book: a view, and what was changed since; so that every list can be sent to a colleague. */
export function useBookState(views: readonly SavedView[], firstView: string) {
  const [viewId = firstView, setView] = useQueryState('view');
  const [search, setSearch] = useQueryState('q');
  const [filterText] = useQueryState('filter');
  const [filterGiven, setFilter] = useQueryJson('filter', KitFilter, nothingFiltered);
  const [sortGiven, setSort] = useQueryState('sort');
  const change = useQueryChange();
  const view = views.find(({ id }) => id === viewId) ?? views[0];
  const kept = view?.definition;
  const shown: KitGroup = filterText === undefined ? toShown(kept?.filter) : filterGiven;
  const sort = (sortGiven ?? kept?.sort ?? sortAtFirst) as SortKey;
  const filter = useMemo(() => toAsked(shown), [shown]);
  const text = search ?? kept?.search ?? '';
  return {
    view,
    filter,
    /** As the filter bar shows it, unfinished conditions included. */
    shown,
    sort,
    search: text,
    /** Whether something differs from what the view keeps. */
    isChanged: filterText !== undefined || sortGiven !== undefined || search !== undefined,
    definition: { sort, ...(filter && { filter }), ...(text && { search: text }) } satisfies ViewDefinition,
    chooseView: (id: string) => {
      change({ view: id, q: undefined, filter: undefined, sort: undefined }, { push: true });
    },
    setView,
    setSearch: (value: string) => setSearch(value === '' && !kept?.search ? undefined : value),
    setFilter,
    setSort: (next: Sort | undefined) => setSort(next && `${next.direction === 'descending' ? '-' : ''}${next.key}`),
    forget: () => change({ q: undefined, filter: undefined, sort: undefined }),
    clear: () => change({ view: 'all', q: undefined, filter: undefined, sort: undefined }),
  };
}

/** What the server is asked about a view that nobody has changed since. */
export function questionOf({ definition: { search = '', filter, sort } }: SavedView) {
  return { search, filter: toAsked(toShown(filter)), sort: sort ?? sortAtFirst };
}

export type BookState = ReturnType<typeof useBookState>;

export function sortShown(sort: SortKey): Sort {
  return { key: sort.replace(/^-/, ''), direction: sort.startsWith('-') ? 'descending' : 'ascending' };
}

/** Money is asked for in yuan and kept in fen. */
function inFen(condition: FilterCondition, factor: number): FilterCondition {
  const column = bookColumns[condition.field as keyof typeof bookColumns];
  if (column?.type.kind !== 'money' || typeof condition.value !== 'number') return condition;
  return { ...condition, value: Math.round(condition.value * factor) };
}

function mapped(group: KitGroup, each: (condition: FilterCondition) => FilterCondition | undefined): KitGroup {
  const of: FilterNode[] = [];
  for (const node of group.of) {
    const next = isGroup(node) ? mapped(node, each) : each(node);
    if (next && !(isGroup(next) && next.of.length === 0)) of.push(next);
  }
  return { ...group, of };
}

/** What the server is asked: without conditions that are not finished yet. */
function toAsked(group: KitGroup): FilterGroup | undefined {
  const finished = mapped(group, (condition) => (isFinished(condition) ? inFen(condition, 100) : undefined));
  const asked = FilterGroup.safeParse(finished);
  return asked.success && asked.data.of.length > 0 ? asked.data : undefined;
}

function toShown(filter: FilterGroup | undefined): KitGroup {
  const known = KitFilter.safeParse(filter);
  return known.success ? mapped(known.data, (condition) => inFen(condition, 0.01)) : nothingFiltered;
}

const needNothing = ['known', 'unknown', 'yes', 'no'];

function isFinished({ is, value }: FilterCondition): boolean {
  if (needNothing.includes(is)) return true;
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== '';
}
