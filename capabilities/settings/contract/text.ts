import type { Sentence } from '@yilu/platform/contract';
import type { CalendarKind } from './calendar.ts';
import type { NodeKind } from './company.ts';

export const nodeKindNames: Readonly<Record<NodeKind, Sentence>> = {
  group: { zh: '集团', en: 'Group' },
  region: { zh: '区域', en: 'Region' },
  city: { zh: '城市公司', en: 'City company' },
  project: { zh: '项目', en: 'Project' },
};

export const calendarKindNames: Readonly<Record<CalendarKind, Sentence>> = {
  sales: { zh: '案场', en: 'Sales site' },
  service: { zh: '物业服务', en: 'Property service' },
  office: { zh: '职能办公', en: 'Office' },
};

export const yearWithoutHolidays: Sentence = {
  zh: '这一年的放假安排还没有录入，暂按法定节日推算，没有调休。',
  en: 'The public holidays of this year are not in yet; statutory days are assumed, without make-up days.',
};
