import { day } from '@yilu/platform/contract';
import { expect, test } from 'vitest';
import {
  innerLargerThanGross,
  type MilestoneKind,
  milestoneAhead,
  milestoneTwice,
  type SalesState,
} from '../contract/index.ts';
import { codeOf, displayCodeOf, displayNameOf, sortKeyOf } from './codes.ts';
import { doorOf, floorOfDoor, roomsToGenerate } from './floors.ts';
import { layoutName, parseFitOut, parseLayout, parseOrientation, parseRoomKind } from './layout.ts';
import { mergeFacts } from './merge-facts.ts';
import { refusalOfAreas, refusalToRecord, salesStateWithout, stageOf } from './stage.ts';

test.each([
  ['3室2厅2卫1厨', { bedrooms: 3, livingRooms: 2, bathrooms: 2, kitchens: 1 }],
  ['三室两厅一卫', { bedrooms: 3, livingRooms: 2, bathrooms: 1 }],
  ['3房2厅', { bedrooms: 3, livingRooms: 2 }],
  ['３房２厅２卫', { bedrooms: 3, livingRooms: 2, bathrooms: 2 }],
  ['四居', { bedrooms: 4 }],
  ['3+1房2厅2卫', { bedrooms: 4, livingRooms: 2, bathrooms: 2 }],
  ['3/2/2/1', { bedrooms: 3, livingRooms: 2, bathrooms: 2, kitchens: 1 }],
  ['A户型 2室1厅', { bedrooms: 2, livingRooms: 1 }],
  ['一居室', { bedrooms: 1 }],
  ['LOFT', { bedrooms: 1 }],
  ['B1户型', undefined],
  // An area or the name of a type before the first figure is no part of it.
  ['89㎡三房', { bedrooms: 3 }],
  ['89㎡3房2厅', { bedrooms: 3, livingRooms: 2 }],
  ['建面约110平米四室两厅', { bedrooms: 4, livingRooms: 2 }],
  ['A1三室两厅', { bedrooms: 3, livingRooms: 2 }],
  ['A13室2厅', { bedrooms: 3, livingRooms: 2 }],
  ['A2 3室2厅2卫', { bedrooms: 3, livingRooms: 2, bathrooms: 2 }],
  ['户型35 三室', { bedrooms: 3 }],
  ['3 室 2 厅', { bedrooms: 3, livingRooms: 2 }],
  ['55室1厅', undefined],
  ['', undefined],
])('layout %s', (text, expected) => {
  expect(parseLayout(text)).toEqual(expected);
});

test('a layout is printed as people write it', () => {
  expect(layoutName({ bedrooms: 3, livingRooms: 2, bathrooms: 2, kitchens: 1 })).toBe('3室2厅2卫1厨');
  expect(layoutName({ bedrooms: 2 })).toBe('2室');
});

test.each([
  ['南', 'S'],
  ['朝东南', 'SE'],
  ['南北通透', 'NS'],
  ['坐北朝南', 'NS'],
  ['西北向', 'NW'],
  ['东西', 'EW'],
  ['未知', undefined],
])('orientation %s is %s', (text, expected) => {
  expect(parseOrientation(text)).toBe(expected);
});

test('fit-out and room kind are read from words', () => {
  expect([parseFitOut('精装修'), parseFitOut('简装'), parseFitOut('毛坯房'), parseFitOut('')]).toEqual([
    'FITTED_OUT',
    'PARTLY_FITTED_OUT',
    'BARE',
    undefined,
  ]);
  expect([parseRoomKind('地下车位'), parseRoomKind('住宅'), parseRoomKind('底商'), parseRoomKind('储藏间')]).toEqual([
    'PARKING_SPACE',
    'RESIDENCE',
    'SHOP',
    'STORAGE',
  ]);
});

test.each([
  ['1203', { label: '12', floor: 12 }],
  ['803', { label: '8', floor: 8 }],
  ['3A05', { label: '3A', floor: 4 }],
  ['12A03', { label: '12A', floor: 13 }],
  ['12B03', { label: '12B', floor: 14 }],
  ['B101', { label: '-1', floor: -1 }],
  ['10001', { label: '100', floor: 100 }],
  ['8', undefined],
  ['05', undefined],
])('door %s is on floor %o', (number, expected) => {
  expect(floorOfDoor(number)).toEqual(expected);
});

test('doors line up by their last figures', () => {
  expect([doorOf('1203'), doorOf('12A03'), doorOf('803'), doorOf('8')]).toEqual(['03', '03', '03', '8']);
});

test('rooms are generated floor by floor, and skipped floors do not count physically', () => {
  const rooms = roomsToGenerate({ firstFloor: 3, lastFloor: 5, roomsPerFloor: 2, skippedFloors: [4] });
  expect(rooms).toEqual([
    { number: '301', floor: 3, floorLabel: '3' },
    { number: '302', floor: 3, floorLabel: '3' },
    { number: '501', floor: 4, floorLabel: '5' },
    { number: '502', floor: 4, floorLabel: '5' },
  ]);
  const fromBasement = roomsToGenerate({ firstFloor: -1, lastFloor: 1, roomsPerFloor: 1, skippedFloors: [] });
  expect(fromBasement.map(({ number }) => number)).toEqual(['B101', '101']);
  expect(roomsToGenerate({ firstFloor: 5, lastFloor: 3, roomsPerFloor: 2, skippedFloors: [] })).toEqual([]);
});

test('codes follow the norm, and the sort is how people count', () => {
  const place = {
    projectCode: 'XYHY',
    phase: '02',
    building: '8',
    unit: '1',
    number: '1203',
    kind: 'RESIDENCE' as const,
  };
  expect(codeOf(place)).toBe('XYHY-02-08-1-1203');
  expect(displayCodeOf(place)).toBe('8-1-1203');
  expect(displayNameOf(place)).toBe('8栋1单元1203');
  expect(displayNameOf({ building: 'A', number: '1801', kind: 'RESIDENCE' })).toBe('A座1801');
  expect(displayNameOf({ number: 'B1-023', kind: 'PARKING_SPACE' })).toBe('车位B1-023');
  expect(displayCodeOf({ building: '3', number: '101', kind: 'SHOP' })).toBe('3-商铺101');
  const keys = ['10-1-101', '2-1-1001', '2-1-901'].map((code) => {
    const [building = '', unit = '', number = ''] = code.split('-');
    return [sortKeyOf({ building, unit, number, kind: 'RESIDENCE' }), code] as const;
  });
  expect(keys.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, code]) => code)).toEqual([
    '2-1-901',
    '2-1-1001',
    '10-1-101',
  ]);
});

const on = (kind: MilestoneKind, date: string) => ({ kind, reachedOn: day(date) });
test.each<[string, SalesState | undefined, ReturnType<typeof on>[], string]>([
  ['nothing known', undefined, [], 'NOT_FOR_SALE'],
  ['on sale', 'AVAILABLE', [], 'AVAILABLE'],
  ['subscribed by date only', undefined, [on('SUBSCRIBED', '2026-01-01')], 'SUBSCRIBED'],
  ['signed by state only', 'SIGNED', [], 'SIGNED'],
  ['filed counts as signed', 'SUBSCRIBED', [on('FILED', '2026-02-01')], 'SIGNED'],
  ['handed over', 'SIGNED', [on('SIGNED', '2024-01-01'), on('HANDED_OVER', '2026-01-01')], 'HANDED_OVER'],
  ['moved in', 'SIGNED', [on('HANDED_OVER', '2025-01-01'), on('MOVED_IN', '2025-06-01')], 'MOVED_IN'],
  [
    'moved out again',
    'SIGNED',
    [on('HANDED_OVER', '2025-01-01'), on('MOVED_IN', '2025-06-01'), on('MOVED_OUT', '2026-06-01')],
    'HANDED_OVER',
  ],
  ['the sale taken back', 'AVAILABLE', [on('SUBSCRIBED', '2026-01-01'), on('RESCINDED', '2026-02-01')], 'AVAILABLE'],
  ['taken back on the same day', undefined, [on('SIGNED', '2026-02-01'), on('RESCINDED', '2026-02-01')], 'AVAILABLE'],
  ['sold again after that', 'AVAILABLE', [on('RESCINDED', '2026-02-01'), on('SIGNED', '2026-03-01')], 'SIGNED'],
])('stage of a room: %s', (_, state, milestones, expected) => {
  expect(stageOf(state, milestones)).toBe(expected);
});

test.each<[string, SalesState | undefined, ReturnType<typeof on>, ReturnType<typeof on>[], string | undefined]>([
  ['the one before', 'SUBSCRIBED', on('SUBSCRIBED', '2026-02-01'), [on('RESERVED', '2026-01-01')], 'RESERVED'],
  ['nothing before', 'RESERVED', on('RESERVED', '2026-01-01'), [], 'AVAILABLE'],
  ['another of its kind', 'SIGNED', on('SIGNED', '2026-02-01'), [on('FILED', '2026-02-05')], 'SIGNED'],
  [
    'a sale not taken back after all',
    'AVAILABLE',
    on('RESCINDED', '2026-03-01'),
    [on('SIGNED', '2026-02-01')],
    'SIGNED',
  ],
  ['withheld meanwhile', 'NOT_FOR_SALE', on('RESERVED', '2026-01-01'), [], 'NOT_FOR_SALE'],
  ['moved in says nothing of a sale', 'SIGNED', on('MOVED_IN', '2026-02-01'), [], 'SIGNED'],
])('the sales state without a milestone: %s', (_, state, removed, left, expected) => {
  expect(salesStateWithout(state, removed, left)).toBe(expected);
});

test('a milestone is recorded once a day and never ahead', () => {
  const today = day('2026-11-21');
  expect(refusalToRecord([], on('SIGNED', '2026-11-22'), today)).toEqual(milestoneAhead);
  expect(refusalToRecord([], on('SIGNED', '2026-11-21'), today)).toBeUndefined();
  expect(refusalToRecord([on('SIGNED', '2026-11-20')], on('SIGNED', '2026-11-20'), today)).toEqual(milestoneTwice);
  expect(refusalToRecord([on('SIGNED', '2026-11-20')], on('SIGNED', '2026-11-21'), today)).toBeUndefined();
});

test('the inner area is at most the gross area', () => {
  expect(refusalOfAreas({ grossArea: 100, innerArea: 100 })).toBeUndefined();
  expect(refusalOfAreas({ grossArea: 100, innerArea: 100.01 })).toEqual(innerLargerThanGross);
  expect(refusalOfAreas({ innerArea: 80 })).toBeUndefined();
});

test('an import fills what is empty, corrects imports, and leaves what a person entered', () => {
  const here = { layout: '3室2厅', grossArea: 120, bedrooms: 3 };
  const there = { layout: '4室2厅', grossArea: 121, bedrooms: 3, innerArea: 98 };
  expect(mergeFacts(here, ['layout'], there)).toEqual({
    written: { grossArea: 121, innerArea: 98 },
    differences: [{ field: 'layout', here: '3室2厅', there: '4室2厅' }],
  });
  expect(mergeFacts(here, [], {})).toEqual({ written: {}, differences: [] });
});
