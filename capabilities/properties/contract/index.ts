export * from './building.ts';
export * from './endpoints.ts';
export * from './events.ts';
export * from './import.ts';
export * from './permissions.ts';
export * from './refusals.ts';
export * from './room.ts';
export * from './text.ts';
