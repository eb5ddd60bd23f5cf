import { day, instantOn } from '@yilu/platform/contract';
import { expect, test } from 'vitest';
import { type Crowded, gathered, linesIn } from './gathering.ts';

const today = day('2026-11-22');
const due = (on: string, assigneeId = 'lin', among?: Crowded['among']): Crowded => ({
  assigneeId,
  dueAt: instantOn(day(on), 1_080),
  ...(among && { among }),
});
const late = (count: number) => Array.from({ length: count }, () => due('2021-07-02'));

test.each<[string, readonly Crowded[], number, { alone: number; rests: [string, number, number][] }]>([
  ['nobody has anything', [], 5, { alone: 0, rests: [] }],
  ['as many as may stand alone leave no rest', late(5), 5, { alone: 5, rests: [] }],
  ['one more is gathered', late(6), 5, { alone: 5, rests: [['lin', 1, 1]] }],
  [
    'those of the rest that are not late are not called late',
    [...late(2), due('2026-11-22'), due('2026-11-24')],
    1,
    { alone: 1, rests: [['lin', 3, 1]] },
  ],
  [
    'each person has a rest of their own',
    [...late(3), due('2026-11-20', 'cheng'), due('2026-11-20', 'cheng')],
    1,
    {
      alone: 2,
      rests: [
        ['lin', 2, 2],
        ['cheng', 1, 1],
      ],
    },
  ],
  [
    'what was not read is counted',
    [due('2026-11-22', 'lin', { count: 214, late: 200 }), due('2026-11-20', 'lin', { count: 214, late: 200 })],
    5,
    { alone: 2, rests: [['lin', 212, 199]] },
  ],
])('%s', (_, lines, most, expected) => {
  const { alone, rests } = gathered(lines, most, today);
  expect({ alone: alone.length, rests: rests.map(({ assigneeId, count, late }) => [assigneeId, count, late]) }).toEqual(
    expected,
  );
});

test('lines that were counted instead of read stand for as many', () => {
  const several = (on: string, alike: number) => ({ ...due(on), alike });
  const lines = [several('2021-07-02', 3), several('2026-11-22', 2), several('2026-11-23', 1)];
  const { alone, rests } = gathered(lines, 5, today);
  expect(alone).toEqual(lines.slice(0, 2));
  expect(linesIn(alone)).toBe(5);
  expect(rests.map(({ count, late, alone }) => [count, late, alone])).toEqual([[1, 0, { count: 5, late: 3 }]]);
});

test('the order given decides which stand alone', () => {
  const lines = [due('2026-11-25'), due('2026-11-23'), due('2021-07-02')];
  expect(gathered(lines, 2, today).alone).toEqual(lines.slice(0, 2));
});

test('what remains follows the last of those that stand alone', () => {
  const lines = [due('2026-11-25'), due('2026-11-23'), due('2021-07-02')];
  expect(gathered(lines, 2, today).rests[0]?.after).toEqual(instantOn(day('2026-11-25'), 1_080));
  expect(gathered(lines, 0, today).rests[0]?.after).toBeUndefined();
});
