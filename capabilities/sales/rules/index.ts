export * from './images.ts';
export * from './terms.ts';
