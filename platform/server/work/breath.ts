import { setTimeout as moment, setImmediate as nextTurn } from 'node:timers/promises';

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

/** Reading requests that are being answered now, and when the last of them was. */
let waiting = 0;
let lastAnswered = Number.NEGATIVE_INFINITY;

/** Somebody waits for what is done here: work in the background makes way for it. */
export async function beingWaitedFor<Result>(act: () => Promise<Result>): Promise<Result> {
  waiting += 1;
  try {
    return await act();
  } finally {
    waiting -= 1;
    lastAnswered = performance.now();
  }
}

/** Who asked a moment ago is likely to ask again, milliseconds. */
const aMoment = 2_000;

/** Whether somebody waits for an answer, or did until a moment ago. */
export function isAskedOfLate(): boolean {
  return waiting > 0 || performance.now() - lastAnswered < aMoment;
}

/** Where people ask, work in the background looks up this often, and waits this long at most for one answer, milliseconds. */
const shortStretch = 1;
const longestWait = 10;

let stretch = longestStretch;

/**
 * `breathe` for work that nobody waits for: while somebody asks, it stands still until they have their answer. Where one is being
 * answered at all times, it goes on in stretches as long as a breath, so that it does come to its end.
 */
export async function makeWay(): Promise<void> {
  if (performance.now() - lastTurn < stretch) return;
  await nextTurn();
  const until = performance.now() + longestWait;
  while (waiting > 0 && performance.now() < until) await moment(1);
  lastTurn = performance.now();
  stretch = waiting === 0 && isAskedOfLate() ? shortStretch : longestStretch;
}
