export * from './activity.ts';
export * from './filter.ts';
export * from './labels.ts';
export * from './lifecycle.ts';
export * from './span.ts';
export * from './value.ts';
export * from './value-scale.ts';
