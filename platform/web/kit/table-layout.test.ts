import { expect, test } from 'vitest';
import {
  arranged,
  type Column,
  moved,
  movedBefore,
  nextSort,
  rangeOf,
  resized,
  shippedLayout,
  toggled,
} from './table-layout.ts';

const column = (key: string, more: Partial<Column<unknown>> = {}): Column<unknown> => ({
  key,
  title: key,
  width: 100,
  cell: () => key,
  ...more,
});
const columns = [
  column('name', { fixed: true }),
  column('room'),
  column('phone'),
  column('note', { hiddenAtFirst: true }),
];
const shipped = shippedLayout(columns);
const keys = (layout = shipped) => arranged(columns, layout).map(({ key }) => key);

test('columns appear as shipped until somebody changes them', () => {
  expect(keys()).toEqual(['name', 'room', 'phone']);
  expect(keys(toggled(shipped, 'note'))).toEqual(['name', 'room', 'phone', 'note']);
  expect(keys(toggled(shipped, 'room'))).toEqual(['name', 'phone']);
});

test('columns move, but the name stays first', () => {
  expect(keys(moved(shipped, 'phone', -1))).toEqual(['name', 'phone', 'room']);
  expect(keys(movedBefore(shipped, 'phone', 'name'))).toEqual(['name', 'phone', 'room']);
  expect(keys(moved(shipped, 'note', 1))).toEqual(keys());
});

test('a column that an upgrade adds is seen without resetting the layout', () => {
  const old = { order: ['name', 'phone', 'room'], hidden: [], widths: {} };
  expect(arranged([...columns, column('new')], old).map(({ key }) => key)).toContain('new');
});

test('widths stay within reason', () => {
  expect(resized(shipped, 'room', 3).widths.room).toBe(48);
  expect(resized(shipped, 'room', 9_999).widths.room).toBe(640);
});

test('a head sorts up, down, then not at all', () => {
  const up = nextSort(undefined, 'room');
  const down = nextSort(up, 'room');
  expect([up?.direction, down?.direction, nextSort(down, 'room')]).toEqual(['ascending', 'descending', undefined]);
});

test('shift takes everything between two rows, in either direction', () => {
  expect(rangeOf(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['b', 'c', 'd']);
  expect(rangeOf(['a', 'b'], 'gone', 'b')).toEqual(['b']);
});
