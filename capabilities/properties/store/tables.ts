import type { Kysely } from 'kysely';
import type { DB } from '../../../database/schema.ts';

/** The tables this capability owns, and the view of projects that settings publish. */
export type Tables = Pick<
  DB,
  | 'phase'
  | 'building'
  | 'building_unit'
  | 'room'
  | 'room_external_code'
  | 'room_milestone'
  | 'settings_published.project'
>;
export type Db = Kysely<Tables>;
