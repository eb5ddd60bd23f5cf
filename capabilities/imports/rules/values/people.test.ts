import { day } from '@yilu/platform/contract';
import { expect, test } from 'vitest';
import type { Cell } from '../../contract/cell.ts';
import { readCareDay } from './care-day.ts';
import { readBirth } from './day.ts';
import { readShares } from './person.ts';
import type { Reading } from './reading.ts';

/** The value, `absent`, or the reason's code. */
const said = (reading: Reading<unknown>) =>
  reading.state === 'value' ? reading.value : reading.state === 'absent' ? 'absent' : reading.reason.code;

test.each<[Cell, number[] | string]>([
  ['50%、50%', [0.5, 0.5]],
  ['50%/50%', [0.5, 0.5]],
  ['1/2', [0.5]],
  ['50/50', [0.5, 0.5]],
  ['60/40', [0.6, 0.4]],
  ['5:5', [0.5, 0.5]],
  ['6：4', [0.6, 0.4]],
  ['各50%', [0.5, 0.5]],
  ['各占1/3', [0.3333, 0.3333, 0.3333]],
  ['单独所有', [1]],
  ['共同共有', 'absent'],
  ['3/2', 'imports.share_not_understood'],
  ['各七成', 'imports.share_not_understood'],
])('the shares %j are %j', (cell, shares) => {
  expect(said(readShares(cell))).toEqual(shares);
});

test.each<[Cell, object | string]>([
  ['1985-05-09', { on: '1985-05-09' }],
  ['1985', { year: 1985 }],
  ['45-03-02', { on: '1945-03-02' }],
  ['05-03-02', { on: '2005-03-02' }],
  ['2045-03-02', 'imports.no_such_day'],
  ['1890-01-01', 'imports.no_such_day'],
  ['2985-05-09', 'imports.no_such_day'],
  ['2045', 'imports.no_such_day'],
])('born %j is %j in 2026', (cell, born) => {
  expect(said(readBirth(cell, day('2026-11-21')))).toEqual(born);
});

test.each<[Cell, object | string]>([
  ['5.20', { calendar: 'solar', month: 5, dayOfMonth: 20 }],
  [5.25, { calendar: 'solar', month: 5, dayOfMonth: 25 }],
  [5.8, { calendar: 'solar', month: 5, dayOfMonth: 8 }],
  // A spreadsheet keeps 5.20 as 5.2, and nobody knows which was meant.
  [5.2, 'imports.not_a_date'],
  [10.1, 'imports.not_a_date'],
])('the care day %j is %j', (cell, expected) => {
  expect(said(readCareDay(cell))).toEqual(expected);
});
