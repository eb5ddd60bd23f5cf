import type { Sentence } from '@yilu/platform/contract';
import type { Condition, SavedView, ViewDefinition } from '../contract/index.ts';

export interface ShippedView {
  readonly id: string;
  readonly name: Sentence;
  readonly definition: ViewDefinition;
}

const all = (...of: Condition[]) => ({ match: 'all' as const, of });

/** The tabs that everybody finds on the first day, in their order. */
export const shippedViews: readonly ShippedView[] = [
  { id: 'all', name: { zh: '全部', en: 'All' }, definition: { sort: '-lastContactOn' } },
  {
    id: 'mine',
    name: { zh: '我的客户', en: 'Mine' },
    definition: { filter: all({ field: 'responsible', is: 'in', value: ['me'] }), sort: 'nextTaskOn' },
  },
  {
    id: 'cooling',
    name: { zh: '正在降温', en: 'Cooling' },
    definition: { filter: all({ field: 'activity', is: 'in', value: ['COOLING'] }), sort: 'lastContactOn' },
  },
  {
    id: 'incomplete',
    name: { zh: '资料未满', en: 'Dossier gaps' },
    definition: { filter: all({ field: 'belowLine', is: 'yes' }), sort: 'completenessDueOn' },
  },
  {
    id: 'birthdays',
    name: { zh: '本月生日', en: 'Birthdays this month' },
    definition: { filter: all({ field: 'birthday', is: 'within', value: 'thisMonth' }), sort: 'birthday' },
  },
  {
    id: 'leads',
    name: { zh: '意向客户', en: 'Leads' },
    definition: { filter: all({ field: 'standing', is: 'in', value: ['lead'] }), sort: '-registeredOn' },
  },
  {
    id: 'owners',
    name: { zh: '业主', en: 'Owners' },
    definition: { filter: all({ field: 'standing', is: 'in', value: ['owner', 'coOwner'] }), sort: 'rooms' },
  },
];

/** Pinned before anybody chooses. */
export const pinnedAtFirst: readonly string[] = [
  'all',
  'mine',
  'cooling',
  'incomplete',
  'birthdays',
  'leads',
  'owners',
];

/** Pinned views in their order, then the rest as they were given. */
export function inTabOrder(views: readonly SavedView[], pinned: readonly string[]): SavedView[] {
  const place = ({ id }: SavedView) => (pinned.includes(id) ? pinned.indexOf(id) : pinned.length);
  return views
    .map((view) => ({ ...view, pinned: pinned.includes(view.id) }))
    .toSorted((one, other) => place(one) - place(other));
}
