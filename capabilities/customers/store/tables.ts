import type { Kysely } from 'kysely';
import type { DB } from '../../../database/schema.ts';

/** The tables this capability owns, and the rooms that properties publish. Touching any other is a type error. */
export type Tables = Pick<
  DB,
  | 'person'
  | 'person_project'
  | 'person_identity'
  | 'person_phone'
  | 'room_party'
  | 'household_member'
  | 'person_relation'
  | 'dossier_answer'
  | 'dossier_field_switch'
  | 'field_change'
  | 'person_merge'
  | 'person_source'
  | 'properties_published.room'
>;
export type Db = Kysely<Tables>;
