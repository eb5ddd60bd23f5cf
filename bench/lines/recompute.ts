import { inTransaction, jsonLog, openEngine } from '@yilu/platform/server';
import { recomputeEverybody } from '@yilu/segments/server';
import { capabilities } from '../../apps/server/capabilities.ts';
import { enter } from '../../apps/server/enter.ts';
import { liveKeys } from '../../apps/server/live-keys.ts';
import type { Base } from '../harness/base.ts';
import type { Line } from '../harness/line.ts';

/** Seconds that the bar allows for a million people, scaled to those that the base has. */
const secondsPerMillion = { first: 90, again: 45 } as const;

/** All labels of everybody, twice: the first time everything is written, the second time nothing differs. */
export async function recomputes(base: Base): Promise<Line[]> {
  const engine = await openEngine({
    databaseUrl: base.databaseUrl,
    capabilities,
    recurring: [],
    enter,
    keys: liveKeys(base.keyFile),
    log: jsonLog((line) => void process.stderr.write(line)),
    connections: 4,
    takesJobs: false,
  });
  const begin: Parameters<typeof recomputeEverybody>[0] = (act) =>
    inTransaction(engine, { entry: { as: 'system' }, requestId: 'bench' }, act);
  try {
    const lines = [];
    for (const [which, allowed] of Object.entries(secondsPerMillion)) {
      const started = performance.now();
      const { people, written } = await recomputeEverybody(begin);
      const seconds = (performance.now() - started) / 1_000;
      const perMillion = (seconds * 1e6) / people;
      lines.push({
        name: which === 'first' ? 'full recompute of all labels, first time' : 'full recompute, nothing differs',
        figure: `${seconds.toFixed(1)} s for ${people} people (${written} written), ${perMillion.toFixed(0)} s per million`,
        bar: `under ${allowed} s for 1,000,000`,
        passes: perMillion < allowed,
      });
    }
    return lines;
  } finally {
    await engine.close();
  }
}
