import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import type { LoadOrder, LoadResult } from './load.ts';

/** Apply a load from a process of its own. Failures make the figure worthless, so they end the run. */
export async function load(order: LoadOrder): Promise<LoadResult> {
  const child = spawn(execPath, [new URL('./load.ts', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(order));
  let text = '';
  for await (const piece of child.stdout) text += piece;
  const result = JSON.parse(text) as LoadResult;
  const [first] = order.requests;
  if (result.failures > 0)
    throw new Error(`${result.failures} of ${result.answers} requests such as ${first?.method} ${first?.path} failed`);
  return result;
}

/** A against B in turn, three times, so that a drift of the machine meets both; the median of the ratios counts. */
export async function compare(
  ours: LoadOrder,
  bare: LoadOrder,
): Promise<{ ours: LoadResult; bare: LoadResult; ratio: number }> {
  const pairs = [];
  for (let turn = 0; turn < 3; turn++) {
    const b = await load(bare);
    const a = await load(ours);
    pairs.push({ ours: a, bare: b, ratio: a.perSecond / b.perSecond });
  }
  pairs.sort((a, b) => a.ratio - b.ratio);
  const [, middle] = pairs;
  if (!middle) throw new Error('three turns have a middle');
  return middle;
}
