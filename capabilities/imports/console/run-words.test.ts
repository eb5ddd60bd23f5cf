import { expect, test } from 'vitest';
import { broughtWords, filesInShort, promiseWords } from './run-words.ts';

const records = { people: 270, rooms: 0, contacts: 312, deals: 0 };
const counts = { rows: 320, created: 300, updated: 10, unchanged: 0, rejected: 10, joined: 40, withProblems: 0 };

test.each([
  ['what came in is counted', { counts, records }, '270 人 · 312 联系记录'],
  [
    'where nothing is new nobody is told that so many came in',
    { counts: { ...counts, created: 0, updated: 0, unchanged: 310 }, records },
    '没有变化：表里的 270 人 · 312 联系记录 库里都已经有了。',
  ],
  [
    'where every row is sent back nothing came in',
    {
      counts: { ...counts, created: 0, updated: 0, unchanged: 0, rejected: 320 },
      records: { people: 0, rooms: 0, contacts: 0, deals: 0 },
    },
    '没有一行写入。',
  ],
])('%s', (_, run, said) => {
  expect(broughtWords(run).zh).toBe(said);
});

test.each([
  ['previewed', undefined, '每一行都有去处，没有一行丢失。导入后可以整批撤销。'],
  ['applied', new Date('2027-01-01'), '每一行都有去处，没有一行丢失。可以整批撤销。'],
  ['applied', undefined, '每一行都有去处，没有一行丢失。'],
  ['undone', undefined, '这是撤销前的情况；这次导入已经撤销。'],
] as const)('an import that is %s, until %s', (phase, undoUntil, said) => {
  expect(promiseWords({ phase, undoUntil }).zh).toBe(said);
});

test.each([
  [['业主.xlsx'], '业主.xlsx'],
  [['业主.xlsx', '来访.csv'], '业主.xlsx、来访.csv'],
  [['业主.xlsx', '来访.csv', '认购.xls'], '业主.xlsx 等 3 个文件'],
])('files of an import in short: %j', (names, said) => {
  expect(filesInShort(names).zh).toBe(said);
});
