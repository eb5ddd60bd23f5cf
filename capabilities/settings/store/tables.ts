import type { Kysely } from 'kysely';
import type { DB } from '../../../database/schema.ts';

/** The tables this capability owns. Touching any other is a type error. */
export type Tables = Pick<
  DB,
  | 'company_node'
  | 'parameter_override'
  | 'parameter_change'
  | 'dictionary_entry'
  | 'working_hours'
  | 'special_day'
  | 'public_day'
>;
export type Db = Kysely<Tables>;
