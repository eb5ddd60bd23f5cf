import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** What the transaction reaches, as its settings say it. */
export interface ScopeOfTransaction {
  /** As PostgreSQL writes arrays. */
  readonly projects: string;
  readonly own: string;
  readonly group: string;
  readonly sides: string;
}

export async function presentScope(db: Db): Promise<ScopeOfTransaction> {
  const { rows } = await sql<ScopeOfTransaction>`
    select current_setting('yilu.projects') as projects, current_setting('yilu.own') as own,
           current_setting('yilu.group') as "group", current_setting('yilu.sides') as sides`.execute(db);
  const [present] = rows;
  if (!present) throw new Error('a transaction has a scope');
  return present;
}

export async function setScope(db: Db, { projects, own, group, sides }: ScopeOfTransaction): Promise<void> {
  await sql`
    select set_config('yilu.projects', ${projects}, true), set_config('yilu.own', ${own}, true),
           set_config('yilu.group', ${group}, true), set_config('yilu.sides', ${sides}, true)`.execute(db);
}

/** All projects there are, both sides, everybody's customers. */
export async function wholeScope(db: Db): Promise<ScopeOfTransaction> {
  const { rows } = await sql<{ projects: string }>`
    select coalesce(array_agg(distinct project_id), '{}')::text as projects from settings_published.project_under`.execute(
    db,
  );
  return { projects: rows[0]?.projects ?? '{}', own: 'off', group: 'on', sides: '{developer,property}' };
}
