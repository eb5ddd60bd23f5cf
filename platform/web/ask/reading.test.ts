import { expect, test } from 'vitest';
import type { Page } from '../../contract/index.ts';
import { asRead, isOldInSight, pagesInSight, type Reading, readAnew, readOn, type Sight } from './reading.ts';

interface Row {
  readonly id: number;
  readonly name: string;
}

/** A server's list of ids in its order, 100 to a page; the cursor is the last id. Counts what it is asked. */
function listOf(ids: readonly number[], names: Readonly<Record<number, string>> = {}) {
  const asked: (string | undefined)[] = [];
  const read = async (cursor: string | undefined): Promise<Page<Row>> => {
    asked.push(cursor);
    const from = cursor === undefined ? 0 : ids.indexOf(Number(cursor)) + 1;
    const items = ids.slice(from, from + 100).map((id) => ({ id, name: names[id] ?? `customer ${id}` }));
    return { items, ...(from + 100 < ids.length && { next: String(items.at(-1)?.id) }) };
  };
  return { read, asked };
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const question = 'everybody';
const nothing: Reading<Row> = { question, pages: [] };
const at = (first: number, last: number): Sight => ({ question, first, last });

async function readTo(pages: number, { read }: ReturnType<typeof listOf>): Promise<Reading<Row>> {
  let reading = await readAnew(nothing, undefined, read);
  while (reading.pages.length < pages) {
    const cursor = reading.pages.at(-1)?.next ?? '';
    reading = readOn(reading, await read(cursor), cursor);
  }
  return reading;
}

const idsOf = ({ pages }: Reading<Row>) => pages.flatMap(({ items }) => items.map(({ id }) => id));
const oldOf = ({ pages }: Reading<Row>) => pages.map(({ isOld }) => isOld);

test('a list is read page by page', async () => {
  const list = listOf(range(1, 250));
  const reading = await readTo(3, list);
  expect(idsOf(reading)).toEqual(range(1, 250));
  expect(list.asked).toEqual([undefined, '100', '200']);
});

test('a list that was read far asks again only for what is in sight', async () => {
  const before = await readTo(10, listOf(range(1, 1_000)));
  const later = listOf(range(1, 1_000), { 350: 'renamed', 850: 'renamed' });
  const after = await readAnew(before, at(340, 365), later.read);
  expect(later.asked).toEqual(['300']);
  expect(idsOf(after)).toEqual(range(1, 1_000));
  expect(after.pages[3]?.items[49]?.name).toBe('renamed');
  expect(oldOf(after)).toEqual([true, true, true, false, true, true, true, true, true, true]);
});

test('what was out of sight is asked for once somebody looks at it', async () => {
  const before = await readTo(10, listOf(range(1, 1_000)));
  const later = listOf(range(1, 1_000), { 850: 'renamed' });
  const after = await readAnew(before, at(340, 365), later.read);
  expect(isOldInSight(after, at(340, 365))).toBe(false);
  expect(isOldInSight(after, at(840, 865))).toBe(true);
  const looked = await readAnew(after, at(840, 865), later.read);
  expect(looked.pages[8]?.items[49]?.name).toBe('renamed');
});

test('rows that have not changed stay the same, so that they are not drawn again', async () => {
  const before = await readTo(2, listOf(range(1, 200)));
  const after = await readAnew(before, undefined, listOf(range(1, 200), { 150: 'renamed' }).read);
  expect(after.pages[0]?.items).toBe(before.pages[0]?.items);
  expect(after.pages[1]?.items[0]).toBe(before.pages[1]?.items[0]);
  expect(after.pages[1]?.items[49]).not.toBe(before.pages[1]?.items[49]);
});

test('a row that moved to the top is not shown twice where one looks', async () => {
  const before = await readTo(5, listOf(range(1, 500)));
  const moved = [250, ...range(1, 249), ...range(251, 500)];
  const after = await readAnew(before, at(240, 265), listOf(moved).read);
  expect(idsOf(after).slice(200, 300)).toEqual([...range(201, 249), ...range(251, 301)]);
});

test('a list that has become shorter ends where it ends now', async () => {
  const before = await readTo(5, listOf(range(1, 500)));
  const after = await readAnew(before, at(0, 25), listOf(range(1, 60)).read);
  expect(idsOf(after)).toEqual(range(1, 60));
});

test('a list that never says what is in sight is asked for as a whole', async () => {
  const before = await readTo(3, listOf(range(1, 300)));
  const later = listOf(range(1, 300));
  await readAnew(before, undefined, later.read);
  expect(later.asked).toEqual([undefined, '100', '200']);
});

test('of another question the beginning is asked for', async () => {
  const before = await readTo(3, listOf(range(1, 300)));
  expect([...pagesInSight(before, { question: 'somebody else', first: 250, last: 275 })]).toEqual([0]);
});

test('the number of all rows is always asked for', async () => {
  const counted: Reading<Row> = {
    question,
    pages: [asRead({ items: [{ id: 1, name: 'one' }], next: '1', total: 1_000 }, undefined, undefined)],
  };
  const more = readOn(counted, { items: range(2, 101).map((id) => ({ id, name: '' })) }, '1');
  const after = await readAnew(more, at(80, 90), async (cursor) =>
    cursor === undefined ? { items: [{ id: 1, name: 'one' }], next: '1', total: 999 } : { items: [] },
  );
  expect(after.pages[0]?.total).toBe(999);
});

test('a page that comes when its place is taken is left out', async () => {
  const before = await readTo(2, listOf(range(1, 300)));
  expect(readOn(before, { items: [] }, '100')).toBe(before);
});
