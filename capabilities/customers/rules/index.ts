export * from './answers.ts';
export * from './completeness.ts';
export * from './identity.ts';
export * from './name.ts';
export * from './parties.ts';
export * from './phone.ts';
export * from './resemblance.ts';
export * from './search-text.ts';
