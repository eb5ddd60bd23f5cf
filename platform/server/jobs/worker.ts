import type { Job, JobResult } from 'pg-boss';
import type { Engine } from '../engine.ts';
import { newId } from '../new-id.ts';
import type { Entry } from '../work/enter.ts';
import { inTransaction } from '../work/transaction.ts';
import type { JobData } from './enqueue.ts';
import type { Begin } from './job.ts';
import { clockQueue, eventsQueue } from './queues.ts';

/** Start taking jobs; any number of processes may do so. */
export async function startWorkers(engine: Engine): Promise<void> {
  const options = { batchSize: 20, burstWhenBatchFull: true, perJobResults: true, pollingIntervalSeconds: 1 } as const;
  await engine.boss.work<JobData, unknown, typeof options>(eventsQueue, options, (jobs) =>
    settleAll(engine, jobs, (job) => hear(engine, job)),
  );
  for (const kind of engine.capabilities.flatMap(({ jobs = [] }) => jobs)) {
    await engine.boss.work<JobData, unknown, typeof options>(
      kind.name,
      { ...options, batchSize: 1 } as unknown as typeof options,
      (jobs) => settleAll(engine, jobs, (job) => kind.run(beginAs(engine, job), kind.shape.parse(job.data.payload))),
    );
  }
  await engine.boss.work<JobData, unknown, typeof options>(clockQueue, options, (jobs) =>
    settleAll(engine, jobs, (job) => strike(engine, job)),
  );
  for (const { name, cron } of engine.recurring) {
    await engine.boss.schedule(
      clockQueue,
      cron,
      { payload: name },
      { tz: 'Asia/Shanghai', key: name.replaceAll(/[^\w.-]/g, '-'), singletonKey: name },
    );
  }
}

/** Do all waiting jobs now, and those that they cause; for tests and for commands that must not leave work behind. */
export async function drainJobs(engine: Engine): Promise<void> {
  const queues = [eventsQueue, ...engine.capabilities.flatMap(({ jobs = [] }) => jobs.map(({ name }) => name))];
  for (let busy = true; busy; ) {
    busy = false;
    for (const queue of queues) {
      const jobs = await engine.boss.fetch<JobData>(queue, { batchSize: 50 });
      if (jobs.length === 0) continue;
      busy = true;
      await keepingClaim(engine, queue, jobs, async (done) => {
        for (const job of jobs) {
          await runOne(engine, queue, job);
          await engine.boss.complete(queue, job.id);
          done(job);
        }
      });
    }
  }
}

/** A quarter of the heartbeat after which a job counts as lost (see openQueue), milliseconds. */
const claimRenewedEvery = 7_500;

/** A server beside us takes a job for lost, and does it too, when nobody tells for half a minute that it is being done. */
async function keepingClaim(
  { boss, log }: Engine,
  queue: string,
  jobs: readonly Job<JobData>[],
  act: (done: (job: Job<JobData>) => void) => Promise<void>,
): Promise<void> {
  const held = new Set(jobs.map(({ id }) => id));
  const failed = (error: unknown) => log.warn({ err: error, queue }, 'the claim on a job was not renewed');
  const renewal = setInterval(() => void boss.touch(queue, [...held]).catch(failed), claimRenewedEvery);
  try {
    await act(({ id }) => void held.delete(id));
  } finally {
    clearInterval(renewal);
  }
}

/** Run something that the clock would do, now. */
export async function strikeNow(engine: Engine, name: string): Promise<void> {
  await strike(engine, { id: newId(), name: clockQueue, data: { payload: name } } as Job<JobData>);
}

async function runOne(engine: Engine, queue: string, job: Job<JobData>): Promise<void> {
  if (queue === eventsQueue) return hear(engine, job);
  const kind = engine.capabilities.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === queue);
  if (!kind) throw new Error(`nobody does the job ${queue}`);
  return kind.run(beginAs(engine, job), kind.shape.parse(job.data.payload));
}

/** Each job stands alone: one that fails is repeated, its neighbours in the batch are done. */
async function settleAll(
  engine: Engine,
  jobs: Job<JobData>[],
  run: (job: Job<JobData>) => Promise<void>,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const job of jobs) {
    try {
      await run(job);
      results.push({ id: job.id, status: 'completed' });
    } catch (error) {
      const facts = { job: job.name, listener: job.data.listener, id: job.id };
      if (engine.interruption.isEnding()) engine.log.info(facts, 'a job was given up as the server ends');
      else engine.log.error({ ...facts, err: error }, 'a job failed and will be repeated');
      // What went wrong stands in the log, without values; a message might carry some into the table of jobs.
      results.push({ id: job.id, status: 'failed', output: { name: error instanceof Error ? error.name : 'unknown' } });
    }
  }
  return results;
}

async function hear(engine: Engine, job: Job<JobData>): Promise<void> {
  const listener = engine.listeners.find(({ name }) => name === job.data.listener);
  // A listener that a newer version dropped has nothing left to do.
  if (!listener) return;
  await beginAs(engine, job)((work) => listener.handle(work, job.data.payload));
}

async function strike(engine: Engine, job: Job<JobData>): Promise<void> {
  const recurring = engine.recurring.find(({ name }) => name === job.data.payload);
  if (recurring) await recurring.run(beginAs(engine, job));
}

function beginAs(engine: Engine, job: Job<JobData>): Begin {
  const entry: Entry = job.data.as ? { as: 'account', accountId: job.data.as } : { as: 'system' };
  return (act) => inTransaction(engine, { entry, requestId: `job-${job.id}`, isInterruptible: true }, act);
}
