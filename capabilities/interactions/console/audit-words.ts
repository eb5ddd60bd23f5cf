import type { AuditWords } from '@yilu/platform/contract';
import { kindTitles, partTitles, registerFieldTitles } from '../contract/index.ts';

export const auditWords: AuditWords = {
  actions: {
    'interactions.register_kept': { zh: '先存登记', en: 'Kept an unfinished register' },
    'interactions.register_changed': { zh: '修改未完的登记', en: 'Changed an unfinished register' },
    'interactions.registered': { zh: '完成来电来访登记', en: 'Finished a register' },
    'interactions.changed': { zh: '更正往来记录', en: 'Corrected a contact record' },
    'interactions.withdrawn': { zh: '撤销刚记的往来', en: 'Took back a contact just recorded' },
  },
  codes: kindTitles,
  listed: { missing: registerFieldTitles },
  fields: {
    ...partTitles,
    contactedAt: { zh: '时间', en: 'Time' },
    answers: { zh: '登记内容', en: 'Filled in' },
    parts: { zh: '洽谈内容', en: 'What was talked about' },
    missing: { zh: '还差', en: 'Missing' },
    onBehalfOf: { zh: '替谁登记', en: 'On behalf of' },
    followUp: { zh: '下次跟进', en: 'Next follow-up' },
    what: { zh: '做什么', en: 'What' },
    plannedAt: { zh: '计划时间', en: 'Planned' },
  },
};
