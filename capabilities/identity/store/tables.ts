import type { Kysely } from 'kysely';
import type { DB } from '../../../database/schema.ts';

/** The tables this capability owns, the tree that settings publish, and the audit that it searches. */
export type Tables = Pick<
  DB,
  | 'staff'
  | 'staff_leaving'
  | 'staff_grant'
  | 'role'
  | 'portfolio_item'
  | 'auth.password'
  | 'auth.session'
  | 'auth.sign_in_ticket'
  | 'auth.second_factor'
  | 'auth.second_factor_offer'
  | 'auth.backup_code'
  | 'auth.failed_tries'
  | 'auth.api_key'
  | 'auth.api_key_node'
  | 'auth.api_key_revocation'
  | 'audit_entry'
  | 'settings_published.company'
  | 'settings_published.project_under'
>;
export type Db = Kysely<Tables>;
