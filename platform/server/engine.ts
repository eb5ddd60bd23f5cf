import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Capability } from './capability.ts';
import type { Keys } from './crypto/keys.ts';
import { openPool } from './database/pool.ts';
import { type Interruption, openInterruption } from './jobs/interruption.ts';
import type { Listener, Recurring } from './jobs/job.ts';
import { openQueues } from './jobs/queues.ts';
import type { Log } from './log.ts';
import type { Contribution } from './slot.ts';
import type { Enter } from './work/enter.ts';
import type { Remembered } from './work/once-per-work.ts';

export interface EngineParts {
  /** PostgreSQL ≥ 15, as the owner of the database, already migrated. */
  readonly databaseUrl: string;
  readonly capabilities: readonly Capability[];
  readonly recurring: readonly Recurring[];
  readonly enter: Enter;
  readonly keys: Keys;
  readonly log: Log;
  readonly clock?: () => Date;
  /** Connections for requests and jobs together; pg-boss has two more. */
  readonly connections?: number;
  /** Take jobs from the queue by itself; tests drain by hand instead. */
  readonly takesJobs?: boolean;
}

/** Everything that transactions and jobs run on. */
export interface Engine {
  readonly pool: pg.Pool;
  readonly boss: PgBoss;
  readonly enter: Enter;
  readonly keys: Keys;
  readonly log: Log;
  readonly clock: () => Date;
  readonly capabilities: readonly Capability[];
  readonly listeners: readonly Listener[];
  readonly recurring: readonly Recurring[];
  readonly contributions: readonly Contribution[];
  /** What does not change between two editions of access: parameters, switches. */
  readonly remembered: Remembered;
  readonly interruption: Interruption;
  /** Jobs that end soon are finished; what takes longer is given up, and done again by whoever comes next. */
  readonly close: () => Promise<void>;
}

/** How long a job may go on that runs when the server is told to end, milliseconds. */
const soon = 1_000;

export async function openEngine(parts: EngineParts): Promise<Engine> {
  const { capabilities, log, takesJobs = true } = parts;
  let isClosing = false;
  const interruption = openInterruption();
  const pool = openPool(parts.databaseUrl, parts.connections ?? 16, (error) => {
    // The pool is done with a connection before PostgreSQL is; one that stops meanwhile is no news.
    if (!isClosing) log.warn({ err: error }, 'an idle connection broke');
  });
  const boss = new PgBoss({
    connectionString: parts.databaseUrl,
    schema: 'jobs',
    createSchema: false,
    max: 2,
    application_name: 'yilu jobs',
    supervise: takesJobs,
    schedule: takesJobs,
  });
  let lastTrouble = Number.NEGATIVE_INFINITY;
  boss.on('error', (error) => {
    // While the database is away every queue fails every second; one line in ten seconds says as much.
    if (isClosing || performance.now() - lastTrouble < 10_000) return;
    lastTrouble = performance.now();
    log.warn({ err: error }, 'the job queue has trouble');
  });
  await boss.start();
  const engine: Engine = {
    pool,
    boss,
    enter: parts.enter,
    keys: parts.keys,
    log,
    clock: parts.clock ?? (() => new Date()),
    capabilities,
    listeners: capabilities.flatMap(({ listeners = [] }) => listeners),
    recurring: parts.recurring,
    contributions: capabilities.flatMap(({ contributes = [] }) => contributes),
    remembered: new Map(),
    interruption,
    close: async () => {
      const giveUp = setTimeout(() => {
        interruption.end(pool).catch((error: unknown) => log.warn({ err: error }, 'a job could not be interrupted'));
      }, soon);
      await boss.stop({ graceful: true, timeout: 20_000 });
      clearTimeout(giveUp);
      isClosing = true;
      await pool.end();
    },
  };
  refuseTwins(engine);
  await openQueues(engine);
  return engine;
}

/** Names are addresses in stored rows; two of the same would take each other's work. */
function refuseTwins({ listeners, recurring, capabilities }: Engine): void {
  const names = [...listeners, ...recurring, ...capabilities.flatMap(({ jobs = [] }) => jobs)].map(({ name }) => name);
  const twin = names.find((name, place) => names.indexOf(name) !== place);
  if (twin) throw new Error(`two listeners or jobs are named ${twin}`);
}
