export * from './cell.ts';
export * from './field.ts';
export * from './kind.ts';
export * from './problems.ts';
export * from './read-row.ts';
