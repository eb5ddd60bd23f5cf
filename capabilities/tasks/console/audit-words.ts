import type { AuditWords } from '@yilu/platform/contract';
import { effectTitles } from './text.ts';

export const auditWords: AuditWords = {
  actions: {
    'tasks.acted_on': { zh: '处理待办', en: 'Dealt with a task' },
    'tasks.outcome_undone': { zh: '撤回待办的处理', en: 'Took back what was done about a task' },
    'tasks.transferred': { zh: '移交任务', en: 'Handed over tasks' },
  },
  codes: effectTitles,
  fields: {
    effect: { zh: '怎么处理', en: 'What was done' },
    assigneeId: { zh: '负责人', en: 'Whose' },
    dueAt: { zh: '到期', en: 'Due' },
    closedAt: { zh: '结束', en: 'Closed' },
  },
};
