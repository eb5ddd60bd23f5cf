import type { Sentence } from '@yilu/platform/contract';
import { actionsElsewhere } from './actions-elsewhere.ts';

/** What the audit calls the doings of identity. */
const ownActions: Readonly<Record<string, Sentence>> = {
  'identity.set_up': { zh: '首次设置', en: 'Set up' },
  'identity.signed_in': { zh: '登录', en: 'Signed in' },
  'identity.signed_out': { zh: '退出登录', en: 'Signed out' },
  'identity.sign_in_failed': { zh: '登录失败', en: 'Failed to sign in' },
  'identity.second_factor_failed': { zh: '验证码不对', en: 'Wrong second factor' },
  'identity.session_ended': { zh: '结束一台设备的登录', en: 'Ended a session' },
  'identity.other_sessions_ended': { zh: '结束其他设备的登录', en: 'Ended other sessions' },
  'identity.password_changed': { zh: '修改密码', en: 'Changed password' },
  'identity.password_reset': { zh: '重置密码', en: 'Reset a password' },
  'identity.second_factor_set_up': { zh: '启用两步验证', en: 'Set up two-step verification' },
  'identity.second_factor_removed': { zh: '停用两步验证', en: 'Turned off two-step verification' },
  'identity.second_factor_dropped': { zh: '为他人停用两步验证', en: 'Removed another’s two-step verification' },
  'identity.backup_codes_renewed': { zh: '更换备用码', en: 'Renewed back-up codes' },
  'identity.staff_added': { zh: '新增员工', en: 'Added staff' },
  'identity.staff_edited': { zh: '修改员工资料', en: 'Edited staff' },
  'identity.role_granted': { zh: '授予角色', en: 'Granted a role' },
  'identity.role_withdrawn': { zh: '收回角色', en: 'Withdrew a role' },
  'identity.lock_lifted': { zh: '解锁账号', en: 'Lifted a lock' },
  'identity.account_closed': { zh: '关闭账号（离职）', en: 'Closed an account' },
  'identity.account_reopened': { zh: '重新启用账号', en: 'Reopened an account' },
  'identity.portfolio_entrusted': { zh: '分配客户或房屋', en: 'Entrusted customers or rooms' },
  'identity.portfolio_released': { zh: '收回分配的客户或房屋', en: 'Took back customers or rooms' },
  'identity.portfolio_transferred': { zh: '移交客户或房屋', en: 'Handed over customers or rooms' },
  'identity.role_added': { zh: '新增角色', en: 'Added a role' },
  'identity.role_changed': { zh: '修改角色权限', en: 'Changed a role' },
  'identity.role_removed': { zh: '删除角色', en: 'Removed a role' },
  'identity.key_added': { zh: '新建接口密钥', en: 'Made an API key' },
  'identity.key_revoked': { zh: '停用接口密钥', en: 'Revoked an API key' },
  'identity.audit_opened': { zh: '查看日志中的个人信息', en: 'Opened personal values of the audit' },
};

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
export function wordsOfAction(action: string): Sentence {
  return ownActions[action] ?? actionsElsewhere[action] ?? familyTitle(action.split('.')[0] ?? action);
}

/** What the permissions and doings of a capability are about. */
export function familyTitle(capability: string): Sentence {
  return families.find(({ action }) => action === `${capability}.`)?.title ?? { zh: '其他', en: 'Other' };
}
