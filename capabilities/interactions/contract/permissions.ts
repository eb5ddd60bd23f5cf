import { managers, oversightRoles, permission, propertySide, salesSide } from '@yilu/platform/contract';

export const seeInteractions = permission('interactions.see', { zh: '看往来', en: 'See contacts' }, [
  ...managers,
  ...salesSide,
  ...propertySide,
  'communityOperator',
  ...oversightRoles,
]);
export const recordInteractions = permission('interactions.record', { zh: '记往来', en: 'Record contacts' }, [
  ...managers,
  ...salesSide,
  ...propertySide,
  'communityOperator',
]);
export const correctInteractions = permission(
  'interactions.correct',
  { zh: '改别人记的往来', en: 'Correct others’ records' },
  [...managers, 'salesSiteManager', 'propertyManager', 'serviceManager'],
);
export const keepRegisters = permission(
  'interactions.register',
  { zh: '登记来电来访', en: 'Register calls and visits' },
  [...managers, ...salesSide, 'callCenterAgent', 'dedicatedServiceAgent'],
);
export const seeCompliance = permission(
  'interactions.see_compliance',
  { zh: '看登记及时率', en: 'See how timely registers are' },
  [...managers, 'salesSiteManager', ...oversightRoles],
);

export const permissions = [
  seeInteractions,
  recordInteractions,
  correctInteractions,
  keepRegisters,
  seeCompliance,
] as const;
