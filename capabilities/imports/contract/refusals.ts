import { refusal, refusalWith } from '@yilu/platform/contract';

export const noSuchImport = refusal('imports.no_such_import', {
  zh: '没有这次导入，或不在你的范围内。',
  en: 'There is no such import, or it is out of your reach.',
});
export const noSuchSheet = refusal('imports.no_such_sheet', { zh: '没有这张表。', en: 'There is no such sheet.' });
export const noFileGiven = refusal('imports.no_file_given', {
  zh: '没有收到文件。请选择 .xlsx、.xls 或 .csv 文件。',
  en: 'No file arrived. Choose an .xlsx, .xls or .csv file.',
});
export const atWork = refusal('imports.at_work', {
  zh: '这次导入正在处理，请等它完成。',
  en: 'This import is being worked on; wait until that is done.',
});
export const alreadyApplied = refusal('imports.already_applied', {
  zh: '已经导入，不能再改对应关系；需要改请先撤销。',
  en: 'Already imported, so its mapping is fixed; undo it first to change it.',
});
export const notPreviewed = refusal('imports.not_previewed', {
  zh: '还没有预览好，不能导入。',
  en: 'There is no preview yet, so it cannot be imported.',
});
export const nothingToImport = refusal('imports.nothing_to_import', {
  zh: '没有可以导入的行。请看每张表退回的原因。',
  en: 'There is no row that can go in. See the reasons on each sheet.',
});
export const notApplied = refusal('imports.not_applied', {
  zh: '这次导入没有生效，不用撤销。',
  en: 'This import was not applied; there is nothing to undo.',
});
export const tooLateToUndo = refusalWith<{ days: number }>('imports.too_late_to_undo', {
  zh: ({ days }) => `导入已超过 ${days} 天，导入前的样子不再保留，不能撤销。`,
  en: ({ days }) =>
    `The import is older than ${days} days; what was there before is no longer kept, so it cannot be undone.`,
});
export const filesGone = refusal('imports.files_gone', {
  zh: '上传的文件已过保留期，已经删除。请重新上传再导入。',
  en: 'The uploaded files are past their keeping time and have been removed. Upload them again.',
});
export const errorFileGone = refusal('imports.error_file_gone', {
  zh: '退回的行已过保留期，不能再下载。',
  en: 'The refused rows are past their keeping time and can no longer be downloaded.',
});
export const onlyTheImporter = refusal('imports.only_the_importer', {
  zh: '退回的行带有原始资料，只有导入的人可以打开。',
  en: 'Refused rows carry raw data; only the person who imported may open them.',
});
export const projectNeeded = refusalWith<{ sheets: string }>('imports.project_needed', {
  zh: ({ sheets }) => `“${sheets}”没有写明项目。请用 --project 指定。`,
  en: ({ sheets }) => `“${sheets}” does not say which project it belongs to. Name it with --project.`,
});
export const tooManyDataRows = refusalWith<{ rows: number; most: number }>('imports.too_many_rows', {
  zh: ({ rows, most }) => `这个文件有 ${rows} 行数据，一次最多 ${most} 行。请拆成几个文件分别导入。`,
  en: ({ rows, most }) =>
    `This file has ${rows} rows of data; ${most} are the most at once. Split it and import the parts.`,
});
export const projectOutOfReach = refusal('imports.project_out_of_reach', {
  zh: '这个项目不在你的范围内。',
  en: 'This project is out of your reach.',
});
export const mayNotMakeProjects = refusal('imports.may_not_make_projects', {
  zh: '你不能新建项目。请选择已有的项目，或请管理员新建。',
  en: 'You may not make projects. Choose an existing one, or ask an administrator.',
});
export const fieldTakenTwice = refusalWith<{ field: string }>('imports.field_taken_twice', {
  zh: ({ field }) => `两列都对应到“${field}”，请只留一列。`,
  en: ({ field }) => `Two columns go to “${field}”; keep one.`,
});
