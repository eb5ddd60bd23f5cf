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
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const mostThreads = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Parts of a file, read in a thread of its own that is ended when it takes too long, grows too big, or nobody listens. */
export async function* readInThread(order: ReadingOrder): AsyncGenerator<SpreadsheetPart> {
  await turn();
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: order.limits.memoryMegabytes },
    stdout: true,
    stderr: true,
    execArgv: [],
  });
  const reports: ReadingReport[] = [];
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  const deadline = setTimeout(() => {
    failure = new SpreadsheetRefused(readingTooSlow({ seconds: Math.round(order.limits.milliseconds / 1000) }));
    wake?.();
  }, order.limits.milliseconds);
  worker.on('message', (report: ReadingReport) => {
    reports.push(report);
    wake?.();
  });
  worker.on('error', (problem: Error & { code?: string }) => {
    failure = problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new SpreadsheetRefused(needsTooMuchMemory) : problem;
    wake?.();
  });

  try {
    for (;;) {
      const report = reports.shift();
      if (report?.kind === 'end') return;
      if (report?.kind === 'refused') throw new SpreadsheetRefused(report.refusal);
      if (report?.kind === 'part') {
        yield report.part;
        worker.postMessage('more');
        continue;
      }
      if (failure) throw failure;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    clearTimeout(deadline);
    await worker.terminate();
    release();
  }
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
