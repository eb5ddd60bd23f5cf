import { importFiles } from '@yilu/imports/server';
import { type Begin, drainJobs, inTransaction, jsonLog, openEngine } from '@yilu/platform/server';
import { createGroup } from '@yilu/settings/server';
import { capabilities } from '../../apps/server/capabilities.ts';
import { enter } from '../../apps/server/enter.ts';
import { liveKeys } from '../../apps/server/live-keys.ts';
import { recurring } from '../../apps/server/recurring.ts';
import { type Base, openEmptyBase, startOurs } from '../harness/base.ts';
import { copyAgain } from '../harness/copy-again.ts';
import { administratorKey } from '../harness/key.ts';
import type { Line } from '../harness/line.ts';
import { ownersList } from '../harness/owners-list.ts';
import { besideAnImport } from './beside-import.ts';
import { searches } from './search.ts';

const mostSecondsFor100000 = 60;
const leastOfCopy = 0.2;

/**
 * An owners' list brought in as the command line does it, on a database of its own, against COPY of the rows that it became;
 * then searching at once, with nothing vacuumed or analysed by us and the labels still following.
 */
export async function importing(rows: number): Promise<Line[]> {
  const base = await openEmptyBase();
  try {
    const { seconds, people } = await importOnce(base, rows);
    const ours = await startOurs(base);
    const key = await administratorKey(base.owner);
    const found = await searches(base, ours, key, ' right after the import').finally(ours.stop);
    const labels = await following(base);
    const copied = await copyAgain(base);
    const again = await startOurs(base);
    const beside = await besideAnImport(again, key, rows / 2).finally(again.stop);
    const most = (mostSecondsFor100000 * rows) / 100_000;
    const count = rows.toLocaleString('en-US');
    return [
      {
        name: `import ${count} rows end to end`,
        figure: `${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s (${people} people; labels followed in ${labels.toFixed(1)} s more)`,
        bar: `under ${most.toFixed(0)} s`,
        passes: seconds < most,
      },
      {
        name: `import ${count} rows against COPY of the same rows`,
        figure: `${(copied / seconds).toFixed(2)} (COPY ${copied.toFixed(1)} s)`,
        bar: `≥ ${leastOfCopy} of COPY`,
        passes: copied / seconds >= leastOfCopy,
      },
      ...found,
      ...beside,
    ];
  } finally {
    await base.leave();
  }
}

async function importOnce(base: Base, rows: number): Promise<{ seconds: number; people: number }> {
  const files = [{ name: '业主清单.csv', bytes: ownersList(rows) }];
  return withEngine(base, async (begin) => {
    await begin((work) => createGroup(work, { name: '集团' }));
    const started = performance.now();
    const report = await importFiles(begin, { files, project: '锦绣花园' });
    const seconds = (performance.now() - started) / 1_000;
    const created = report.files[0]?.sheets[0]?.created;
    if (created !== rows) throw new Error(`${created} of ${rows} rows were created`);
    return { seconds, people: report.records.people };
  });
}

/** Seconds until nothing is left to do in the background. */
async function following(base: Base): Promise<number> {
  return withEngine(base, async (_, drain) => {
    const started = performance.now();
    await drain();
    return (performance.now() - started) / 1_000;
  });
}

async function withEngine<Result>(
  { databaseUrl, keyFile }: Base,
  act: (begin: Begin, drain: () => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const engine = await openEngine({
    ...{ databaseUrl, capabilities, recurring, enter, keys: liveKeys(keyFile), connections: 4, takesJobs: false },
    log: jsonLog((line) => void process.stderr.write(line)),
  });
  const begin: Begin = (work) => inTransaction(engine, { entry: { as: 'system' }, requestId: 'bench' }, work);
  try {
    return await act(begin, () => drainJobs(engine));
  } finally {
    await engine.close();
  }
}
