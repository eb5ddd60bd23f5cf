export * from './calendar.ts';
export * from './companies.ts';
export * from './dictionary.ts';
export * from './shipped-hours.ts';
