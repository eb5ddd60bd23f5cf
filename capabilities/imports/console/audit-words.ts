import type { AuditWords } from '@yilu/platform/contract';

export const auditWords: AuditWords = {
  actions: {
    'imports.started': { zh: '上传表格', en: 'Uploaded spreadsheets' },
    'imports.applied': { zh: '导入', en: 'Imported' },
    'imports.discarded': { zh: '放弃导入', en: 'Discarded an import' },
    'imports.undone': { zh: '撤销导入', en: 'Undid an import' },
    'imports.error_file_opened': { zh: '下载错误行文件', en: 'Opened the file of rejected rows' },
  },
  fields: {
    files: { zh: '文件', en: 'Files' },
    sheet: { zh: '工作表', en: 'Sheet' },
    bytes: { zh: '字节', en: 'Bytes' },
  },
};
