import type { Sentence } from '@yilu/platform/contract';

const names: Readonly<Record<string, Sentence>> = {
  settings: { zh: '设置', en: 'Settings' },
  identity: { zh: '账号与权限', en: 'Accounts and permissions' },
  tasks: { zh: '任务', en: 'Tasks' },
  properties: { zh: '楼栋与房间', en: 'Buildings and rooms' },
  customers: { zh: '客户档案', en: 'Customer dossiers' },
  interactions: { zh: '登记与往来', en: 'Registers and contacts' },
  sales: { zh: '销售', en: 'Sales' },
  segments: { zh: '客户标签', en: 'Labels' },
  imports: { zh: '导入', en: 'Imports' },
};

/** What people call a capability; one that has no name yet is shown by its own. */
export function capabilityName(capability: string): Sentence {
  return names[capability] ?? { zh: capability, en: capability };
}
