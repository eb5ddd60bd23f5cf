import { managers, permission, salesSide } from '@yilu/platform/contract';

/** Prices and deals are the developer's until the consent ledger shares them (decision 33). */
export const seeDeals = permission('sales.see', { zh: '看成交', en: 'See deals' }, [
  ...managers,
  ...salesSide,
  'developerCashier',
]);
export const editDeals = permission('sales.edit', { zh: '登记和修改成交', en: 'Register and edit deals' }, [
  ...managers,
  'salesSiteManager',
  'salesConsultant',
  'developerCashier',
]);
export const cancelDeals = permission('sales.cancel', { zh: '作废成交', en: 'Cancel deals' }, [
  ...managers,
  'salesSiteManager',
]);

export const permissions = [seeDeals, editDeals, cancelDeals] as const;
