export * from './day.ts';
export * from './lunar.ts';
export * from './outcomes.ts';
