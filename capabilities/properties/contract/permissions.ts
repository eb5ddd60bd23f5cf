import { managers, permission, shippedRoles } from '@yilu/platform/contract';

/** Rooms are the address of everything that staff do, so whoever works here sees those of the own projects. */
export const seeProperties = permission('properties.see', { zh: '查看楼栋与房间', en: 'See buildings and rooms' }, [
  ...shippedRoles,
]);
export const editProperties = permission('properties.edit', { zh: '维护楼栋与房间', en: 'Edit buildings and rooms' }, [
  ...managers,
  'salesSiteManager',
  'propertyManager',
]);
export const recordMilestones = permission(
  'properties.record_milestones',
  { zh: '登记房间节点', en: 'Record milestones of a room' },
  [
    ...managers,
    'salesSiteManager',
    'propertyManager',
    'accountManager',
    'projectDepartment',
    'serviceManager',
    'housekeeper',
    'privateHousekeeper',
  ],
);
export const permissions = [seeProperties, editProperties, recordMilestones];
