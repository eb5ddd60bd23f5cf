import { day } from '@yilu/platform/contract';
import { inTransaction, newId } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { addWorkingMinutes, closingTimeOn, isWorkingDay } from '@yilu/settings/rules';
import { settings, siteCalendar } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  calendarMonth,
  enterPublicDays,
  readCalendar,
  readPublicYear,
  removePublicDay,
  removeSpecialDay,
  resetCalendar,
  setCalendar,
  setSpecialDay,
} from '../contract/index.ts';

let house: House;
let site: string;
let neighbour: string;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings], at: '2026-11-20T02:00:00Z' });
  site = await house.project('东岸');
  neighbour = await house.project('西岸');
});
afterAll(() => house.close());

const morning = { from: 540, to: 720 };
const evening = { from: 780, to: 1_230 };
const everyDay = Array.from({ length: 7 }, () => [morning, evening]);
const calendarOf = (kind: 'sales' | 'service' | 'office', projectId = site) =>
  inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'x' }, (work) =>
    siteCalendar(work, { projectId, kind }),
  );

/** The notice of the State Council of 4 November 2025 (norms §13.1). */
test('the public days of 2026 are those of the notice', async () => {
  const { known, days } = await house.as('administrator').ask(readPublicYear, { year: 2026 });
  const of = (kind: string) => days.filter((on) => on.kind === kind).map(({ day: on }) => on.slice(5));
  const range = (month: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => `${month}-${String(from + at).padStart(2, '0')}`);
  expect(known).toBe(true);
  expect(of('MAKE_UP')).toEqual(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']);
  expect(of('HOLIDAY')).toEqual([
    ...range('01', 1, 3),
    ...range('02', 15, 23),
    ...range('04', 4, 6),
    ...range('05', 1, 5),
    ...range('06', 19, 21),
    ...range('09', 25, 27),
    ...range('10', 1, 7),
  ]);
});

test('a year without a notice has the thirteen statutory days, says so, and stops saying so once days are entered', async () => {
  const administrator = house.as('administrator');
  const before = await administrator.ask(readPublicYear, { year: 2027 });
  expect(before.known).toBe(false);
  expect(before.days.map(({ day: on }) => on)).toEqual([
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
    '2027-02-08',
    '2027-04-05',
    '2027-05-01',
    '2027-05-02',
    '2027-06-09',
    '2027-09-15',
    '2027-10-01',
    '2027-10-02',
    '2027-10-03',
  ]);
  const entered = await administrator.ask(enterPublicDays, {
    year: 2027,
    days: [{ day: day('2027-02-20'), kind: 'MAKE_UP', name: '春节' }],
  });
  expect(entered.known).toBe(true);
  expect(entered.days.find(({ day: on }) => on === '2027-02-20')).toMatchObject({ kind: 'MAKE_UP', entered: true });
  expect(isWorkingDay(await calendarOf('office'), day('2027-02-20'))).toBe(true);
  const removed = await administrator.ask(removePublicDay, { year: 2027, day: day('2027-02-20') });
  expect(removed.known).toBe(false);
  const stray = { year: 2027, days: [{ day: day('2026-02-20'), kind: 'MAKE_UP' as const, name: '' }] };
  expect((await administrator.refused(enterPublicDays, stray)).status).toBe(422);
});

test('a site keeps its own hours with several periods a day, until it follows the group again', async () => {
  const manager = house.as({ role: 'salesSiteManager', projects: [site] });
  const shipped = await manager.ask(readCalendar, { kind: 'sales', nodeId: site });
  expect(shipped.from).toBeUndefined();
  const set = await manager.ask(setCalendar, {
    kind: 'sales',
    nodeId: site,
    week: everyDay,
    followsHolidays: false,
    version: 0,
  });
  expect(set).toMatchObject({ from: { nodeId: site }, version: 1 });
  const stale = { kind: 'sales', nodeId: site, week: everyDay, followsHolidays: true, version: 0 } as const;
  expect((await manager.refused(setCalendar, stale)).status).toBe(409);

  const calendar = await calendarOf('sales');
  expect(closingTimeOn(calendar, day('2026-11-22'))).toBe(1_230);
  expect(addWorkingMinutes(calendar, new Date('2026-11-21T12:00:00Z'), 60)).toEqual(new Date('2026-11-22T01:30:00Z'));
  expect(closingTimeOn(await calendarOf('sales', neighbour), day('2026-11-22'))).toBe(1_080);

  const followed = await manager.ask(resetCalendar, { kind: 'sales', nodeId: site });
  expect(followed.from).toBeUndefined();
});

test('hours of a company hold for its projects', async () => {
  const [group] = await house.sql<{ id: string }>("select id from company_node where kind = 'group'");
  const groupId = group?.id ?? newId();
  await house
    .as('administrator')
    .ask(setCalendar, { kind: 'service', nodeId: groupId, week: everyDay, followsHolidays: false, version: 0 });
  const atSite = await house.as('propertyManager').ask(readCalendar, { kind: 'service', nodeId: site });
  expect(atSite).toMatchObject({ from: { nodeId: groupId }, version: 0, week: everyDay });
});

test('one day may be arranged apart: late for an opening, or closed', async () => {
  const manager = house.as({ role: 'salesSiteManager', projects: [site] });
  await manager.ask(setSpecialDay, {
    kind: 'sales',
    day: day('2026-11-28'),
    nodeId: site,
    periods: [{ from: 540, to: 1_320 }],
    note: '开盘',
  });
  await manager.ask(setSpecialDay, { kind: 'sales', day: day('2026-11-29'), nodeId: site, periods: [], note: '休整' });
  const { days, known } = await manager.ask(calendarMonth, { kind: 'sales', month: '2026-11', nodeId: site });
  expect(known).toBe(true);
  expect(days).toHaveLength(30);
  expect(days[27]).toMatchObject({ day: '2026-11-28', closesAt: 1_320, special: '开盘' });
  expect(days[28]).toMatchObject({ periods: [], special: '休整' });
  await manager.ask(removeSpecialDay, { kind: 'sales', day: day('2026-11-29'), nodeId: site });
  expect(isWorkingDay(await calendarOf('sales'), day('2026-11-29'))).toBe(true);
});

test('hours that overlap, a week without work and the neighbour are refused', async () => {
  const manager = house.as({ role: 'salesSiteManager', projects: [site] });
  const overlapping = Array.from({ length: 7 }, () => [
    { from: 540, to: 800 },
    { from: 720, to: 1_080 },
  ]);
  const never = Array.from({ length: 7 }, () => []);
  const to = { kind: 'sales', followsHolidays: false, version: 0 } as const;
  expect((await manager.refused(setCalendar, { ...to, nodeId: site, week: overlapping })).status).toBe(422);
  expect((await manager.refused(setCalendar, { ...to, nodeId: site, week: never })).status).toBe(422);
  expect((await manager.refused(setCalendar, { ...to, nodeId: neighbour, week: everyDay })).status).toBe(404);
  expect((await manager.refused(enterPublicDays, { year: 2027, days: [] })).status).toBe(403);
  const local = house.as({ role: 'administrator', projects: [site] });
  expect((await local.refused(enterPublicDays, { year: 2027, days: [] })).code).toBe('settings.group_decides');
});

test('of two who give a site its hours at once, one is told', async () => {
  const administrator = house.as('administrator');
  const nodeId = await house.project('双击湾');
  const hours = { kind: 'office', nodeId, week: everyDay, version: 0 } as const;
  // Each on a connection that is open already, so that they meet.
  await Promise.all([1, 2, 3].map(() => administrator.ask(readCalendar, { kind: 'office' })));
  const answers = await Promise.all(
    [true, false, true].map((followsHolidays) => administrator.exchange(setCalendar, { ...hours, followsHolidays })),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
});
