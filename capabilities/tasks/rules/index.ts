export * from './day.ts';
export * from './outcomes.ts';
