/**
 * What this device keeps, sealed, to be read without a network: who one is, the day's work, and the pages of customers and
 * rooms that one looked at last. Each line is personal data on a telephone; nothing is here that is not read in the field.
 * Names, so that the first page does not bring the shapes of all of them; tests/readable-offline.test.ts checks them.
 */
export const readableOffline: readonly string[] = [
  'GET /me',
  'GET /companies',
  'GET /today',
  'GET /tasks',
  'GET /people/:personId/view',
  'GET /people/:personId/interactions',
  'GET /people/:personId/contact-tally',
  'GET /rooms/:roomId',
  'GET /rooms/:roomId/people',
  'GET /dictionaries/:key',
  'GET /record-minimums',
];
