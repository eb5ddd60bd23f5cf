export { sheetXml, textCell, workbookOf } from '../server/spreadsheet/zip-for-tests.ts';
export { type Caller, Declined, type Problem } from './caller.ts';
export { openDatabase, type Scope, type TestDatabase } from './database.ts';
export { type FuzzReport, fuzz } from './fuzz.ts';
export type { Member } from './member.ts';
export { type House, type HouseParts, openHouse } from './open-house.ts';
export { type Chance, chance, idNumber, mobile, personName, roomLabel } from './people.ts';
export { sampleOf } from './sample.ts';
