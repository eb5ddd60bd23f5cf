import type { Capability } from '@yilu/platform/server';
import { permissions, sharedDictionaries } from '../contract/index.ts';
import { dictionaries } from './dictionaries.ts';
import { routes } from './routes.ts';

export { siteCalendar } from './calendars.ts';
export { createGroup, nameGroup } from './companies.ts';
export { dictionaries, entriesIn, insistEntry } from './dictionaries.ts';
export { createProject, projectById, removeProject } from './projects.ts';
export { insistGroup } from './reach.ts';
export { type AroundMove, aroundMoves } from './slots.ts';
export { titleOfSetting } from './titles.ts';
export { valueInEachProject, valueOf, valuesOf } from './value-of.ts';

export const settings: Capability = {
  name: 'settings',
  permissions,
  routes,
  contributes: sharedDictionaries.map((list) => dictionaries.with(list)),
};
