import { day } from '@yilu/platform/contract';
import { expect, test } from 'vitest';
import type { Cell } from '../../contract/cell.ts';
import type { MappedColumn } from '../../contract/read-row.ts';
import { readRow } from './read-row.ts';

const columns: readonly MappedColumn[] = [
  { column: 0, heading: '业主姓名', field: 'name' },
  { column: 1, heading: '联系电话', field: 'phone' },
  { column: 2, heading: '房号', field: 'room' },
];

test.each<[string, Cell, string[][]]>([
  ['张三', '13800138001/13900139002', [['13800138001', '13900139002']]],
  ['张三、李四', '13800138001;13900139002', [['13800138001'], ['13900139002']]],
  ['张三/李四', '13800138001/13900139002', [['13800138001'], ['13900139002']]],
  ['张三、李四', '13800138001、13900139002', [['13800138001'], ['13900139002']]],
  ['张三、李四', '13800138001', [['13800138001'], []]],
  ['张三、李四', '13800138001、13900139002、13700137003', [['13800138001', '13900139002', '13700137003'], []]],
  ['张三、李四', '13800138001（李四）、13900139002（张三）', [['13900139002'], ['13800138001']]],
])('of %s with the phones %j each has %j', (name, phone, expected) => {
  const row = readRow(
    { number: 2, cells: [name, phone, '3-2-1203'] },
    { kind: 'owners', columns, today: day('2026-11-21') },
  );
  expect(row.people.map(({ phones }) => phones)).toEqual(expected);
});
