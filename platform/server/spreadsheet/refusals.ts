import { type Refusal, refusal, refusalWith } from '../../contract/refusal.ts';

export const fileIsEmpty = refusal('spreadsheet.empty', {
  zh: '这个文件是空的。请确认保存完整后再导入。',
  en: 'This file is empty. Check that it was saved completely, then import it again.',
});
export const fileTooBig = refusalWith<{ megabytes: number }>('spreadsheet.too_big', {
  zh: ({ megabytes }) => `文件超过 ${megabytes} MB。请拆成几个文件分别导入。`,
  en: ({ megabytes }) => `The file is larger than ${megabytes} MB. Split it and import the parts.`,
});
export const unpacksTooBig = refusalWith<{ megabytes: number }>('spreadsheet.unpacks_too_big', {
  zh: ({ megabytes }) => `文件解开后超过 ${megabytes} MB，不像正常的表格，没有读取。请另存为新的 .xlsx 再试。`,
  en: ({ megabytes }) =>
    `Unpacked, the file exceeds ${megabytes} MB, which no ordinary workbook does; it was not read. Save it as a new .xlsx and try again.`,
});
export const tooManyRows = refusalWith<{ rows: number }>('spreadsheet.too_many_rows', {
  zh: ({ rows }) => `表格超过 ${rows} 行。请拆成几个文件分别导入。`,
  en: ({ rows }) => `The workbook has more than ${rows} rows. Split it and import the parts.`,
});
export const tooManyEmptyRows = refusalWith<{ rows: number; sheet: string }>('spreadsheet.too_many_empty_rows', {
  zh: ({ rows, sheet }) => `“${sheet}”有超过 ${rows} 行，绝大多数是空行。请删掉数据下方的空行，另存后再导入。`,
  en: ({ rows, sheet }) =>
    `Sheet “${sheet}” has more than ${rows} rows, nearly all of them empty. Delete the empty rows below the data, save, and import again.`,
});
export const tooManyColumns = refusalWith<{ columns: number; sheet: string }>('spreadsheet.too_many_columns', {
  zh: ({ columns, sheet }) => `“${sheet}”超过 ${columns} 列。请删掉用不到的列后再导入。`,
  en: ({ columns, sheet }) =>
    `Sheet “${sheet}” has more than ${columns} columns. Delete those not needed and import again.`,
});
export const tooManySheets = refusalWith<{ sheets: number }>('spreadsheet.too_many_sheets', {
  zh: ({ sheets }) => `文件里超过 ${sheets} 张表。请只留下要导入的表。`,
  en: ({ sheets }) => `The file has more than ${sheets} sheets. Keep only those to import.`,
});
export const fileIsEncrypted = refusal('spreadsheet.encrypted', {
  zh: '文件设了打开密码，读不了。请在表格软件里去掉密码，另存后再导入。',
  en: 'The file needs a password to open. Remove the password in your spreadsheet program, save, and import again.',
});
export const fileHasMacros = refusal('spreadsheet.macros', {
  zh: '文件里带有宏，出于安全没有读取。请另存为“.xlsx（不含宏）”再导入。',
  en: 'The file contains macros and was not read, for safety. Save it as “.xlsx (no macros)” and import again.',
});
export const fileIsDamaged = refusal('spreadsheet.damaged', {
  zh: '文件损坏，读不下去。请用表格软件打开，另存为新文件后再导入。',
  en: 'The file is damaged and cannot be read. Open it in your spreadsheet program, save it as a new file, and import that.',
});
export const notASpreadsheet = refusal('spreadsheet.wrong_type', {
  zh: '这不是能识别的表格。请导入 .xlsx、.xls 或 .csv 文件。',
  en: 'This is not a spreadsheet we can read. Import an .xlsx, .xls or .csv file.',
});
export const pageWithoutTable = refusal('spreadsheet.page_without_table', {
  zh: '这是一个网页，里面没有表格；多半是登录过期，下载到的是登录页。请重新登录原系统再导出。',
  en: 'This is a web page without a table, often a sign-in page that came instead of the export. Sign in to the system again and export anew.',
});
export const fileIsWebArchive = refusal('spreadsheet.web_archive', {
  zh: '这是网页归档文件（.mht），读不了。请用表格软件打开，另存为 .xlsx 再导入。',
  en: 'This is a web archive (.mht). Open it in your spreadsheet program, save it as .xlsx, and import that.',
});
export const cellTooLong = refusalWith<{ row: number; characters: number }>('spreadsheet.cell_too_long', {
  zh: ({ row, characters }) =>
    `第 ${row} 行有一格超过 ${characters} 字，不像正常的表格，没有读取。请检查分隔符，或另存为 .xlsx 再试。`,
  en: ({ row, characters }) =>
    `A cell in row ${row} is longer than ${characters} characters, which no spreadsheet holds; the file was not read. Check its separators, or save it as .xlsx.`,
});
export const unclosedQuote = refusalWith<{ row: number }>('spreadsheet.unclosed_quote', {
  zh: ({ row }) => `第 ${row} 行有一个引号没有结束，后面的内容分不清列。请补上引号，或另存为 .xlsx 再导入。`,
  en: ({ row }) =>
    `A quotation mark opened in row ${row} is never closed, so the columns after it cannot be told apart. Close it, or save as .xlsx, and import again.`,
});
export const readingTooSlow = refusalWith<{ seconds: number }>('spreadsheet.too_slow', {
  zh: ({ seconds }) => `读取超过 ${seconds} 秒，已停止。请拆成几个文件分别导入。`,
  en: ({ seconds }) =>
    `Reading took longer than ${seconds} seconds and was stopped. Split the file and import the parts.`,
});
export const needsTooMuchMemory = refusal('spreadsheet.too_much_memory', {
  zh: '文件内容过大，超出了读取所允许的内存，已停止。请拆成几个文件分别导入。',
  en: 'The file needs more memory than reading may use and was stopped. Split it and import the parts.',
});

/** Thrown inside the reading thread; crosses to the caller as data. */
export class SpreadsheetRefused extends Error {
  readonly refusal: Refusal;
  constructor(refused: Refusal) {
    super(refused.code);
    this.name = 'SpreadsheetRefused';
    this.refusal = refused;
  }
}
