export { readSpreadsheet, readWholeSpreadsheet, type WholeSheet } from './read-spreadsheet.ts';
export {
  type Cell,
  type MergedRange,
  readerEdition,
  type SheetHead,
  type SheetMoment,
  type SheetRow,
  type SpreadsheetFormat,
  type SpreadsheetLimits,
  type SpreadsheetPart,
  spreadsheetLimits,
} from './sheet.ts';
export { csvCell, type WrittenRows, writeCsv, writeMergedXlsx, writeXlsx } from './write-spreadsheet.ts';
