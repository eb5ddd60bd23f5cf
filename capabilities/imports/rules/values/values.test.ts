import { expect, test } from 'vitest';
import type { Cell } from '../../contract/cell.ts';
import { readDay, readMoment } from './day.ts';
import { readAmount, readArea, readAreaRange, readBudget, readDiscount, readFloor } from './money.ts';
import { readAge, readId, readSex } from './person.ts';
import { readPhones } from './phone.ts';
import type { Reading } from './reading.ts';
import { readPlaces } from './room.ts';

/** The value, `absent`, or the reason's code. */
const said = (reading: Reading<unknown>) =>
  reading.state === 'value' ? reading.value : reading.state === 'absent' ? 'absent' : reading.reason.code;

test.each<[Cell, string]>([
  ['2025-05-02', '2025-05-02'],
  ['2025/5/2', '2025-05-02'],
  ['2025.5.2', '2025-05-02'],
  ['2025年5月2日', '2025-05-02'],
  ['２０２５年５月２日', '2025-05-02'],
  ['20250502', '2025-05-02'],
  [20250502, '2025-05-02'],
  [45822, '2025-06-14'],
  ['45822', '2025-06-14'],
  [{ day: '2025-06-14' }, '2025-06-14'],
  ['2025-05-02 14:30:00', '2025-05-02'],
  ['2024-02-29', '2024-02-29'],
  ['2025-02-29', 'imports.no_such_day'],
  ['2025-02-30', 'imports.no_such_day'],
  ['2025-13-01', 'imports.no_such_day'],
  ['下周', 'imports.not_a_date'],
  [12, 'imports.not_a_date'],
  ['', 'absent'],
  [null, 'absent'],
  ['无', 'absent'],
  ['0000-00-00', 'absent'],
])('the date %j reads as %s', (cell, expected) => {
  expect(said(readDay(cell))).toBe(expected);
});

test.each<[Cell, number | undefined]>([
  ['2025-05-02 14:30', 870],
  ['2025年5月2日 9时05分', 545],
  [45822.5, 720],
  [{ day: '2025-06-14', time: '10:15:00' }, 615],
  ['2025-05-02', undefined],
])('the moment %j is %s minutes after midnight', (cell, minutes) => {
  const read = readMoment(cell);
  expect(read.state === 'value' && read.value.minutes).toBe(minutes);
});

test.each<[Cell, string[][], string[]]>([
  ['13800138001', [['13800138001']], []],
  [13800138001, [['13800138001']], []],
  ['138 0013 8001', [['13800138001']], []],
  ['138-0013-8001', [['13800138001']], []],
  ['+86-13800138001', [['13800138001']], []],
  ['+86 138 0013 8001', [['13800138001']], []],
  ['１３８００１３８００１', [['13800138001']], []],
  ['13800138001/13900139002', [['13800138001', '13900139002']], []],
  ['13800138001、13900139002', [['13800138001', '13900139002']], []],
  ['13800138001,13900139002', [['13800138001', '13900139002']], []],
  ['13800138001 13900139002', [['13800138001', '13900139002']], []],
  ['13800138001；13900139002', [['13800138001'], ['13900139002']], []],
  ['13800138001/13900139002;13700137003', [['13800138001', '13900139002'], ['13700137003']], []],
  ['手机：13800138001（本人）', [['13800138001']], []],
  ['18999999999', [], ['imports.phone_placeholder']],
  ['1380013800', [], ['imports.phone_wrong_length']],
  ['1.38001E+10', [], ['imports.phone_lost_digits']],
  ['问前台', [], ['imports.phone_not_a_number']],
  ['13800138001/1380', [['13800138001']], ['imports.phone_wrong_length']],
  ['无', [], []],
  [null, [], []],
])('the phones %j are %j', (cell, groups, problems) => {
  const read = readPhones(cell);
  expect(read.groups).toEqual(groups);
  expect(read.problems.map(({ code }) => code)).toEqual(problems);
});

test.each<[Cell, string]>([
  ['男', 'male'],
  ['女', 'female'],
  [1, 'male'],
  [2, 'female'],
  ['先生', 'male'],
  ['女士', 'female'],
  ['Ｍ', 'male'],
  ['未知', 'absent'],
  [0, 'absent'],
  ['甲', 'imports.sex_unknown'],
])('the sex %j is %s', (cell, sex) => {
  expect(said(readSex(cell))).toBe(sex);
});

test.each<[Cell, string | number]>([
  [46, 46],
  ['46岁', 46],
  [1, 'absent'],
  [0, 'absent'],
  ['四十', 'imports.not_a_number'],
  [300, 'imports.not_a_number'],
])('the age %j is %s', (cell, age) => {
  expect(said(readAge(cell))).toBe(age);
});

test.each<[Cell, string]>([
  ['440301199908181311', 'value'],
  ['44030119790623621x', 'value'],
  ['440301199908181312', 'imports.id_check_digit'],
  ['111111111111111111', 'absent'],
  [440301199908181300, 'imports.id_lost_digits'],
  ['12345', 'imports.id_not_understood'],
  ['E12345678', 'value'],
])('the ID %j is %s', (cell, expected) => {
  const read = said(readId(cell));
  expect(typeof read === 'object' ? 'value' : read).toBe(expected);
});

test.each<[Cell, string, number | string]>([
  ['¥1,234,567.80', '总价', 123_456_780],
  ['￥6,501,541.08', '', 650_154_108],
  [6634225.59, '', 663_422_559],
  ['520', '总价（万元）', 520_000_000],
  ['663.42万', '', 663_420_000],
  ['1.2亿', '', 12_000_000_000],
  ['0.1', '', 10],
  ['0.005', '', 1],
  ['面议', '', 'imports.not_an_amount'],
  ['', '', 'absent'],
])('the amount %j under the heading %j is %s fen', (cell, heading, fen) => {
  expect(said(readAmount(cell, heading))).toBe(fen);
});

test.each<[Cell, object | string]>([
  ['300-400万', { fromFen: 300_000_000, toFen: 400_000_000 }],
  ['300～400万', { fromFen: 300_000_000, toFen: 400_000_000 }],
  [520, { fromFen: 520_000_000, toFen: 520_000_000 }],
  ['6,500,000', { fromFen: 650_000_000, toFen: 650_000_000 }],
  ['300万以上', { fromFen: 300_000_000 }],
  ['400万以内', { toFen: 400_000_000 }],
  ['约500万', { fromFen: 500_000_000, toFen: 500_000_000 }],
  ['看情况', 'imports.not_an_amount'],
])('the budget %j is %j', (cell, range) => {
  expect(said(readBudget(cell))).toEqual(range);
});

test.each<[Cell, number | string]>([
  ['98折', 0.98],
  ['9.8折', 0.98],
  [0.98, 0.98],
  ['98%', 0.98],
  [98, 0.98],
  [1, 1],
  ['', 'absent'],
  ['很多', 'imports.not_a_discount'],
])('the discount %j leaves %s', (cell, share) => {
  expect(said(readDiscount(cell))).toBe(share);
});

test.each<[Cell, number | string]>([
  ['119.47', 119.47],
  ['119.47㎡', 119.47],
  [0, 'absent'],
  [1, 'absent'],
  ['很大', 'imports.not_an_area'],
  [0.004, 'imports.not_an_area'],
])('the area %j is %s', (cell, area) => {
  expect(said(readArea(cell))).toBe(area);
});

test('wanted areas are ranges', () => {
  expect(said(readAreaRange('90-110'))).toEqual({ from: 90, to: 110 });
  expect(said(readAreaRange(125))).toEqual({ from: 125, to: 125 });
});

test.each<[Cell, Cell, Cell, object | string]>([
  ['6栋', '2单元', '1002', { building: '6', unit: '2', number: '1002' }],
  [1, 1, 1011, { building: '1', unit: '1', number: '1011' }],
  ['六号楼', '二单元', '1002室', { building: '6', unit: '2', number: '1002' }],
  ['东1栋', '东单元', '101', { building: '东1', unit: '东', number: '101' }],
  ['3栋2单元', null, '1203', { building: '3', unit: '2', number: '1203' }],
  ['3栋', null, '2-1203', { building: '3', unit: '2', number: '1203' }],
  ['3栋', '2单元', '3-2-1203', { building: '3', unit: '2', number: '1203' }],
  ['3栋', null, '5栋1203', 'imports.room_contradicts_building'],
  ['3栋', '2单元', '5-1-1203', 'imports.room_contradicts_building'],
  [null, null, '3栋2单元1203', { building: '3', unit: '2', number: '1203' }],
  [null, null, '3-2-1203', { building: '3', unit: '2', number: '1203' }],
  [null, null, '3#1203', { building: '3', number: '1203' }],
  [null, null, '01幢0101室', { building: '1', number: '101' }],
  [null, null, 'A1201', { building: 'A', number: '1201' }],
  [null, null, 'B101', 'imports.room_lacks_building'],
  [null, null, '商铺S-12', { kind: 'SHOP', number: 'S-12' }],
  [null, null, '车位B2-033', { kind: 'PARKING_SPACE', number: 'B2-033' }],
  [null, null, '别墅12号', { number: '12' }],
  [null, null, '1栋1单元101室（东户）', { building: '1', unit: '1', number: '101' }],
  [null, null, '1203', 'imports.room_lacks_building'],
  [null, null, '待定', 'absent'],
  [null, null, '不知道在哪', 'imports.room_not_understood'],
  ['3栋', '2单元', null, 'absent'],
])('building %j, unit %j and room %j are %j', (building, unit, room, expected) => {
  const read = readPlaces({ building, unit, room });
  expect(read.state === 'value' ? read.value : said(read)).toEqual(
    typeof expected === 'string' ? expected : [expected],
  );
});

test.each<[Cell, object[]]>([
  [
    '1-1-101、102',
    [
      { building: '1', unit: '1', number: '101' },
      { building: '1', unit: '1', number: '102' },
    ],
  ],
  [
    '1-1-101/1-1-102',
    [
      { building: '1', unit: '1', number: '101' },
      { building: '1', unit: '1', number: '102' },
    ],
  ],
  [
    '1栋101；2栋202',
    [
      { building: '1', number: '101' },
      { building: '2', number: '202' },
    ],
  ],
  [
    '3-2-1203+车位B1-023',
    [
      { building: '3', unit: '2', number: '1203' },
      { kind: 'PARKING_SPACE', number: 'B1-023' },
    ],
  ],
  ['3/2/1203', [{ building: '3', unit: '2', number: '1203' }]],
])('%j names %j', (room, expected) => {
  expect(said(readPlaces({ building: null, unit: null, room }))).toEqual(expected);
});

test('a line above says the building of the rooms below', () => {
  const within = { building: '3', unit: '2' };
  expect(said(readPlaces({ building: null, unit: null, room: 101 }, within))).toEqual([
    { building: '3', unit: '2', number: '101' },
  ]);
  expect(said(readPlaces({ building: null, unit: null, room: '1-101' }, { building: '3' }))).toEqual([
    { building: '3', unit: '1', number: '101' },
  ]);
});

test('what a title says of all rows gives way to what a row says itself', () => {
  const read = readPlaces({ building: null, unit: null, room: '5-2-1203' }, { building: '3', unit: '1' });
  expect(said(read)).toEqual([{ building: '5', unit: '2', number: '1203' }]);
});

test.each<[Cell, number | string]>([
  ['12层', 12],
  ['12F', 12],
  ['B2', -2],
  ['负一层', -1],
  ['十二层', 12],
  [-1, -1],
  ['高区', 'imports.not_a_number'],
])('the floor %j is %s', (cell, floor) => {
  expect(said(readFloor(cell))).toBe(floor);
});
