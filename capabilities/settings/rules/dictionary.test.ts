import { expect, test } from 'vitest';
import { entryNameTaken, sharedDictionaries, sources } from '../contract/index.ts';
import { entriesOf, foldWord, matchEntry, refusalToName, refusalToOrder } from './dictionary.ts';

const asShipped = entriesOf(sources, []);
const own = { id: 'own-1', zh: '楼王发布会', en: '楼王发布会', synonyms: ['发布会'], position: 2, version: 1 };

test('an untouched list is as shipped', () => {
  expect(asShipped.map(({ id }) => id)).toEqual(sources.entries.map(({ id }) => id));
  expect(asShipped.map(({ position }) => position)).toEqual(sources.entries.map((_, at) => at));
});

test("a company's names, own entries and order win; records keep their ids", () => {
  const renamed = { id: 'WALK_BY', zh: '自然到访', en: 'Walk-in', synonyms: [], position: 0, version: 1 };
  const rest = sources.entries
    .filter(({ id }) => id !== 'WALK_BY')
    .map((entry, at) => ({ ...entry, synonyms: [...(entry.synonyms ?? [])], position: at + 1, version: 1 }));
  const entries = entriesOf(sources, [renamed, own, ...rest]);
  expect(entries[0]).toMatchObject({ id: 'WALK_BY', zh: '自然到访', shipped: true });
  expect(entries.find(({ id }) => id === 'own-1')).toMatchObject({ shipped: false });
  expect(entries).toHaveLength(sources.entries.length + 1);
});

test.each([
  ['小红书', 'XIAOHONGSHU'],
  ['老带新', 'OWNER_REFERRAL'],
  ['DM 直邮', 'PRESS'],
  ['ｃａｌｌ客', 'CALL_OUT'],
  ['过路客', 'WALK_BY'],
  ['朋友圈', 'WECHAT_ACCOUNT'],
  ['web', 'WEB'],
  ['OTHER', 'OTHER'],
  ['飞艇', undefined],
  ['  ', undefined],
])('a spreadsheet that says %s means %s', (text, id) => {
  expect(matchEntry(asShipped, text)?.id).toBe(id);
});

test('an entry on offer is preferred to a retired one of the same word', () => {
  const entries = [
    { ...own, id: 'old', zh: '地推', retiredAt: new Date(0), shipped: false },
    { ...own, id: 'new', zh: '拓展', synonyms: ['地推'], shipped: false },
  ];
  expect(matchEntry(entries, '地推')?.id).toBe('new');
});

test('no two entries answer to the same word', () => {
  expect(refusalToName(asShipped, undefined, { zh: '小红书', synonyms: [] })).toEqual(
    entryNameTaken({ name: '小红书' }),
  );
  expect(refusalToName(asShipped, undefined, { zh: '新渠道', synonyms: ['链家'] })).toEqual(
    entryNameTaken({ name: '链家' }),
  );
  expect(refusalToName(asShipped, 'XIAOHONGSHU', { zh: '小红书', synonyms: [] })).toBeUndefined();
});

test('an order names every entry once', () => {
  const ids = asShipped.map(({ id }) => id);
  expect(refusalToOrder(asShipped, ids.toReversed())).toBeUndefined();
  expect(refusalToOrder(asShipped, ids.slice(1))).toBeDefined();
  expect(refusalToOrder(asShipped, [...ids.slice(1), ids[1] ?? ''])).toBeDefined();
});

test.each(sharedDictionaries.map((list) => [list.key, list] as const))(
  'the words of %s are each used once',
  (_, list) => {
    const words = list.entries.flatMap((entry) => [...new Set([entry.zh, ...(entry.synonyms ?? [])].map(foldWord))]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  },
);
