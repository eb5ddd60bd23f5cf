import { managers, oversightRoles, permission, shippedRoles } from '@yilu/platform/contract';

/** Everybody has a day; whose tasks appear is the scope's business. */
export const haveTasks = permission('tasks.have', { zh: '有自己的待办', en: 'Have tasks of one’s own' }, [
  ...shippedRoles,
]);
export const createTasks = permission('tasks.create', { zh: '新建待办', en: 'Create tasks' }, [...shippedRoles]);
const leaders = [...managers, 'salesSiteManager', 'propertyManager', 'serviceManager'] as const;
export const seeTeam = permission(
  'tasks.see_team',
  { zh: '看团队的今天与合计', en: 'See the team’s day with totals' },
  [...leaders, ...oversightRoles],
);
/** Holds in the projects of the grants that give it, not in all that lie in reach. */
export const leadTasks = permission('tasks.lead', { zh: '替同事处理待办', en: 'Act on tasks of colleagues' }, leaders);
export const transferTasks = permission(
  'tasks.transfer',
  { zh: '批量转交待办', en: 'Transfer all tasks of a person' },
  leaders,
);

export const permissions = [haveTasks, createTasks, seeTeam, leadTasks, transferTasks] as const;
