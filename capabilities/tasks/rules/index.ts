export * from './day.ts';
export * from './gathering.ts';
export * from './lunar.ts';
export * from './outcomes.ts';
