export * from './counted.ts';
export * from './counting.ts';
export * from './deadline.ts';
export * from './edit.ts';
export * from './parts.ts';
export * from './register.ts';
export * from './repeats.ts';
export * from './same-image.ts';
