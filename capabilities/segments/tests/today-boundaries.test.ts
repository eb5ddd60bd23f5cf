import { createRegister } from '@yilu/interactions/contract';
import { day } from '@yilu/platform/contract';
import type { Caller, House } from '@yilu/platform/testing';
import { enterPublicDays, setCalendar, setSpecialDay } from '@yilu/settings/contract';
import { actOnLine, createTask, readToday, type TodayLine } from '@yilu/tasks/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clock, type Day, openDay } from './open-day.ts';

let house: House;
let project: string;
let me: Caller;
let colleague: Caller;
let lead: Day['lead'];
let linesAt: Day['linesAt'];
beforeAll(async () => {
  ({ house, project, me, colleague, lead, linesAt } = await openDay());
});
afterAll(() => house.close());
// Each case alone: of a crowd only the most pressing would stand as lines of their own.
beforeEach(() => house.sql('delete from portfolio_item'));

const isLate = ({ dueAt }: TodayLine, instant: string) => dueAt <= clock(instant);

describe('a dossier below its line', () => {
  test.each<[string, string, readonly string[], string, string | undefined, string | undefined, boolean]>([
    [
      'after two visits nothing is deepened yet',
      '2026-11-01',
      ['2026-11-05', '2026-11-09'],
      '2026-11-09T10:00:00',
      '资料补到 30%',
      '已过期 4 天',
      true,
    ],
    [
      'the third visit opens it with three days of grace',
      '2026-11-01',
      ['2026-11-05', '2026-11-07', '2026-11-09'],
      '2026-11-09T12:00:00',
      '资料补到 70%',
      '还有 3 天',
      false,
    ],
    [
      'the day before',
      '2026-11-01',
      ['2026-11-05', '2026-11-07', '2026-11-09'],
      '2026-11-11T23:59:59',
      '资料补到 70%',
      '还有 1 天',
      false,
    ],
    [
      'its day, a second before closing',
      '2026-11-01',
      ['2026-11-05', '2026-11-07', '2026-11-09'],
      '2026-11-12T17:59:59',
      '资料补到 70%',
      '今天到期',
      false,
    ],
    [
      'its day at closing',
      '2026-11-01',
      ['2026-11-05', '2026-11-07', '2026-11-09'],
      '2026-11-12T18:00:00',
      '资料补到 70%',
      '今天到期',
      true,
    ],
    [
      'over midnight it is a day late',
      '2026-11-01',
      ['2026-11-05', '2026-11-07', '2026-11-09'],
      '2026-11-13T00:00:00',
      '资料补到 70%',
      '已过期 1 天',
      true,
    ],
    ['a day less than a month', '2026-10-10', [], '2026-11-09T23:59:59', undefined, undefined, false],
    ['exactly a month', '2026-10-10', [], '2026-11-10T00:00:00', '资料补到 70%', '还有 3 天', false],
    [
      'the 31st: the month is up on the 30th',
      '2026-10-31',
      [],
      '2026-11-30T09:00:00',
      '资料补到 70%',
      '还有 3 天',
      false,
    ],
    ['the 31st: the last day of grace', '2026-10-31', [], '2026-12-03T09:00:00', '资料补到 70%', '今天到期', false],
    [
      '31 January of a leap year: the 29th',
      '2028-01-31',
      [],
      '2028-02-29T09:00:00',
      '资料补到 70%',
      '还有 3 天',
      false,
    ],
    [
      '31 January of a leap year: not on the 28th',
      '2028-01-31',
      [],
      '2028-02-28T23:59:59',
      undefined,
      undefined,
      false,
    ],
    [
      '29 February: the month is up on 29 March',
      '2028-02-29',
      [],
      '2028-03-29T09:00:00',
      '资料补到 70%',
      '还有 3 天',
      false,
    ],
  ])('%s', async (_, registered, visits, instant, title, left, late) => {
    const [line] = await linesAt(instant, 'dossier', await lead(registered, visits));
    expect([line?.title.zh, line?.why.zh.split('，').at(-1)]).toEqual([title, left]);
    if (line) expect(isLate(line, instant)).toBe(late);
  });
});

describe('a customer about to cool', () => {
  test.each<[string, string, string, string | undefined]>([
    ['six days before', '2026-10-22', '2026-11-16T09:00:00', undefined],
    ['five days before', '2026-10-22', '2026-11-17T00:00:00', '26 天没有互动，再过 5 天将变为降温'],
    ['the day before', '2026-10-22', '2026-11-21T23:59:59', '30 天没有互动，再过 1 天将变为降温'],
    ['exactly a month', '2026-10-22', '2026-11-22T00:00:00', '31 天没有互动，已经降温，再过 61 天将变为沉默'],
    [
      'a day less than three months',
      '2026-10-22',
      '2027-01-21T23:59:59',
      '91 天没有互动，已经降温，再过 1 天将变为沉默',
    ],
    ['exactly three months', '2026-10-22', '2027-01-22T00:00:00', undefined],
    ['the 31st, in a shorter month', '2028-01-31', '2028-02-28T09:00:00', '28 天没有互动，再过 1 天将变为降温'],
    [
      'the 31st, in February of a leap year',
      '2028-01-31',
      '2028-02-29T09:00:00',
      '29 天没有互动，已经降温，再过 61 天将变为沉默',
    ],
  ])('%s', async (_, contact, instant, why) => {
    const lines = await linesAt(instant, 'care', await lead(contact, [contact]));
    expect(lines.map((line) => line.why.zh)).toEqual(why === undefined ? [] : [why]);
  });
});

describe('a register kept open', () => {
  const open = async (contactedAt: string, at: string) => {
    house.setClock(clock(at).toISOString());
    const { id } = await me.ask(createRegister, {
      projectId: project,
      kind: 'VISIT_IN',
      contactedAt: clock(contactedAt).toISOString(),
      form: { name: '看房客' },
      keepOpen: true,
    });
    return async (now: string) => {
      house.setClock(clock(now).toISOString());
      return (await me.ask(readToday, {})).lines.find(({ key }) => key.endsWith(id));
    };
  };

  test.each([
    ['a visit before closing', '2026-11-10T17:59:59', '2026-11-10T18:00:00', '2026-11-10T17:59:59'],
    [
      'a visit in the morning is to be finished an hour before closing',
      '2026-11-10T09:00:00',
      '2026-11-10T18:00:00',
      '2026-11-10T17:00:00',
    ],
    ['a visit at closing', '2026-11-10T18:00:00', '2026-11-11T00:00:00', '2026-11-10T23:00:00'],
    ['a visit in the evening', '2026-11-10T23:30:00', '2026-11-11T00:00:00', '2026-11-10T23:30:00'],
  ])('%s', async (_, contactedAt, dueAt, plannedAt) => {
    const line = await (await open(contactedAt, contactedAt))(contactedAt);
    expect([line?.dueAt, line?.plannedAt]).toEqual([clock(dueAt), clock(plannedAt)]);
    expect(line?.subject?.name).toBe('看房客');
  });

  test('past its deadline it stays, and says that it counts as late', async () => {
    const at = await open('2026-11-10T20:00:00', '2026-11-10T20:00:00');
    expect((await at('2026-11-10T23:59:59'))?.why.zh).toContain('当日截止前补齐算准时');
    expect((await at('2026-11-11T00:00:01'))?.why.zh).toContain('当日截止已过，补上记为迟登');
    expect((await at('2026-11-18T09:00:00'))?.title.zh).toBe('补齐11/10第 5 位来访登记');
  });
});

describe('the days of the site', () => {
  test('on a day that the site is closed, what is due waits for the next closing', async () => {
    const lines = () => linesAt('2026-12-01T09:00:00', 'dossier', personId);
    const manager = house.as('administrator');
    const personId = await lead('2026-10-30');
    expect((await lines())[0]?.dueAt).toEqual(clock('2026-12-03T18:00:00'));
    await manager.ask(setSpecialDay, { kind: 'sales', nodeId: project, day: day('2026-12-03'), periods: [], note: '' });
    await manager.ask(setSpecialDay, {
      kind: 'sales',
      nodeId: project,
      day: day('2026-12-04'),
      periods: [{ from: 600, to: 1_230 }],
      note: '夜场',
    });
    const [line] = await lines();
    expect(line?.dueAt).toEqual(clock('2026-12-04T20:30:00'));
    expect(line?.why.zh).toContain('还有 3 天');
  });

  test('a holiday waits, a make-up day does not', async () => {
    const administrator = house.as('administrator');
    await administrator.ask(setCalendar, {
      kind: 'sales',
      nodeId: project,
      week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => (weekday > 5 ? [] : [{ from: 540, to: 1_050 }])),
      followsHolidays: true,
      version: 0,
    });
    await administrator.ask(enterPublicDays, {
      year: 2027,
      days: [
        { day: day('2027-03-08'), kind: 'HOLIDAY', name: '假' },
        { day: day('2027-03-09'), kind: 'HOLIDAY', name: '假' },
        { day: day('2027-03-13'), kind: 'MAKE_UP', name: '补班' },
      ],
    });
    const [beforeHoliday, beforeMakeUp] = [await lead('2027-02-05'), await lead('2027-02-10')];
    const [held] = await linesAt('2027-03-06T09:00:00', 'dossier', beforeHoliday);
    expect(held?.dueAt).toEqual(clock('2027-03-10T17:30:00'));
    const [kept] = await linesAt('2027-03-11T09:00:00', 'dossier', beforeMakeUp);
    expect(kept?.dueAt).toEqual(clock('2027-03-13T17:30:00'));
  });
});

test('a task of a day is late from midnight, and stays until it is done', async () => {
  house.setClock('2026-11-10T02:00:00Z');
  const { id } = await me.ask(createTask, { projectId: project, title: '回电', on: '2026-11-10' });
  const at = async (now: string) => {
    house.setClock(clock(now).toISOString());
    return (await me.ask(readToday, {})).lines.find(({ taskId }) => taskId === id);
  };
  expect(isLate((await at('2026-11-10T23:59:59')) as TodayLine, '2026-11-10T23:59:59')).toBe(false);
  expect(isLate((await at('2026-11-11T00:00:00')) as TodayLine, '2026-11-11T00:00:00')).toBe(true);
  expect(await at('2026-11-20T09:00:00')).toBeDefined();
});

test('a line handed over keeps its reason and its time at the colleague’s', async () => {
  const personId = await lead('2026-10-10');
  const [line] = await linesAt('2026-11-11T09:00:00', 'dossier', personId);
  await me.ask(actOnLine, { key: line?.key ?? '', effect: 'HANDED_OVER', to: colleague.accountId });
  expect(await linesAt('2026-11-11T09:00:00', 'dossier', personId)).toEqual([]);
  const theirs = (await colleague.ask(readToday, {})).lines.filter(({ subject }) => subject?.id === personId);
  expect(theirs.map(({ title, why, dueAt }) => ({ title, why, dueAt }))).toEqual([
    { title: line?.title, why: line?.why, dueAt: line?.dueAt },
  ]);
});
