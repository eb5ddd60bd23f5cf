import { parentPort } from 'node:worker_threads';
import { partsOf } from './parts.ts';
import { fileIsDamaged, SpreadsheetRefused } from './refusals.ts';
import type { ReadingOrder, ReadingReport } from './threads.ts';

/** The thread that touches files from outside, one after the other. It may die; the server does not. */
const port = parentPort;
let mayPost = 0;
let goOn: (() => void) | undefined;
port?.on('message', (message: ReadingOrder | 'more') => {
  if (message !== 'more') return void read(message);
  mayPost += 1;
  goOn?.();
});

async function read({ bytes, limits, sheets }: ReadingOrder): Promise<void> {
  mayPost = 3;
  const tell = (report: ReadingReport) => port?.postMessage(report);
  let isAsNew = false;

  try {
    for await (const part of partsOf(bytes, limits, sheets)) {
      if (part.part === 'file') isAsNew = part.format === 'csv';
      while (mayPost <= 0) await new Promise<void>((resolve) => (goOn = resolve));
      mayPost -= 1;
      tell({ kind: 'part', part });
    }
    tell({ kind: 'end', isAsNew });
  } catch (problem) {
    tell({ kind: 'refused', refusal: plain(problem instanceof SpreadsheetRefused ? problem.refusal : fileIsDamaged) });
  }
}

function plain(refusal: SpreadsheetRefused['refusal']): SpreadsheetRefused['refusal'] {
  return { code: refusal.code, params: refusal.params, message: refusal.message };
}
