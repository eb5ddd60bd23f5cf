/** One measured line: what, how it compares, and the bar it must pass. */
export interface Line {
  readonly name: string;
  /** What was measured, such as `3.1k/s against 7.9k/s bare`. */
  readonly figure: string;
  /** The bar in words, such as `≥ 1/3 of bare`. */
  readonly bar: string;
  readonly passes: boolean;
}

export function ratioLine(
  name: string,
  given: { ours: { perSecond: number; p95Ms: number }; bare: { perSecond: number }; ratio: number },
  least: number,
  bar: string,
): Line {
  const { ours, bare, ratio } = given;
  return {
    name,
    figure: `${ratio.toFixed(2)} (${rate(ours.perSecond)} against ${rate(bare.perSecond)}, p95 ${ours.p95Ms.toFixed(1)} ms)`,
    bar,
    passes: ratio >= least,
  };
}

export function rate(perSecond: number): string {
  return perSecond >= 1_000 ? `${(perSecond / 1_000).toFixed(1)}k/s` : `${perSecond.toFixed(0)}/s`;
}

export function rowOf({ name, figure, bar, passes }: Line): string {
  return `| ${name} | ${figure} | ${bar} | ${passes ? 'yes' : '**no**'} |`;
}

export function tableOf(lines: readonly Line[]): string {
  return ['| line | measured | bar | passes |', '| --- | --- | --- | --- |', ...lines.map(rowOf)].join('\n');
}
