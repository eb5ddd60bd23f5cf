export * from './managing.ts';
export * from './password.ts';
export * from './permissions.ts';
export * from './second-factor.ts';
export * from './tries.ts';
