import { managers, permission, shippedRoles } from '@yilu/platform/contract';

/** Everybody has a day; whose tasks appear is the scope's business. */
export const haveTasks = permission('tasks.have', { zh: '有自己的待办', en: 'Have tasks of one’s own' }, [
  ...shippedRoles,
]);
export const createTasks = permission('tasks.create', { zh: '新建待办', en: 'Create tasks' }, [...shippedRoles]);
export const leadTasks = permission('tasks.lead', { zh: '看团队的待办', en: 'See the team’s tasks' }, [
  ...managers,
  'salesSiteManager',
  'propertyManager',
  'serviceManager',
]);
export const transferTasks = permission(
  'tasks.transfer',
  { zh: '批量转交待办', en: 'Transfer all tasks of a person' },
  [...managers, 'salesSiteManager', 'propertyManager', 'serviceManager'],
);

export const permissions = [haveTasks, createTasks, leadTasks, transferTasks] as const;
