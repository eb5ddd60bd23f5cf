import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longer than this nobody else is kept waiting by bulk work, milliseconds. */
const longestStretch = 5;

let lastTurn = performance.now();

/** To be awaited between pieces of bulk work in one process with requests: lets others have their turn when it is due. */
export async function breathe(): Promise<void> {
  if (performance.now() - lastTurn < longestStretch) return;
  await nextTurn();
  lastTurn = performance.now();
}

/** `map` for thousands of items, with breaths in between. */
export async function mapInTurns<Item, Result>(items: readonly Item[], of: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    results.push(of(item));
    await breathe();
  }
  return results;
}
