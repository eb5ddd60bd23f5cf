import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longer than this nobody else is kept waiting by bulk work, milliseconds. */
const longestStretch = 15;

let lastTurn = performance.now();

/** To be awaited between pieces of bulk work in one process with requests: lets others have their turn when it is due. */
export async function breathe(): Promise<void> {
  if (performance.now() - lastTurn < longestStretch) return;
  await nextTurn();
  lastTurn = performance.now();
}
