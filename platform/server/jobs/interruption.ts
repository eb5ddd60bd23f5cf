import { setTimeout as moment } from 'node:timers/promises';
import type pg from 'pg';

/** Ends work in the background when the server is told to stop; as every job is repeatable, the next server does it again. */
export interface Interruption {
  readonly isEnding: () => boolean;
  /** Throws once jobs are to end. */
  readonly insist: () => void;
  /** Notes that a job's transaction runs on this connection, until it is told that it is over. */
  readonly began: (client: pg.PoolClient) => () => void;
  /** From now on jobs end at their next statement, and the statements that run now are cancelled. */
  readonly end: (pool: pg.Pool) => Promise<void>;
}

/** A job was given up because its server ends. */
class Interrupted extends Error {
  constructor() {
    super('the server ends; the next one does this again');
    this.name = 'Interrupted';
  }
}

/** Milliseconds. */
const toldAgainEvery = 500;

export function openInterruption(): Interruption {
  const held = new Set<pg.PoolClient>();
  let isEnding = false;
  return {
    isEnding: () => isEnding,
    insist: () => {
      if (isEnding) throw new Interrupted();
    },
    began: (client) => {
      held.add(client);
      return () => void held.delete(client);
    },
    end: async (pool) => {
      isEnding = true;
      // A statement that was on its way when PostgreSQL was told did not hear of it.
      for (; held.size > 0; await moment(toldAgainEvery)) {
        const processes = [...held].map((client) => (client as unknown as { readonly processID: number }).processID);
        await pool.query('select pg_cancel_backend(id) from unnest($1::int[]) as id', [processes]);
      }
    },
  };
}
