import { type Day, instantOn } from '@yilu/platform/contract';
import { readCalendar, setCalendar, setSpecialDay } from '@yilu/settings/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRegister, registerCompliance } from '../contract/index.ts';
import { openSalesOffice, type SalesOffice } from './sales-office.ts';

// DOS-01 over the Spring Festival of 2026: holidays 15 to 23 February, moved working days 14 and 28 February (norms §13.1).

let office: SalesOffice;
beforeAll(async () => {
  office = await openSalesOffice();
});
afterAll(() => office.house.close());

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const at = (on: string, clock: string) => instantOn(on as Day, minutesOf(clock));

let callers = 0;
async function dueAfterCall(on: string, clock: string): Promise<Date> {
  const { house, here, consultant } = office;
  house.setClock(at(on, clock).toISOString());
  const register = await consultant.ask(createRegister, {
    projectId: here,
    kind: 'CALL_IN',
    contactedAt: at(on, clock),
    form: { name: `拜年的第 ${++callers} 位` },
    keepOpen: true,
  });
  return register.dueAt;
}

test('a sales office that works through the festival has its usual deadline on every day of it', async () => {
  expect(await dueAfterCall('2026-02-17', '10:00')).toEqual(at('2026-02-17', '18:00'));
  expect(await dueAfterCall('2026-02-28', '10:00')).toEqual(at('2026-02-28', '18:00'));
});

test('where the office is closed all day, whoever takes the call has until midnight; on a short day until it closes', async () => {
  const administrator = office.house.as('administrator');
  const special = (day: string, periods: { from: number; to: number }[]) =>
    administrator.ask(setSpecialDay, { kind: 'sales', nodeId: office.here, day: day as Day, periods, note: '春节' });
  await special('2026-02-16', []);
  await special('2026-02-18', [{ from: 600, to: 960 }]);
  expect(await dueAfterCall('2026-02-16', '10:00')).toEqual(at('2026-02-17', '00:00'));
  expect(await dueAfterCall('2026-02-16', '23:59')).toEqual(at('2026-02-17', '00:00'));
  expect(await dueAfterCall('2026-02-18', '15:59')).toEqual(at('2026-02-18', '16:00'));
  expect(await dueAfterCall('2026-02-18', '16:00')).toEqual(at('2026-02-19', '00:00'));
  office.house.setClock(at('2026-02-16', '20:00').toISOString());
  const { all } = await administrator.ask(registerCompliance, { from: '2026-02-16' as Day, to: '2026-02-16' as Day });
  expect(all).toMatchObject({ open: 2, missing: 0 });
});

test('an office that follows the holidays works on the moved days, and on them the day has its usual deadline', async () => {
  const administrator = office.house.as('administrator');
  const { version } = await administrator.ask(readCalendar, { kind: 'sales', nodeId: office.here });
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((each) => (each > 5 ? [] : [{ from: 540, to: 1_050 }]));
  const hours = { week: weekdays as never, followsHolidays: true };
  await administrator.ask(setCalendar, { kind: 'sales', nodeId: office.here, version, ...hours });
  for (const [on, due] of [
    ['2026-02-14', at('2026-02-14', '17:30')],
    ['2026-02-20', at('2026-02-21', '00:00')],
    ['2026-02-23', at('2026-02-24', '00:00')],
    ['2026-02-24', at('2026-02-24', '17:30')],
    ['2026-02-28', at('2026-02-28', '17:30')],
    ['2026-03-01', at('2026-03-02', '00:00')],
  ] as const)
    expect([on, await dueAfterCall(on, '10:00')]).toEqual([on, due]);
});
