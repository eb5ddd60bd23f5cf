import type { PgBoss } from 'pg-boss';
import type { Engine } from '../engine.ts';

/** All listeners share one queue, so that an event costs one statement however many listen. */
export const eventsQueue = 'events';
export const clockQueue = 'clock';

const retries = { retryLimit: 20, retryDelay: 2, retryBackoff: true, retryDelayMax: 600 } as const;

/** Make the queues that this composition needs; those of another version stay untouched. */
export async function openQueues({ boss, capabilities }: Pick<Engine, 'boss' | 'capabilities'>): Promise<void> {
  await openQueue(boss, eventsQueue, 900);
  await openQueue(boss, clockQueue, 3_600);
  for (const kind of capabilities.flatMap(({ jobs = [] }) => jobs))
    await openQueue(boss, kind.name, kind.expireInSeconds);
}

/**
 * Policy `short`: at most one waiting job per key (Later.once). A worker that dies stops its heartbeat and the job is
 * taken up again within a minute instead of at its expiry.
 */
async function openQueue(boss: PgBoss, name: string, expireInSeconds: number): Promise<void> {
  const options = {
    policy: 'short',
    notify: true,
    heartbeatSeconds: 30,
    expireInSeconds,
    deleteAfterSeconds: 86_400,
    ...retries,
  } as const;
  if (await boss.getQueue(name)) {
    const { policy: _fixed, ...changeable } = options;
    await boss.updateQueue(name, changeable);
  } else {
    await boss.createQueue(name, options);
  }
}
