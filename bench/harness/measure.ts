import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import type { LoadOrder, LoadResult, Orders } from './load.ts';

/** Apply a load from a process of its own. Failures make the figure worthless, so they end the run. */
export async function load(order: LoadOrder): Promise<LoadResult> {
  const [result] = await applied({ orders: [order], turns: 1 });
  if (!result) throw new Error('one order has one result');
  return result;
}

/**
 * Ours and bare in turns from one process, so that a drift of the machine meets both and neither is measured while a process
 * starts; the median of the turns' ratios counts. Reads take many short turns, writes few long ones: what they leave behind is
 * worked off during the next.
 */
export async function compare(
  ours: LoadOrder,
  bare: LoadOrder,
  { turns }: { readonly turns: number },
): Promise<{ ours: LoadResult; bare: LoadResult; ratio: number }> {
  const [b, a] = await applied({ orders: [bare, ours], turns });
  if (!a || !b) throw new Error('two orders have two results');
  const ratios = a.perTurn.map((perSecond, turn) => perSecond / (b.perTurn[turn] ?? Number.NaN)).sort((x, y) => x - y);
  const middle = ratios.slice(Math.ceil(turns / 2) - 1, Math.floor(turns / 2) + 1);
  return { ours: a, bare: b, ratio: middle.reduce((sum, ratio) => sum + ratio, 0) / middle.length };
}

async function applied(given: Orders): Promise<LoadResult[]> {
  const child = spawn(execPath, [new URL('./load.ts', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(given));
  let text = '';
  for await (const piece of child.stdout) text += piece;
  const results = JSON.parse(text) as LoadResult[];
  for (const [place, { failures, answers }] of results.entries()) {
    const first = given.orders[place]?.requests[0];
    if (failures > 0)
      throw new Error(`${failures} of ${answers} requests such as ${first?.method} ${first?.path} failed`);
  }
  return results;
}
