import { expect, test } from 'vitest';
import { day } from '../../contract/index.ts';
import * as formats from './formats.ts';

const today = day('2026-11-20');

test.each([
  ['2026-11-20', '今天', 'Today'],
  ['2026-11-21', '明天', 'Tomorrow'],
  ['2026-11-19', '昨天', 'Yesterday'],
  ['2026-11-23', '周一', 'Mon'],
  ['2026-11-26', '周四', 'Thu'],
  ['2026-11-27', '11 月 27 日', '27 Nov'],
  ['2026-11-14', '11 月 14 日', '14 Nov'],
  ['2027-03-01', '2027 年 3 月 1 日', '1 Mar 2027'],
])('%s reads %s', (on, zh, en) => {
  expect(formats.dayWord(day(on), today, 'zh')).toBe(zh);
  expect(formats.dayWord(day(on), today, 'en')).toBe(en);
});

test('columns keep dates short and drop this year', () => {
  expect(formats.dayInColumn(day('2026-12-03'), today, 'zh')).toBe('12/3');
  expect(formats.dayInColumn(day('2027-08-20'), today, 'zh')).toBe('2027/8/20');
});

test.each([
  ['2026-11-19', '昨天', 'Yesterday'],
  ['2026-11-03', '11/3', '11/3'],
  ['2021-07-02', '2021 年', '2021'],
])('beside the road %s is short: %s', (on, zh, en) => {
  expect(formats.dayInMargin(day(on), today, 'zh')).toBe(zh);
  expect(formats.dayInMargin(day(on), today, 'en')).toBe(en);
});

test('what is late says for how long', () => {
  const now = new Date('2026-11-20T02:00:00Z');
  expect(formats.lateness(new Date('2026-11-19T11:20:00Z'), now, 'zh')).toBe('晚了 14 小时');
  expect(formats.lateness(new Date('2026-11-19T11:20:00Z'), now, 'en')).toBe('14 hours late');
  expect(formats.lateness(now, now, 'zh')).toBeUndefined();
  const late = (due: string, at: string) => formats.lateness(new Date(due), new Date(at), 'zh');
  expect(late('2026-10-08T18:00:00+08:00', '2026-11-22T11:00:00+08:00')).toBe('晚了 45 天');
  expect(late('2026-11-21T18:00:00+08:00', '2026-11-22T17:59:00+08:00')).toBe('晚了 23 小时');
  expect(late('2026-11-21T00:00:00+08:00', '2026-11-22T00:00:00+08:00')).toBe('晚了 2 天');
  expect(formats.lateness(new Date('2026-11-20T18:00:00+08:00'), new Date('2026-11-21T18:00:00+08:00'), 'en')).toBe(
    '1 day late',
  );
});

test('a deadline at midnight is the day before', () => {
  const now = new Date('2026-11-20T02:00:00Z');
  expect(formats.dueWord(new Date('2026-11-20T16:00:00Z'), now, 'zh')).toBe('今天');
  expect(formats.dueWord(new Date('2026-11-20T04:00:00Z'), now, 'zh')).toBe('今天 12:00 前');
});

test.each([
  [94_800_000_00, '9,480 万元'],
  [948_0000_00, '948 万元'],
  [1_628_000_000_000, '162.8 亿元'],
  [999_900, '9,999 元'],
])('%i fen reads %s', (fen, words) => {
  expect(formats.moneyHeadline(fen, 'zh')).toBe(words);
});

test('a masked telephone keeps its ends', () => {
  expect(formats.phoneOnPage('138****2046')).toBe('138••••2046');
});
