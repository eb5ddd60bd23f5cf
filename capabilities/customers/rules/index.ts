export * from './completeness.ts';
export * from './identity.ts';
export * from './name.ts';
export * from './phone.ts';
