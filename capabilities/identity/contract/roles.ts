import type { Sentence, ShippedRole } from '@yilu/platform/contract';

/** Which of the two organisations a role works for (ORG-08); `both` sees the records of either. */
export type Side = 'developer' | 'property' | 'both';

export interface RoleDescription {
  readonly title: Sentence;
  readonly about: Sentence;
  readonly side: Side;
  /** Proposed when the role is granted: this work reaches only what is entrusted to the person. */
  readonly suggestsOwn: boolean;
}

function role(side: Side, zh: string, en: string, about: Sentence, suggestsOwn = false): RoleDescription {
  return { title: { zh, en }, about, side, suggestsOwn };
}

/** The shipped roles in words (ORG-01…09). The rows of table `role` are the same; a test compares them. */
export const roleDescriptions: Readonly<Record<ShippedRole, RoleDescription>> = {
  administrator: role('both', '管理员', 'Administrator', {
    zh: '拥有全部权限：设置、员工、角色、接口。',
    en: 'May do everything: settings, staff, roles, interfaces.',
  }),
  groupManager: role('both', '集团负责人', 'Group manager', {
    zh: '看全集团的经营与服务，管理各区域人员。',
    en: 'Sees sales and service of the whole group and manages its people.',
  }),
  regionManager: role('both', '区域负责人', 'Region manager', {
    zh: '看一个区域或城市公司下的全部项目。',
    en: 'Sees all projects of a region or city company.',
  }),
  projectManager: role('both', '项目负责人', 'Project manager', {
    zh: '负责一个项目从销售到服务的全过程。',
    en: 'Answers for one project from sales to service.',
  }),
  salesSiteManager: role('developer', '营销案场经理', 'Sales-site manager', {
    zh: '带案场团队，分配客户，盯登记与跟进。',
    en: 'Leads the sales site, assigns customers, watches registers and follow-up.',
  }),
  salesConsultant: role(
    'developer',
    '置业顾问',
    'Sales consultant',
    {
      zh: '接待来电来访，跟进意向到签约，成交后继续维护。',
      en: 'Receives callers and visitors, follows them to the contract and after.',
    },
    true,
  ),
  customerSuccessManager: role('developer', '客户成功经理', 'Customer success manager', {
    zh: '维护高净值客户与老客户，推动老带新。',
    en: 'Looks after high-net-worth and long-standing customers and their referrals.',
  }),
  accountManager: role(
    'developer',
    '客户经理',
    'Account manager',
    { zh: '从签约到交付的联系人。', en: 'The contact from contract to handover.' },
    true,
  ),
  customerAmbassador: role(
    'developer',
    '客户大使',
    'Customer ambassador',
    { zh: '登门道贺，传递心意。', en: 'Pays congratulatory visits.' },
    true,
  ),
  propertyManager: role('property', '物业经理', 'Property manager', {
    zh: '负责一个小区的物业服务，分配管家的户数。',
    en: 'Answers for the service of a community and assigns households to housekeepers.',
  }),
  housekeeper: role(
    'property',
    '管家',
    'Housekeeper',
    { zh: '照看名下两三百户，记录往来，经营粘性。', en: 'Looks after some 200–300 households.' },
    true,
  ),
  privateHousekeeper: role(
    'property',
    '私人管家',
    'Private housekeeper',
    { zh: '只服务少数贵宾客户。', en: 'Serves a few VIP households only.' },
    true,
  ),
  serviceManager: role('property', '客服经理', 'Service manager', {
    zh: '带客服团队，回访流失客户。',
    en: 'Leads the service agents and calls customers who were lost.',
  }),
  serviceAgent: role('property', '客服人员', 'Service agent', {
    zh: '日常咨询、受理、跟进。',
    en: 'Enquiries, intake and progress.',
  }),
  dedicatedServiceAgent: role(
    'property',
    '专属客服',
    'Dedicated service agent',
    { zh: '专门对接分给自己的客户。', en: 'Serves the customers assigned to them.' },
    true,
  ),
  callCenterAgent: role('property', '呼叫中心坐席', 'Call-centre agent', {
    zh: '接听集团热线，登记并派发。',
    en: 'Answers the group hotline, registers and dispatches.',
  }),
  complaintSpecialist: role('property', '投诉处理专员', 'Complaint specialist', {
    zh: '登记、分类、派发并跟踪投诉。',
    en: 'Registers, classifies, dispatches and follows complaints.',
  }),
  repairEngineer: role(
    'property',
    '房修工程师',
    'Repair engineer',
    { zh: '一单到底，报修的唯一责任人。', en: 'The one person responsible for a repair.' },
    true,
  ),
  projectEngineer: role('developer', '项目工程师', 'Project engineer', {
    zh: '负责工程质量问题的判断与整改。',
    en: 'Judges and mends questions of construction quality.',
  }),
  inspectionEscort: role(
    'developer',
    '陪验专员',
    'Inspection escort',
    { zh: '交付时陪业主验房。', en: 'Accompanies owners at handover inspection.' },
    true,
  ),
  communityOperator: role('property', '社区运营专员', 'Community operator', {
    zh: '策划活动、运营内容、与业主互动。',
    en: 'Plans activities, runs content, talks with owners.',
  }),
  developerCashier: role('developer', '地产财务', 'Developer cashier', {
    zh: '交付时收付房款差额与税费。',
    en: 'Takes and returns purchase balances and taxes at handover.',
  }),
  propertyCashier: role('property', '物业财务', 'Property cashier', {
    zh: '交付时收取物业费用。',
    en: 'Takes property fees at handover.',
  }),
  oversight: role('both', '督导检查', 'Oversight', {
    zh: '区域与总部的检查，只看不改。',
    en: 'Inspects for region and headquarters; looks, never changes.',
  }),
  surveyor: role('both', '第三方调查员', 'Outside surveyor', {
    zh: '外部满意度调查，只接触名单中的客户。',
    en: 'Outside satisfaction surveys; reaches listed customers only.',
  }),
  customerRelationsCenter: role('both', '客户关系中心', 'Customer-relations centre', {
    zh: '投诉与回访的总台，开发商和物业的客户都接。',
    en: 'The central desk for complaints and follow-ups, for customers of either side.',
  }),
  projectDepartment: role('developer', '项目部', 'Project department', {
    zh: '现场项目团队，记录房屋的工程与交付节点。',
    en: 'The team on site; records milestones of rooms up to handover.',
  }),
  customerRelationsDepartment: role('both', '客户关系管理部', 'Customer-relations department', {
    zh: '总部职能，看各项目的客户与服务，只看不改。',
    en: 'Headquarters; looks at customers and service of all projects, never changes.',
  }),
  propertyDivision: role('property', '物业事业本部', 'Property division', {
    zh: '总部与区域的物业服务管理，只看不改。',
    en: 'Property service at headquarters and region; looks, never changes.',
  }),
};
