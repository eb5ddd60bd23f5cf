/** The roles shipped with the product (ORG-01…09); companies may add their own, which have ids of the same shape. */
export const shippedRoles = [
  'administrator',
  'groupManager',
  'regionManager',
  'projectManager',
  'salesSiteManager',
  'salesConsultant',
  'customerSuccessManager',
  'accountManager',
  'customerAmbassador',
  'propertyManager',
  'housekeeper',
  'privateHousekeeper',
  'serviceManager',
  'serviceAgent',
  'dedicatedServiceAgent',
  'callCenterAgent',
  'complaintSpecialist',
  'repairEngineer',
  'projectEngineer',
  'inspectionEscort',
  'communityOperator',
  'developerCashier',
  'propertyCashier',
  'oversight',
  'surveyor',
  'customerRelationsCenter',
  'projectDepartment',
  'customerRelationsDepartment',
  'propertyDivision',
] as const;
export type ShippedRole = (typeof shippedRoles)[number];
/** A shipped role or one that a company made. */
export type RoleId = ShippedRole | (string & {});

/** Groups of roles that many permissions are granted to. */
export const managers = ['groupManager', 'regionManager', 'projectManager'] as const satisfies readonly RoleId[];
export const salesSide = [
  'salesSiteManager',
  'salesConsultant',
  'customerSuccessManager',
  'accountManager',
  'customerAmbassador',
] as const satisfies readonly RoleId[];
/** Whoever serves owners; the customer-relations centre does so for either side. */
export const propertySide = [
  'propertyManager',
  'housekeeper',
  'privateHousekeeper',
  'serviceManager',
  'serviceAgent',
  'dedicatedServiceAgent',
  'callCenterAgent',
  'complaintSpecialist',
  'customerRelationsCenter',
] as const satisfies readonly RoleId[];
/** Region, headquarters and inspection: they look and never change (ORG-07). */
export const oversightRoles = [
  'oversight',
  'customerRelationsDepartment',
  'propertyDivision',
] as const satisfies readonly RoleId[];
