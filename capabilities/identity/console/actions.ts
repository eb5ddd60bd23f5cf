import type { AuditWords, Sentence } from '@yilu/platform/contract';

/** The beginnings by which the audit is filtered. */
export const families: readonly { readonly action: string; readonly title: Sentence }[] = [
  { action: 'identity.', title: { zh: '账号与权限', en: 'Accounts and permissions' } },
  { action: 'identity.sign', title: { zh: '登录', en: 'Signing in' } },
  { action: 'identity.role', title: { zh: '角色与授权', en: 'Roles and grants' } },
  { action: 'settings.', title: { zh: '设置', en: 'Settings' } },
  { action: 'properties.', title: { zh: '项目与房屋', en: 'Projects and rooms' } },
  { action: 'customers.', title: { zh: '客户资料', en: 'Customers' } },
  { action: 'interactions.', title: { zh: '登记与往来', en: 'Registers and contacts' } },
  { action: 'sales.', title: { zh: '销售', en: 'Sales' } },
  { action: 'tasks.', title: { zh: '任务', en: 'Tasks' } },
  { action: 'segments.', title: { zh: '标签与客户名单', en: 'Labels and customer lists' } },
  { action: 'imports.', title: { zh: '导入', en: 'Imports' } },
];

/** In words; a doing without words is told by what it belongs to. */
export function wordsOfAction({ actions }: AuditWords, action: string): Sentence {
  return actions[action] ?? familyTitle(action.split('.')[0] ?? action);
}

/** What the permissions and doings of a capability are about. */
export function familyTitle(capability: string): Sentence {
  return families.find(({ action }) => action === `${capability}.`)?.title ?? { zh: '其他', en: 'Other' };
}
