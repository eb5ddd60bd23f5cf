export * from './buildings.ts';
export * from './chinese-number.ts';
export * from './codes.ts';
export * from './floors.ts';
export * from './layout.ts';
export * from './merge-facts.ts';
export * from './notation.ts';
export * from './stage.ts';
