/** How a project's signed customers are ranked by amount: stored as a fact, so that a past label can be explained. */
export interface ValueScale {
  /** Who signed for at least this much is within the top share; absent while nobody signed. In fen. */
  readonly topCutFen?: number | undefined;
  /** Amounts at the 1st … 100th percentile, ascending, in fen; empty while nobody signed. */
  readonly percentilesFen: readonly number[];
}

/** The first ⌈share × n⌉ by amount; whoever signed for as much as the last of them is within, too (SEG-08). */
export function valueScale(amountsFen: readonly number[], topShare: number): ValueScale {
  const ascending = [...amountsFen].sort((one, other) => one - other);
  const count = ascending.length;
  if (count === 0) return { percentilesFen: [] };
  return {
    topCutFen: ascending[count - places(count, topShare)],
    percentilesFen: Array.from({ length: 100 }, (_, index) => ascending[places(count, (index + 1) / 100) - 1] ?? 0),
  };
}

/** 0–100: how many percentiles the amount reaches; 0 without an amount (SEG-07). */
export function currentScore(amountFen: number | undefined, { percentilesFen }: ValueScale): number {
  if (amountFen === undefined) return 0;
  let low = 0;
  let high = percentilesFen.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((percentilesFen[middle] ?? 0) <= amountFen) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** ⌈share × n⌉ in whole places. 0.14 × 50 is 7.000000000000001 in floating point, hence the tolerance. */
function places(count: number, share: number): number {
  return Math.min(count, Math.max(1, Math.ceil(share * count - 1e-9)));
}
