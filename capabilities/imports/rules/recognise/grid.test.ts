import { expect, test } from 'vitest';
import type { Cell, Row } from '../../contract/cell.ts';
import { recogniseSheet } from './sheet.ts';

const remarkOf = (...lines: readonly (readonly Cell[])[]) =>
  recogniseSheet(
    '3栋',
    lines.map((cells, at): Row => ({ number: at + 1, cells })),
    [],
  ).map(({ kind, remark }) => [kind, remark]);

test('a plan of a building with a name in each cell is told as one', () => {
  expect(
    remarkOf(
      ['楼层', '1单元', null, '2单元', null],
      [null, '01', '02', '01', '02'],
      ['3F', '张伟', '李娜', '王强', '空置'],
      ['2F', '陈明', '孙丽', '周杰', '吴敏'],
    ),
  ).toEqual([['ignored', 'grid']]);
});

test('so is one of what is sold, with floors as numbers', () => {
  expect(remarkOf(['房号', '01', '02'], [12, '已售', '待售'], [11, '认购', '已售'], [10, '保留', '待售'])).toEqual([
    ['ignored', 'grid'],
  ]);
});

test('a list with running numbers is none', () => {
  expect(remarkOf(['序号', '物品', '位置'], [1, '灭火器', '大堂'], [2, '水泵', '地库'])).not.toEqual([
    ['ignored', 'grid'],
  ]);
});
