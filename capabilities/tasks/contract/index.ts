export * from './endpoints.ts';
export * from './events.ts';
export * from './parameters.ts';
export * from './permissions.ts';
export * from './refusals.ts';
export * from './task.ts';
export * from './text.ts';
export * from './today.ts';
