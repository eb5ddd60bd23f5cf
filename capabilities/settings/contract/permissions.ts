import { managers, permission, shippedRoles } from '@yilu/platform/contract';

/** Forms everywhere need the lists, the calendar and the names of projects, so everybody has it. */
export const seeSettings = permission(
  'settings.see',
  { zh: '查看公司、字典与日历', en: 'See companies, lists and calendars' },
  [...shippedRoles],
);
export const seeParameters = permission('settings.see_parameters', { zh: '查看参数', en: 'See parameters' }, [
  ...managers,
  'salesSiteManager',
  'propertyManager',
]);
export const editParameters = permission('settings.edit_parameters', { zh: '修改参数', en: 'Change parameters' }, [
  'groupManager',
]);
export const editCompanies = permission(
  'settings.edit_companies',
  { zh: '维护公司与项目', en: 'Edit companies and projects' },
  ['groupManager'],
);
export const editDictionaries = permission(
  'settings.edit_dictionaries',
  { zh: '维护字典', en: 'Edit lists of choices' },
  ['groupManager'],
);
export const editCalendars = permission(
  'settings.edit_calendars',
  { zh: '维护工作日历', en: 'Edit working calendars' },
  [...managers, 'salesSiteManager', 'propertyManager'],
);

export const permissions = [seeSettings, seeParameters, editParameters, editCompanies, editDictionaries, editCalendars];
