import { inTransaction, jsonLog, openEngine } from '@yilu/platform/server';
import { recomputeDue, recomputeEverybody } from '@yilu/segments/server';
import { capabilities } from '../../apps/server/capabilities.ts';
import { enter } from '../../apps/server/enter.ts';
import { liveKeys } from '../../apps/server/live-keys.ts';
import type { Base } from '../harness/base.ts';
import type { Line } from '../harness/line.ts';

/** Seconds that the bar allows for a million people, scaled to those that the base has. */
const secondsPerMillion = { first: 90, again: 45 } as const;
/** The share of the book whose day comes in the measured night, and the share of a full recompute that it may take: all amounts are ranked, too. */
const due = 0.01;
const shareOfFull = 0.2;

/** All labels of everybody, twice: the first time everything is written, the second time nothing differs; then a night. */
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
    let full = { people: 0, seconds: 0 };
    for (const [which, allowed] of Object.entries(secondsPerMillion)) {
      const { people, written, seconds } = await timed(() => recomputeEverybody(begin));
      full = { people, seconds };
      const perMillion = (seconds * 1e6) / people;
      lines.push({
        name: which === 'first' ? 'full recompute of all labels, first time' : 'full recompute, nothing differs',
        figure: `${seconds.toFixed(1)} s for ${people} people (${written} written), ${perMillion.toFixed(0)} s per million`,
        bar: `under ${allowed} s for 1,000,000`,
        passes: perMillion < allowed,
      });
    }
    await base.owner.query(
      'update customer_fact set valid_until = current_date where hashtext(person_id::text) & 1023 < $1::float8 * 1024',
      [due],
    );
    const { people, seconds } = await timed(() => recomputeDue(begin));
    lines.push({
      name: 'nightly recompute, 1 % due',
      figure: `${seconds.toFixed(2)} s for ${people} of ${full.people} people, ${((100 * seconds) / full.seconds).toFixed(1)} % of a full one`,
      bar: `only those who are due, within ${100 * shareOfFull} % of the time of a full one`,
      passes: people < 2 * due * full.people && seconds < shareOfFull * full.seconds,
    });
    return lines;
  } finally {
    await engine.close();
  }
}

async function timed<Done>(work: () => Promise<Done>): Promise<Done & { readonly seconds: number }> {
  const started = performance.now();
  const done = await work();
  return { ...done, seconds: (performance.now() - started) / 1_000 };
}
