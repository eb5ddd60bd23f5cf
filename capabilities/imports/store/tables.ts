import type { Kysely } from 'kysely';
import type { DB } from '../../../database/schema.ts';

/** The tables this capability owns, and the views of neighbours that it reads. */
export type Tables = Pick<
  DB,
  | 'import_run'
  | 'import_file'
  | 'import_file_part'
  | 'import_sheet'
  | 'import_row'
  | 'import_repair'
  | 'import_change'
  | 'import_progress'
  | 'import_mapping'
  | 'import_staff_name'
  | 'settings_published.project'
  | 'identity_published.staff'
  | 'identity_published.administrator'
>;
export type Db = Kysely<Tables>;
