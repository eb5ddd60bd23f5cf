import { managers, oversightRoles, permission, propertySide, salesSide } from '@yilu/platform/contract';

export const seeCustomers = permission('customers.see', { zh: '查看客户', en: 'See customers' }, [
  ...managers,
  ...salesSide,
  ...propertySide,
  'repairEngineer',
  'inspectionEscort',
  'communityOperator',
  'surveyor',
  ...oversightRoles,
]);

export const editCustomers = permission('customers.edit', { zh: '登记和编辑客户', en: 'Register and edit customers' }, [
  ...managers,
  ...salesSide,
  ...propertySide,
]);

export const mergeCustomers = permission('customers.merge', { zh: '合并重复客户', en: 'Merge duplicates' }, [
  ...managers,
  'salesSiteManager',
  'propertyManager',
]);

export const revealPhones = permission('customers.reveal_phone', { zh: '查看完整号码', en: 'Reveal phones' }, [
  ...managers,
  ...salesSide,
  ...propertySide,
  'repairEngineer',
  'inspectionEscort',
]);

export const revealSensitive = permission(
  'customers.reveal_sensitive',
  { zh: '查看敏感信息', en: 'Reveal sensitive values' },
  [...managers, 'salesSiteManager', 'propertyManager'],
);

export const editCatalogue = permission(
  'customers.edit_catalogue',
  { zh: '设置档案字段', en: 'Choose dossier fields' },
  ['groupManager'],
);

export const permissions = [seeCustomers, editCustomers, mergeCustomers, revealPhones, revealSensitive, editCatalogue];
