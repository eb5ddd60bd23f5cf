import type { AuditWords } from '@yilu/platform/contract';
import { bookColumns } from '../contract/index.ts';

export const auditWords: AuditWords = {
  actions: {
    'segments.bulk_started': { zh: '批量操作', en: 'Began a bulk action' },
    'segments.bulk_undone': { zh: '撤销批量操作', en: 'Undid a bulk action' },
    'segments.export_asked': { zh: '申请导出', en: 'Asked for an export' },
    'segments.export_released': { zh: '批准导出', en: 'Released an export' },
    'segments.export_refused': { zh: '不批准导出', en: 'Refused an export' },
    'segments.export_taken_back': { zh: '撤回导出申请', en: 'Took back an export' },
    'segments.release_taken_back': { zh: '收回导出批准', en: 'Took back the release of an export' },
    'segments.exported': { zh: '导出名单', en: 'Exported a list' },
    'segments.gave_up': { zh: '标记放弃', en: 'Marked as given up' },
    'segments.giving_up_taken_back': { zh: '取消放弃标记', en: 'Took back giving up' },
    'segments.phone_searched': { zh: '按号码片段搜索', en: 'Searched part of a phone' },
  },
  listed: { columns: Object.fromEntries(Object.entries(bookColumns).map(([key, { title }]) => [key, title])) },
  fields: {
    digits: { zh: '位数', en: 'Digits' },
    customers: { zh: '客户数', en: 'Customers' },
    purpose: { zh: '用途', en: 'Purpose' },
    format: { zh: '格式', en: 'Format' },
    columns: { zh: '列', en: 'Columns' },
    waits: { zh: '等待批准', en: 'Waits for release' },
    askedBy: { zh: '申请人', en: 'Asked by' },
    deed: { zh: '操作', en: 'Act' },
    rows: { zh: '行数', en: 'Rows' },
  },
};
