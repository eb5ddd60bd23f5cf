import { managers, permission } from '@yilu/platform/contract';

export const importData = permission('imports.import', { zh: '导入表格', en: 'Import spreadsheets' }, [
  ...managers,
  'salesSiteManager',
  'propertyManager',
  'serviceManager',
]);

export const permissions = [importData];
