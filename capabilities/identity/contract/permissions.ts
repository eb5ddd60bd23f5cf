import { managers, permission } from '@yilu/platform/contract';

export const seeStaff = permission(
  'identity.see_staff',
  { zh: '查看员工、角色与分管范围', en: 'See staff, roles and portfolios' },
  [...managers, 'salesSiteManager', 'propertyManager', 'serviceManager'],
);

export const manageStaff = permission(
  'identity.manage_staff',
  { zh: '新增员工、授予角色、重置密码、办理离职', en: 'Add staff, grant roles, reset passwords, close accounts' },
  [...managers],
);

export const assignPortfolio = permission(
  'identity.assign_portfolio',
  { zh: '分配和移交客户与房屋', en: 'Assign and hand over customers and rooms' },
  [...managers, 'salesSiteManager', 'propertyManager'],
);

export const manageRoles = permission(
  'identity.manage_roles',
  { zh: '修改角色与权限', en: 'Change roles and permissions' },
  [],
);

export const manageKeys = permission('identity.manage_keys', { zh: '管理接口密钥', en: 'Manage API keys' }, []);

export const seeAudit = permission('identity.see_audit', { zh: '查看操作日志', en: 'Search the audit log' }, [
  'groupManager',
  'oversight',
]);

export const unsealAudit = permission(
  'identity.unseal_audit',
  { zh: '查看操作日志中的个人信息', en: 'Read personal values in the audit log' },
  [],
);

/** Filling the estate with invented households; only while nothing real is in it. */
export const makeDemoEstate = permission(
  'identity.make_demo_estate',
  { zh: '生成演示数据', en: 'Make a demo estate' },
  [],
);

export const permissions = [
  seeStaff,
  manageStaff,
  assignPortfolio,
  manageRoles,
  manageKeys,
  seeAudit,
  unsealAudit,
  makeDemoEstate,
];
