import { managers, oversightRoles, permission, propertySide, salesSide } from '@yilu/platform/contract';

/** The customer book and labels with their reasons. */
export const seeBook = permission('segments.see', { zh: '查看客户册与标签', en: 'See the customer book and labels' }, [
  ...managers,
  ...salesSide,
  ...propertySide,
  'communityOperator',
  ...oversightRoles,
]);

export const shareViews = permission('segments.share_views', { zh: '共享视图', en: 'Share views' }, [
  ...managers,
  'salesSiteManager',
  'propertyManager',
  'serviceManager',
]);

/** Acting on many customers at once; each act needs its own permission as well. */
export const actInBulk = permission('segments.bulk', { zh: '批量操作客户', en: 'Act on many customers' }, [
  ...managers,
  'salesSiteManager',
  'propertyManager',
  'customerSuccessManager',
  'serviceManager',
]);

export const exportBook = permission('segments.export', { zh: '导出客户', en: 'Export customers' }, [
  ...managers,
  'salesSiteManager',
  'propertyManager',
  'customerSuccessManager',
]);

/** Releases exports above the limit (SEC-09); whoever has it needs no release. */
export const approveExports = permission(
  'segments.approve_exports',
  { zh: '批准大批量导出', en: 'Release large exports' },
  ['groupManager', 'regionManager', 'projectManager'],
);

export const giveUpCustomers = permission('segments.give_up', { zh: '登记放弃购房', en: 'Record giving up' }, [
  ...managers,
  ...salesSide,
]);

export const recomputeLabels = permission('segments.recompute', { zh: '全部重算标签', en: 'Recompute all labels' }, [
  'groupManager',
]);

export const permissions = [
  seeBook,
  shareViews,
  actInBulk,
  exportBook,
  approveExports,
  giveUpCustomers,
  recomputeLabels,
];
