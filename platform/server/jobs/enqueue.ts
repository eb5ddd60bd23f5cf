import type pg from 'pg';
import type { z } from 'zod';
import { type EventKind, mostIdsInAnEvent } from '../../contract/index.ts';
import type { Engine } from '../engine.ts';
import { newId } from '../new-id.ts';
import type { Later } from '../work/work.ts';
import type { JobKind } from './job.ts';
import { eventsQueue } from './queues.ts';

/** What stands in a job row: ids only. */
export interface JobData {
  readonly payload: unknown;
  /** For events: which listener this row is for. */
  readonly listener?: string;
  /** The account it runs as; the system when absent. */
  readonly as?: string | undefined;
}

/** One row per listener, in the caller's transaction, in one statement. */
export async function enqueueListeners<Shape extends z.ZodType>(
  engine: Engine,
  client: pg.PoolClient,
  kind: EventKind<Shape>,
  payload: z.input<Shape>,
): Promise<void> {
  const told = kind.shape.parse(payload);
  refuseTooMany(kind.name, told);
  const listeners = engine.listeners.filter(({ event }) => event.name === kind.name);
  if (listeners.length === 0) return;
  const rows = listeners.map(({ name }) => ({
    data: { payload: told, listener: name } satisfies JobData,
    singletonKey: newId(),
  }));
  await engine.boss.insert(eventsQueue, rows, { db: through(client) });
}

export async function enqueue<Shape extends z.ZodType>(
  engine: Engine,
  client: pg.PoolClient,
  kind: JobKind<Shape>,
  payload: z.input<Shape>,
  { afterSeconds = 0, once, as }: Later = {},
): Promise<void> {
  const data: JobData = { payload: kind.shape.parse(payload), as };
  await engine.boss.send(kind.name, data, {
    db: through(client),
    singletonKey: once ?? newId(),
    ...(afterSeconds > 0 && { startAfter: afterSeconds }),
  });
}

/** pg-boss writes through the caller's connection, so that the job exists if and only if the transaction commits. */
function through(client: pg.PoolClient) {
  return { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
}

function refuseTooMany(name: string, payload: unknown): void {
  if (typeof payload !== 'object' || payload === null) return;
  for (const value of Object.values(payload)) {
    if (Array.isArray(value) && value.length > mostIdsInAnEvent)
      throw new Error(`${name} carries more than ${mostIdsInAnEvent} ids; tell it in parts`);
  }
}
