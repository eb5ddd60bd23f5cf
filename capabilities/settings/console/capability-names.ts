import type { Sentence } from '@yilu/platform/contract';

/** What people call the capabilities, over their parameters, their permissions and what the audit tells of them. */
export const capabilityNames = {
  settings: { zh: '设置', en: 'Settings' },
  identity: { zh: '账号与权限', en: 'Accounts and permissions' },
  tasks: { zh: '待办', en: 'Tasks' },
  properties: { zh: '项目与房屋', en: 'Projects and rooms' },
  customers: { zh: '客户档案', en: 'Customer dossiers' },
  interactions: { zh: '登记与往来', en: 'Registers and contacts' },
  sales: { zh: '销售', en: 'Sales' },
  segments: { zh: '标签与客户名单', en: 'Labels and customer lists' },
  imports: { zh: '导入', en: 'Imports' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** One that has no name yet is shown by its own. */
export function capabilityName(capability: string): Sentence {
  const names: Readonly<Record<string, Sentence>> = capabilityNames;
  return names[capability] ?? { zh: capability, en: capability };
}
