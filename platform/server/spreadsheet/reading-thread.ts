import { parentPort, workerData } from 'node:worker_threads';
import { partsOf } from './parts.ts';
import { fileIsDamaged, SpreadsheetRefused } from './refusals.ts';
import type { ReadingOrder, ReadingReport } from './threads.ts';

/** The thread that touches files from outside. It may die; the server does not. */
const port = parentPort;
if (port) void read(workerData as ReadingOrder);

async function read({ bytes, limits, sheets }: ReadingOrder): Promise<void> {
  let mayPost = 3;
  let goOn: (() => void) | undefined;
  port?.on('message', () => {
    mayPost += 1;
    goOn?.();
  });
  const tell = (report: ReadingReport) => port?.postMessage(report);

  try {
    for await (const part of partsOf(bytes, limits, sheets)) {
      while (mayPost <= 0) await new Promise<void>((resolve) => (goOn = resolve));
      mayPost -= 1;
      tell({ kind: 'part', part });
    }
    tell({ kind: 'end' });
  } catch (problem) {
    tell({ kind: 'refused', refusal: plain(problem instanceof SpreadsheetRefused ? problem.refusal : fileIsDamaged) });
  }
  port?.close();
}

function plain(refusal: SpreadsheetRefused['refusal']): SpreadsheetRefused['refusal'] {
  return { code: refusal.code, params: refusal.params, message: refusal.message };
}
