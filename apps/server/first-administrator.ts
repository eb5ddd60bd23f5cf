import { setUpFirstAdministrator } from '@yilu/identity/server';
import { type Engine, inTransaction, type Work } from '@yilu/platform/server';
import { sql } from 'kysely';
import type { Config } from './config.ts';

/** Makes the administrator that YILU_SETUP_USERNAME names, once: a house that has any account keeps what it has. */
export async function ensureFirstAdministrator(engine: Engine, { firstAdministrator }: Config): Promise<void> {
  if (!firstAdministrator) return;
  await inTransaction(engine, { entry: { as: 'system' }, requestId: 'set-up' }, async (work: Work) => {
    const { rows } = await sql<{ present: boolean }>`select exists (select from staff) as present`.execute(work.db);
    if (!rows[0]?.present)
      await setUpFirstAdministrator(work, { ...firstAdministrator, name: firstAdministrator.username });
  });
}
