import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayCodeOf, displayNameOf } from './codes.ts';
import {
  parseBuilding,
  parsePhase,
  parsePlaceLabel,
  parseRoomNotation,
  parseUnit,
  type RoomNotation,
} from './notation.ts';

test.each<[string, RoomNotation | undefined]>([
  ['3栋2单元1203', { building: '3', unit: '2', number: '1203' }],
  ['3栋2单元1203室', { building: '3', unit: '2', number: '1203' }],
  ['3-2-1203', { building: '3', unit: '2', number: '1203' }],
  ['03-02-1203', { building: '3', unit: '2', number: '1203' }],
  ['３－２－１２０３', { building: '3', unit: '2', number: '1203' }],
  ['3—2—1203', { building: '3', unit: '2', number: '1203' }],
  ['3/2/1203', { building: '3', unit: '2', number: '1203' }],
  [' 3 栋 2 单元 1203 室 ', { building: '3', unit: '2', number: '1203' }],
  ['三栋二单元1203', { building: '3', unit: '2', number: '1203' }],
  ['十二栋一单元803', { building: '12', unit: '1', number: '803' }],
  ['1号楼1单元101', { building: '1', unit: '1', number: '101' }],
  ['1号楼-1单元-101', { building: '1', unit: '1', number: '101' }],
  ['12幢2单元603', { building: '12', unit: '2', number: '603' }],
  ['3#2单元1203', { building: '3', unit: '2', number: '1203' }],
  ['3#楼2单元1203', { building: '3', unit: '2', number: '1203' }],
  ['3#-2-1203', { building: '3', unit: '2', number: '1203' }],
  ['3#1203', { building: '3', number: '1203' }],
  ['3栋1203', { building: '3', number: '1203' }],
  ['3栋-1203', { building: '3', number: '1203' }],
  ['3-1203', { building: '3', number: '1203' }],
  ['3栋2-1203', { building: '3', unit: '2', number: '1203' }],
  ['A座1801', { building: 'A', number: '1801' }],
  ['a座 1801室', { building: 'A', number: '1801' }],
  ['A-1801', { building: 'A', number: '1801' }],
  ['1栋A座1801', { building: '1', unit: 'A', number: '1801' }],
  ['5栋B单元602', { building: '5', unit: 'B', number: '602' }],
  ['3栋2单元12层03室', { building: '3', unit: '2', number: '1203' }],
  ['3栋2单元12层1203室', { building: '3', unit: '2', number: '1203' }],
  ['3号楼12楼1203', { building: '3', number: '1203' }],
  ['3-2-12-03', { building: '3', unit: '2', number: '1203' }],
  ['3栋2单元0803', { building: '3', unit: '2', number: '803' }],
  ['8栋1单元-101', { building: '8', unit: '1', number: '101' }],
  ['8栋1单元负101', { building: '8', unit: '1', number: 'B101' }],
  ['8栋1单元3A05', { building: '8', unit: '1', number: '3A05' }],
  ['8栋1单元12A03', { building: '8', unit: '1', number: '12A03' }],
  ['二期3栋2单元1203', { phase: '02', building: '3', unit: '2', number: '1203' }],
  ['澜山府二期3栋2单元1203', { phase: '02', building: '3', unit: '2', number: '1203', before: '澜山府' }],
  ['2期-3-2-1203', { phase: '02', building: '3', unit: '2', number: '1203' }],
  ['2-8-1-1203', { phase: '02', building: '8', unit: '1', number: '1203' }],
  ['XYHY-02-08-1-1203', { phase: '02', building: '8', unit: '1', number: '1203', before: 'XYHY' }],
  ['阳光花园3栋2单元1203', { building: '3', unit: '2', number: '1203', before: '阳光花园' }],
  ['东区3栋2单元1203', { building: '东区3', unit: '2', number: '1203' }],
  ['东区3-2-1203', { building: '东区3', unit: '2', number: '1203' }],
  ['澜山府西区3栋1203', { building: '西区3', number: '1203', before: '澜山府' }],
  ['梅园3-2-1203', { building: '3', unit: '2', number: '1203', before: '梅园' }],
  ['梅园-3-2-1203', { building: '3', unit: '2', number: '1203', before: '梅园' }],
  ['梅园-3-1203', { building: '3', number: '1203', before: '梅园' }],
  ['东区-3-2-1203', { building: '东区3', unit: '2', number: '1203' }],
  ['A区3-2-1203', { building: 'A区3', unit: '2', number: '1203' }],
  ['A区3栋2单元1203', { building: 'A区3', unit: '2', number: '1203' }],
  ['一组团3-2-1203', { building: '1组团3', unit: '2', number: '1203' }],
  ['三江苑三栋一单元1203', { building: '3', unit: '1', number: '1203', before: '三江苑' }],
  ['东门苑3栋2门301', { building: '3', unit: '2', number: '301', before: '东门苑' }],
  ['2期3-2-1203', { phase: '02', building: '3', unit: '2', number: '1203' }],
  ['LY-3-2-1203', { building: '3', unit: '2', number: '1203', before: 'LY' }],
  ['1203', { number: '1203' }],
  ['1203室', { number: '1203' }],
  ['2单元1203', { unit: '2', number: '1203' }],
  ['3栋10001', { building: '3', number: '10001' }],
  ['1幢1单元1层101号', { building: '1', unit: '1', number: '101' }],
  ['1栋0单元301', { building: '1', number: '301' }],
  ['3栋2门301', { building: '3', unit: '2', number: '301' }],
  ['3栋2梯1203', { building: '3', unit: '2', number: '1203' }],
  ['1栋1单元101室（东户）', { building: '1', unit: '1', number: '101' }],
  ['1区3-2-1203', { building: '1区3', unit: '2', number: '1203' }],
  ['东1栋2单元101', { building: '东1', unit: '2', number: '101' }],
  ['3栋东单元101', { building: '3', unit: '东', number: '101' }],
  ['别墅12号', { number: '12' }],
  ['别墅区12栋', { number: '12' }],
  ['12#别墅', { number: '12' }],
  ['独栋A3', { number: 'A3' }],
  ['梅园别墅12号', { number: '12', before: '梅园' }],
  ['1栋S101铺', { building: '1', number: 'S101' }],
  ['1栋S-101', { building: '1', number: 'S101' }],
  ['1栋S单元101', { building: '1', unit: 'S', number: '101' }],
  ['商铺S-12', { number: 'S-12', kind: 'SHOP' }],
  ['储藏室B1-05', { number: 'B1-05', kind: 'STORAGE' }],
  ['1栋101、2栋202', undefined],
  ['车位B1-023', { number: 'B1-023', kind: 'PARKING_SPACE' }],
  ['地下车位023', { number: '023', kind: 'PARKING_SPACE' }],
  ['B1-023号车位', { number: 'B1-023', kind: 'PARKING_SPACE' }],
  ['商铺S101', { number: 'S101', kind: 'SHOP' }],
  ['3栋商铺101', { building: '3', number: '101', kind: 'SHOP' }],
  ['储藏室12', { number: '12', kind: 'STORAGE' }],
  ['3栋储藏室12', { building: '3', number: '12', kind: 'STORAGE' }],
  ['3-1-101上', { building: '3', unit: '1', number: '101上' }],
  ['3-1-101下', { building: '3', unit: '1', number: '101下' }],
  ['3-1-101（上叠）', { building: '3', unit: '1', number: '101上' }],
  ['3栋1单元下叠101', { building: '3', unit: '1', number: '101下' }],
  ['叠墅3栋上叠', { building: '3', number: '上叠' }],
  ['梅园3栋下叠', { building: '3', number: '下叠', before: '梅园' }],
  ['上叠', { number: '上叠' }],
  ['3-1-101跃', { building: '3', unit: '1', number: '101' }],
  ['1栋1单元跃层2501', { building: '1', unit: '1', number: '2501' }],
  ['1-1-2501（复式）', { building: '1', unit: '1', number: '2501' }],
  ['负一层车位023', { number: 'B1-023', kind: 'PARKING_SPACE' }],
  ['车位-1F-023', { number: 'B1-023', kind: 'PARKING_SPACE' }],
  ['', undefined],
  ['待定', undefined],
  ['张三', undefined],
  ['2026-11-21那天', undefined],
])('%s', (text, expected) => {
  expect(parseRoomNotation(text)).toEqual(expected);
});

test.each([
  ['3栋', '3'],
  ['3#', '3'],
  ['3#楼', '3'],
  ['03', '3'],
  ['三号楼', '3'],
  ['3号', '3'],
  ['12幢', '12'],
  ['二十一栋', '21'],
  ['A座', 'A'],
  ['a', 'A'],
  ['A1栋', 'A1'],
  ['3A栋', '3A'],
  ['东区3栋', '东区3'],
  ['东1栋', '东1'],
  ['西1#', '西1'],
  ['会所', '会所'],
  ['', undefined],
])('building %s is %s', (text, code) => {
  expect(parseBuilding(text)).toEqual(code && { building: code });
});

test.each([
  ['梅园3栋', { before: '梅园', building: '3' }],
  ['浦东1栋', { before: '浦东', building: '1' }],
  ['二期3栋', { phase: '02', building: '3' }],
  ['二期梅园3栋', { phase: '02', before: '梅园', building: '3' }],
  ['澜山府西区3栋', { before: '澜山府', building: '西区3' }],
  ['三江苑三栋', { before: '三江苑', building: '3' }],
])('building %s is %j', (text, building) => {
  expect(parseBuilding(text)).toEqual(building);
});

test.each([
  ['2单元', '2'],
  ['二单元', '2'],
  ['02', '2'],
  ['B单元', 'B'],
  ['东单元', '东'],
  ['甲单元', '甲'],
  ['西', '西'],
  ['', undefined],
  ['0', undefined],
  ['无', undefined],
])('unit %s is %s', (text, code) => {
  expect(parseUnit(text)).toBe(code);
});

test.each([
  ['二期', '02'],
  ['2期', '02'],
  ['第十二期', '12'],
  ['1', '01'],
  ['御湖', '御湖'],
  ['', undefined],
])('phase %s is %s', (text, code) => {
  expect(parsePhase(text)).toBe(code);
});

test.each([
  ['3栋', { building: '3' }],
  ['三号楼一单元', { building: '3', unit: '1' }],
  ['2单元', { unit: '2' }],
  ['一期3栋', { phase: '01', building: '3' }],
  ['东区3栋', { building: '东区3' }],
  ['3', undefined],
  ['1203', undefined],
  ['1-2单元', undefined],
  ['翠竹苑3栋', { before: '翠竹苑', building: '3' }],
  ['张三', undefined],
])('a line %s speaks of %j', (text, place) => {
  expect(parsePlaceLabel(text)).toEqual(place);
});

test('what we print we read back', () => {
  const place = fc.record({
    building: fc.oneof(fc.integer({ min: 1, max: 99 }).map(String), fc.constantFrom('A', 'B', 'C')),
    unit: fc.option(fc.integer({ min: 1, max: 9 }).map(String), { nil: undefined }),
    number: fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 20 }))
      .map(([floor, door]) => `${floor}${String(door).padStart(2, '0')}`),
  });
  fc.assert(
    fc.property(place, ({ building, unit, number }) => {
      const expected = { building, ...(unit && { unit }), number };
      expect(parseRoomNotation(displayCodeOf({ building, unit, number, kind: 'RESIDENCE' }))).toEqual(expected);
      expect(parseRoomNotation(displayNameOf({ building, unit, number, kind: 'RESIDENCE' }))).toEqual(expected);
    }),
  );
});

test('no text breaks the reading', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), (text) => {
      const read = parseRoomNotation(text);
      expect(read === undefined || read.number.length > 0).toBe(true);
    }),
  );
});
