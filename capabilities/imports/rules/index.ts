export * from './recognise/sheet.ts';
export * from './recognise/table.ts';
export * from './rows/read-row.ts';
