import type { AuditWords } from '@yilu/platform/contract';
import { methodTitles, paymentTitles, stateTitles, stepTitles } from '../contract/index.ts';

export const auditWords: AuditWords = {
  actions: {
    'sales.deal_registered': { zh: '登记成交', en: 'Registered a deal' },
    'sales.deal_changed': { zh: '修改成交', en: 'Changed a deal' },
    'sales.deal_cancelled': { zh: '作废成交', en: 'Cancelled a deal' },
  },
  codes: { ...stateTitles, ...methodTitles, ...paymentTitles },
  fields: {
    ...stepTitles,
    state: { zh: '状态', en: 'State' },
    roomLabel: { zh: '房间', en: 'Room' },
    buyers: { zh: '买方', en: 'Buyers' },
    consultantName: { zh: '置业顾问', en: 'Consultant' },
    referrerName: { zh: '介绍人', en: 'Referred by' },
    amountFen: { zh: '总价', en: 'Total price' },
    unitPriceFen: { zh: '单价', en: 'Unit price' },
    listAmountFen: { zh: '折前总价', en: 'Price before discount' },
    discount: { zh: '折扣', en: 'Discount' },
    paymentMethod: { zh: '付款方式', en: 'Paid by' },
    intentionMoneyFen: { zh: '诚意金', en: 'Intention money' },
    depositFen: { zh: '定金', en: 'Deposit' },
    number: { zh: '编号', en: 'Number' },
    contractNumber: { zh: '合同号', en: 'Contract number' },
    note: { zh: '备注', en: 'Note' },
    payments: { zh: '收款', en: 'Payments' },
    receivedFen: { zh: '已收', en: 'Received' },
    cancelledOn: { zh: '作废日期', en: 'Cancelled on' },
    receivedOn: { zh: '收款日期', en: 'Received on' },
    share: { zh: '份额', en: 'Share' },
    cancelReason: { zh: '作废原因', en: 'Why cancelled' },
  },
};
