export * from './activity.ts';
export * from './lifecycle.ts';
export * from './value.ts';
export * from './value-scale.ts';
