import { Worker } from 'node:worker_threads';
import type { Refusal } from '../../contract/index.ts';
import { needsTooMuchMemory, readingTooSlow, SpreadsheetRefused } from './refusals.ts';
import type { SpreadsheetLimits, SpreadsheetPart } from './sheet.ts';

export interface ReadingOrder {
  readonly bytes: Uint8Array;
  readonly limits: SpreadsheetLimits;
  /** Rows of these sheets only, by position; all when absent. */
  readonly sheets?: readonly number[] | undefined;
}
export type ReadingReport =
  | { readonly kind: 'part'; readonly part: SpreadsheetPart }
  /** As new is a thread that none but our own reader has read in: what others' leave behind ends with it. */
  | { readonly kind: 'end'; readonly isAsNew: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const mostThreads = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Parts of a file, read in a thread apart that is ended when it takes too long, grows too big, or nobody listens. What whoever
 * listens takes for the parts is not the reader's time.
 */
export async function* readInThread(order: ReadingOrder): AsyncGenerator<SpreadsheetPart> {
  await turn();
  const thread = threadFor(order.limits);
  const { worker } = thread;
  const reports: ReadingReport[] = [];
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  let isAsNew = false;
  let left = order.limits.milliseconds;
  const tooSlow = () => {
    failure = new SpreadsheetRefused(readingTooSlow({ seconds: Math.round(order.limits.milliseconds / 1000) }));
    wake?.();
  };
  const hear = (report: ReadingReport) => {
    reports.push(report);
    wake?.();
  };
  const fail = (problem: Error & { code?: string }) => {
    failure = problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new SpreadsheetRefused(needsTooMuchMemory) : problem;
    wake?.();
  };
  worker.on('message', hear);
  worker.on('error', fail);
  worker.postMessage(order);

  try {
    for (;;) {
      const report = reports.shift();
      if (report?.kind === 'end') {
        isAsNew = report.isAsNew && order.bytes.length <= smallFile;
        return;
      }
      if (report?.kind === 'refused') throw new SpreadsheetRefused(report.refusal);
      if (report?.kind === 'part') {
        yield report.part;
        worker.postMessage('more');
        continue;
      }
      if (failure) throw failure;
      const since = performance.now();
      const deadline = setTimeout(tooSlow, left);
      await new Promise<void>((resolve) => (wake = resolve));
      clearTimeout(deadline);
      left -= performance.now() - since;
    }
  } finally {
    // One by one: a worker of which all are taken away at once is not heard again.
    worker.off('message', hear);
    worker.off('error', fail);
    if (isAsNew) rest(thread);
    else await worker.terminate();
    release();
  }
}

interface Thread {
  readonly worker: Worker;
  readonly memoryMegabytes: number;
}

/** A thread takes a fifth of a second of a processor to start, so one that is as new waits for the next file. */
const resting = new Set<Thread>();
const restMilliseconds = 10_000;
const smallFile = 2 * 1024 * 1024;

function threadFor({ memoryMegabytes }: SpreadsheetLimits): Thread {
  for (const thread of resting) {
    if (thread.memoryMegabytes !== memoryMegabytes) continue;
    resting.delete(thread);
    thread.worker.ref();
    return thread;
  }
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    stdout: true,
    stderr: true,
    execArgv: [],
  });
  const thread = { worker, memoryMegabytes };
  // Whatever ends a thread that rests: nobody waits for it.
  worker.on('error', () => undefined);
  worker.once('exit', () => resting.delete(thread));
  return thread;
}

function rest(thread: Thread): void {
  resting.add(thread);
  thread.worker.unref();
  setTimeout(() => void (resting.delete(thread) && thread.worker.terminate()), restMilliseconds).unref();
}

async function turn(): Promise<void> {
  if (running < mostThreads) {
    running += 1;
    return;
  }
  await new Promise<void>((resolve) => waiting.push(resolve));
}

function release(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}
