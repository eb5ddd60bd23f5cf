import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { openBase, startOurs } from './harness/base.ts';
import { administratorKey } from './harness/key.ts';
import { type Line, rowOf, tableOf } from './harness/line.ts';
import { compareRequests } from './lines/compare-requests.ts';
import { flatAtAnyDepth } from './lines/depth.ts';
import { footprint } from './lines/footprint.ts';
import { importing } from './lines/import.ts';
import { recomputes } from './lines/recompute.ts';
import { searches } from './lines/search.ts';
import { today } from './lines/today.ts';
import { view360 } from './lines/view.ts';

// `npm run bench`: everything the issue measures, over a generated base, in one run. `--households 2000` for a quick look; `--million` for the
// recomputes alone, at the size of their bar: five estates, which take half an hour to make and 14 GB.

const { values } = parseArgs({
  options: { households: { type: 'string' }, million: { type: 'boolean', default: false } },
});
const say = (text: string) => void process.stdout.write(`${text}\n`);

/** Five rows for each household of a smaller base, at most the 100,000 of the bar. */
const importedRows = Math.min(100_000, values.households ? Number(values.households) * 5 : 100_000);

/** What is asked of one estate, and an import into an empty base. */
async function everythingElse(measured: (...some: readonly Line[]) => void): Promise<void> {
  const key = await administratorKey(base.owner);
  await base.owner.query('vacuum analyze');
  measured(...(await footprint(base)));
  const ours = await startOurs(base);
  try {
    measured(...(await compareRequests(base, ours, key, say)));
    measured(await flatAtAnyDepth(base, ours, key));
    measured(await view360(base, ours, key));
    measured(...(await searches(base, ours, key, '')));
    measured(...(await today(base, ours)));
  } finally {
    ours.stop();
  }
  measured(...(await importing(importedRows)));
}

const base = await openBase(values.households ? Number(values.households) : undefined, say, values.million ? 5 : 1);
try {
  const lines: Line[] = [];
  // Said at once as well: a long run that breaks off has not measured in vain.
  const measured = (...some: readonly Line[]) => {
    lines.push(...some);
    for (const line of some) say(rowOf(line));
  };
  // As a base in use is. Whoever first reads rows that were only just copied in has to write their pages once more, and beside
  // them autovacuum does the same.
  await base.owner.query('vacuum');
  measured(...(await recomputes(base)));
  if (!values.million) await everythingElse(measured);
  const { rows } = await base.owner.query(
    'select (select count(*) from person) as people, (select count(*) from room) as rooms, (select count(*) from interaction) as contacts',
  );
  say(
    `\n${JSON.stringify(rows[0])} on ${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}\n`,
  );
  say(tableOf(lines));
  process.exitCode = lines.every(({ passes }) => passes) ? 0 : 1;
} finally {
  await base.leave();
}
