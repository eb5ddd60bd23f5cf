import { expect, test } from 'vitest';
import { together } from './kept-together.ts';

const words = (zh: string) => ({ zh, en: zh });
const lin = { id: '0190-lin', name: '林晓' };
const gu = { id: '0190-gu', name: '顾家禾' };
const line = (what: string, who: readonly (typeof lin)[] | undefined, why = '之后有人改过', count = 1) => ({
  door: 'people',
  what: words(what),
  why: words(why),
  count,
  ...(who && { who: [...who] }),
});
const shown = (lines: Parameters<typeof together>[0]) =>
  together(lines).map(({ whats, why, who }) => [
    whats.map(({ what, count }) => `${what.zh} ${count}`).join('、'),
    why.zh,
    who?.map(({ name }) => name).join('、'),
  ]);

test.each([
  [
    'ten fields of somebody are one line',
    [line('性别', [lin]), line('电话', [lin], undefined, 2)],
    [['性别 1、电话 2', '之后有人改过', '林晓']],
  ],
  [
    'each person has a line of their own',
    [line('性别', [lin]), line('性别', [gu]), line('电话', [lin])],
    [
      ['性别 1、电话 1', '之后有人改过', '林晓'],
      ['性别 1', '之后有人改过', '顾家禾'],
    ],
  ],
  [
    'another reason is another line',
    [line('性别', [lin]), line('客户', [lin], '已有别的记录用到')],
    [
      ['性别 1', '之后有人改过', '林晓'],
      ['客户 1', '已有别的记录用到', '林晓'],
    ],
  ],
  [
    'of people whom one may not see the fields are counted together',
    [line('性别', undefined), line('性别', undefined), line('电话', undefined)],
    [['性别 2、电话 1', '之后有人改过', undefined]],
  ],
])('%s', (_, lines, expected) => {
  expect(shown(lines)).toEqual(expected);
});
