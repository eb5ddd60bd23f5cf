import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../../contract/cell.ts';
import { matchHeading } from './heading.ts';
import { sortOfRow } from './row-sort.ts';
import { recogniseSheet } from './sheet.ts';
import { findTables } from './table.ts';

test.each([
  ['客户姓名', 'name'],
  ['客户姓名*', 'name'],
  ['联系电话（必填）', 'phone'],
  ['所有客户手机号', 'phone'],
  ['推荐人联系电话', 'referrerPhone'],
  ['紧急联系人电话', 'emergencyPhone'],
  ['紧急联系人', 'emergencyContact'],
  ['买受人证件号', 'idNumber'],
  ['领房时间', 'handedOverOn'],
  ['放户日期', 'handedOverOn'],
  ['知晓途径', 'source'],
  ['购房动机', 'motive'],
  ['商机级别', 'grade'],
  ['楼宇号', 'building'],
  ['户名称', 'room'],
  ['房屋编码', 'room'],
  ['意向总价(万)', 'budget'],
  ['协议总价', 'agreedPrice'],
  ['cstName', 'name'],
  ['mobileTel', 'phone'],
  ['车类型（9901 家用小汽车）', 'vehicleKind'],
  ['联系电话2', 'phone'],
  ['费用编号', undefined],
  ['房屋费用', undefined],
  ['推荐人证件号码', undefined],
])('the heading %s means %s', (heading, field) => {
  expect(matchHeading(heading)?.field).toBe(field);
});

const rows = (...cells: (string | number | null)[][]): Row[] =>
  cells.map((row, at) => ({ number: at + 1, cells: row }));
const owners = [
  ['姓名', '手机号', '房号', '身份证号'],
  ['张三', '13800138001', '3-2-1203', '440301199908181311'],
  ['李四', '13800138002', '3-2-1204', ''],
  ['王五', '13800138003', '3-2-1205', ''],
];

test('columns are recognised in any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
      const [found] = recogniseSheet('表1', rows(...owners.map((row) => order.map((at) => row[at] ?? null))), []);
      expect(found?.kind).toBe('owners');
      expect(found?.columns.map(({ field }) => field)).toEqual(
        order.map((at) => ['name', 'phone', 'room', 'idNumber'][at]),
      );
    }),
  );
});

test('a column without a telling heading is recognised by its values', () => {
  const [found] = recogniseSheet(
    '表1',
    rows(
      ['姓名', '甲', '房号'],
      ['张三', '13800138001', '1-1'],
      ['李四', '13800138002', '1-2'],
      ['王五', '13800138003', '1-3'],
    ),
    [],
  );
  expect(found?.columns[1]).toMatchObject({ field: 'phone' });
  expect(found?.columns[1]?.confidence).toBeLessThan(0.8);
});

test('a heading whose values contradict it is doubted', () => {
  const [found] = recogniseSheet(
    '表1',
    rows(['姓名', '手机号', '房号'], ['张三', '甲', '1-1'], ['李四', '乙', '1-2'], ['王五', '丙', '1-3']),
    [],
  );
  expect(found?.columns[1]?.confidence).toBeLessThan(0.5);
});

test('titles above, notes beside and totals below do not count', () => {
  const sheet = rows(
    ['业主名单', null, null, null, null, null],
    ['制表日期', '2026-11-01', null, null, null, null],
    ['姓名', '手机号', '房号', null, null, '说明'],
    ['张三', '13800138001', '1-1', null, null, '姓名必须填写'],
    [null, null, null, null, null, '电话必须填写'],
    ['合计', 1, null, null, null, null],
    ['注：以上均为虚构', null, null, null, null, null],
    ['姓名', '手机号', '房号', null, null, null],
    ['李四', null, null, null, null, null],
  );
  const [table] = findTables(sheet, []);
  expect(table?.headerRow).toBe(3);
  expect(table?.above).toEqual(['业主名单', '制表日期', '2026-11-01']);
  const sorts = table
    ? sheet.slice(3).map((row) => sortOfRow(row, { ...table, headings: new Map([...table.headings].slice(0, 3)) }, []))
    : [];
  expect(sorts).toEqual(['data', 'blank', 'total', 'note', 'repeatedHeading', 'data']);
});

test.each<[string, string[], string]>([
  ['房源', ['楼栋', '单元', '房号', '户型', '建筑面积'], 'rooms'],
  ['业主', ['业主姓名', '手机号', '房号', '领房时间'], 'owners'],
  ['资产信息', ['楼号', '单元', '房间', '户型', '房屋类型', '业主名称', '手机号'], 'assets'],
  ['登记', ['客户姓名', '联系电话', '首访日期', '意向级别', '置业顾问'], 'contacts'],
  ['认购', ['协议编号', '房间', '认购日期', '协议总价', '客户名称'], 'deals'],
  ['住户', ['姓名', '与业主关系', '房号', '电话', '入住时间'], 'residents'],
  ['车位', ['车位编码', '停车场', '车牌号', '业主编号'], 'parking'],
  ['费用设置', ['费用编号', '费用类型', '收费项目', '计费单价'], 'ignored'],
])('a sheet %s with %j is %s', (name, headings, kind) => {
  expect(recogniseSheet(name, rows(headings), [])[0]?.kind).toBe(kind);
});
