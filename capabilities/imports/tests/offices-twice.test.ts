import { writeCsv } from '@yilu/platform/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { everything } from './everything.ts';
import { type Office, openOffice } from './office.ts';
import { changes } from './offices/changes.ts';
import { counter } from './offices/counter.ts';
import { estateDesk } from './offices/estate-desk.ts';
import { layouts } from './offices/layouts.ts';
import { ledgers } from './offices/ledgers.ts';
import { letting } from './offices/letting.ts';
import { salesFloor } from './offices/sales-floor.ts';
import { trades } from './offices/trades.ts';
import { sheetOf } from './offices/understanding.ts';
import { unfolded } from './offices/unfolded.ts';

vi.setConfig({ testTimeout: 400_000 });
let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

const shelves = { changes, trades, layouts, unfolded, salesFloor, estateDesk, letting, counter, ledgers };

test.each(Object.entries(shelves))(
  'the sheets of %s change nothing when they come again, and leave no trace once undone',
  async (_, offices) => {
    const { administrator, house, projectId } = office;
    const files: Record<string, string> = {};
    for (const [at, each] of offices.entries()) files[`${each.name} ${at + 1}.csv`] = await csvOf(sheetOf(each).rows);
    const before = await everything(house);

    const run = await office.bringIn(administrator, await office.drop(administrator, files, projectId));
    expect(run).toMatchObject({ phase: 'applied' });
    expect(run.counts.created).toBeGreaterThan(0);
    const after = await everything(house);

    const again = await office.bringIn(administrator, await office.drop(administrator, files, projectId));
    expect(again.counts).toMatchObject({ created: 0, updated: 0, rejected: run.counts.rejected });
    expect(await everything(house)).toEqual(after);

    expect(await office.takeBack(administrator, run)).toMatchObject({ phase: 'undone', kept: [] });
    expect(await everything(house)).toEqual(before);
  },
);

async function csvOf(rows: ReturnType<typeof sheetOf>['rows']): Promise<string> {
  let text = '';
  for await (const part of writeCsv(rows)) text += part.toString();
  return text;
}
