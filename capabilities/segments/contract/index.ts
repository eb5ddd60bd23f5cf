export * from './labels.ts';
export * from './parameters.ts';
