import type { AuditWords, Sentence } from '@yilu/platform/contract';
import { calendarKindNames } from '../contract/index.ts';
import { texts } from './text.ts';

/** Levels of the tree, as the page of companies calls them. */
const levels: Readonly<Record<string, Sentence>> = {
  group: { zh: '集团', en: 'Group' },
  region: { zh: '区域', en: 'Region' },
  city: { zh: '城市公司', en: 'City company' },
  project: { zh: '项目', en: 'Project' },
};

export const auditWords: AuditWords = {
  actions: {
    'settings.company_created': { zh: '新增公司或项目', en: 'Added a company or project' },
    'settings.company_edited': { zh: '修改公司或项目', en: 'Edited a company or project' },
    'settings.company_deleted': { zh: '删除公司或项目', en: 'Removed a company or project' },
    'settings.entry_added': { zh: '新增字典选项', en: 'Added a choice' },
    'settings.entry_changed': { zh: '修改字典选项', en: 'Changed a choice' },
    'settings.entries_ordered': { zh: '调整字典顺序', en: 'Ordered choices' },
    'settings.hours_changed': { zh: '修改工作时间', en: 'Changed working hours' },
    'settings.hours_reset': { zh: '恢复上级的工作时间', en: 'Reset working hours' },
    'settings.parameter_changed': { zh: '修改参数', en: 'Changed a parameter' },
    'settings.public_days_entered': { zh: '录入节假日', en: 'Entered public days' },
    'settings.public_day_removed': { zh: '删除节假日', en: 'Removed a public day' },
    'settings.special_day_set': { zh: '安排特殊工作日', en: 'Arranged a special day' },
    'settings.special_day_removed': { zh: '取消特殊工作日', en: 'Removed a special day' },
  },
  codes: {
    ...levels,
    ...calendarKindNames,
    HOLIDAY: texts.off,
    MAKE_UP: texts.work,
    ORDINARY: texts.asWeekday,
  },
  fields: {
    value: { zh: '值', en: 'Value' },
    on: { zh: '启用', en: 'On' },
    code: texts.shortCode,
    parentId: { zh: '上级', en: 'Belongs to' },
    developer: texts.developer,
    propertyCompany: texts.propertyCompany,
    letterhead: texts.letterhead,
    address: texts.address,
    zh: texts.nameZh,
    en: texts.nameEn,
    synonyms: texts.synonyms,
    position: { zh: '位置', en: 'Position' },
    shipped: { zh: '自带', en: 'Shipped' },
    retiredAt: texts.retired,
    week: texts.hours,
    periods: { zh: '时段', en: 'Periods' },
    followsHolidays: texts.follow,
    specialDays: texts.special,
    day: { zh: '日期', en: 'Day' },
  },
};
