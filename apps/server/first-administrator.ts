import { readSetUp, setUpFirstAdministrator } from '@yilu/identity/server';
import { type Engine, inTransaction, type Work } from '@yilu/platform/server';
import type { Config } from './config.ts';

/** Makes the administrator that YILU_SETUP_USERNAME names, once: a house in which anybody can sign in keeps what it has. */
export async function ensureFirstAdministrator(engine: Engine, { firstAdministrator }: Config): Promise<void> {
  if (!firstAdministrator) return;
  await inTransaction(engine, { entry: { as: 'system' }, requestId: 'set-up' }, async (work: Work) => {
    const { isNeeded } = await readSetUp(work);
    if (isNeeded) await setUpFirstAdministrator(work, { ...firstAdministrator, name: firstAdministrator.username });
  });
}
