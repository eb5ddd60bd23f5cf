export { openDatabase, type Scope, type TestDatabase } from './database.ts';
