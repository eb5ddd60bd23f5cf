import type { AuditWords } from '@yilu/platform/contract';
import { sheetKindTitles } from '../contract/index.ts';
import { texts } from './text.ts';

export const auditWords: AuditWords = {
  actions: {
    'imports.started': { zh: '上传表格', en: 'Uploaded spreadsheets' },
    'imports.applied': { zh: '导入', en: 'Imported' },
    'imports.discarded': { zh: '放弃导入', en: 'Discarded an import' },
    'imports.undone': { zh: '撤销导入', en: 'Undid an import' },
    'imports.error_file_opened': { zh: '下载错误行文件', en: 'Opened the file of rejected rows' },
  },
  codes: sheetKindTitles,
  fields: {
    files: { zh: '文件', en: 'Files' },
    sheet: { zh: '工作表', en: 'Sheet' },
    bytes: { zh: '字节', en: 'Bytes' },
    records: { zh: '记录', en: 'Records' },
    people: texts.people,
    rooms: texts.rooms,
    contacts: texts.contacts,
    deals: texts.deals,
    sheets: { zh: '工作表', en: 'Sheets' },
    updated: texts.updated,
    unchanged: texts.unchanged,
    rejected: texts.rejected,
    joined: { zh: '并入已有的人', en: 'Joined to known people' },
    withProblems: { zh: '少了一项', en: 'Without a field' },
    kept: { zh: '留下', en: 'Left as it is' },
    door: { zh: '类别', en: 'Kind' },
    count: { zh: '数量', en: 'Count' },
  },
};
