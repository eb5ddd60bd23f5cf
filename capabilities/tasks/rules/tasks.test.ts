import { day } from '@yilu/platform/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TaskKind } from '../contract/index.ts';
import { byUrgency, changesSince, endOf, movedTo, plannedOn, visitsAfter } from './day.ts';
import { type Act, outcomesOf, refusalToAct } from './outcomes.ts';

const today = day('2026-11-20');
const dueOn = (on: string) => ({ assigneeId: 'me', dueAt: endOf(day(on)) });
const open = dueOn('2026-11-20');
const postponed = (until: string): Act => ({ effect: 'POSTPONED', reason: '出差', until: day(until) });
const closed = { ...open, closedAt: new Date(0) };

test.each<[string, { assigneeId: string; dueAt: Date; closedAt?: Date }, Act, string | undefined]>([
  ['an open task can be done', open, { effect: 'DONE' }, undefined],
  ['a closed task cannot be done again', closed, { effect: 'DONE' }, 'tasks.closed'],
  ['postponing needs a reason', open, { effect: 'POSTPONED', until: day('2026-11-21') }, 'tasks.postpone_needs_reason'],
  ['postponing needs a day', open, { effect: 'POSTPONED', reason: '出差' }, 'tasks.postpone_needs_day'],
  ['postponing to today is not postponing', open, postponed('2026-11-20'), 'tasks.postpone_needs_day'],
  ['what was due yesterday may be moved to today', dueOn('2026-11-19'), postponed('2026-11-20'), undefined],
  ['nothing is moved into the past', dueOn('2026-11-17'), postponed('2026-11-19'), 'tasks.postpone_needs_day'],
  ['postponing to tomorrow with a reason goes', open, postponed('2026-11-21'), undefined],
  ['thirty days from today is the longest', open, postponed('2026-12-20'), undefined],
  ['a day longer is too far', open, postponed('2026-12-21'), 'tasks.postponed_too_far'],
  ['what is long due counts from today', dueOn('2026-10-01'), postponed('2026-12-20'), undefined],
  ['what is long due is not moved further', dueOn('2026-10-01'), postponed('2026-12-21'), 'tasks.postponed_too_far'],
  ['what is due later counts from its own day', dueOn('2027-01-31'), postponed('2027-03-02'), undefined],
  ['and not further', dueOn('2027-01-31'), postponed('2027-03-03'), 'tasks.postponed_too_far'],
  ['dropping needs a reason', open, { effect: 'NOT_NEEDED' }, 'tasks.not_needed_needs_reason'],
  ['handing over needs somebody', open, { effect: 'HANDED_OVER' }, 'tasks.hand_over_needs_person'],
  ['handing over to whose it is changes nothing', open, { effect: 'HANDED_OVER', to: 'me' }, 'tasks.hand_over_to_self'],
  ['handing over to a colleague goes', open, { effect: 'HANDED_OVER', to: 'you' }, undefined],
])('%s', (_, task, act, code) => {
  expect(refusalToAct(task, act, { today, longestDays: 30 })?.code).toBe(code);
});

test('the keys 1 to 4 suffice for every kind of task', () => {
  for (const kind of ['followUp', 'register', 'dossier', 'care', 'other'] satisfies TaskKind[]) {
    expect(outcomesOf(kind).length).toBeLessThanOrEqual(4);
    expect(outcomesOf(kind).length).toBeGreaterThan(0);
  }
});

test('a task without a time is due when its day ends', () => {
  const { dueAt } = plannedOn(today, undefined);
  expect(dueAt).toEqual(new Date('2026-11-21T00:00:00+08:00'));
});

test('a postponed task keeps its time of day', () => {
  const task = { dueAt: new Date('2026-11-20T12:00:00+08:00'), plannedAt: new Date('2026-11-20T10:30:00+08:00') };
  expect(movedTo(day('2026-11-23'), task)).toEqual({
    dueAt: new Date('2026-11-23T12:00:00+08:00'),
    plannedAt: new Date('2026-11-23T10:30:00+08:00'),
  });
  expect(movedTo(day('2026-11-23'), { dueAt: endOf(today) })).toEqual({ dueAt: endOf(day('2026-11-23')) });
});

test('changes are counted from the visit before the one that goes on', () => {
  const at = (clock: string) => new Date(`2026-11-20T${clock}:00+08:00`);
  expect(changesSince(undefined, at('09:00'))).toEqual(new Date('2026-11-19T00:00:00+08:00'));
  const first = visitsAfter(undefined, at('09:00'));
  expect(changesSince(first, at('09:20'))).toEqual(new Date('2026-11-19T00:00:00+08:00'));
  const again = visitsAfter(first, at('14:00'));
  expect(again.previousAt).toEqual(at('09:00'));
  expect(changesSince(again, at('14:29'))).toEqual(at('09:00'));
  expect(changesSince(again, at('14:30'))).toEqual(at('14:00'));
});

test('what is late comes first, however the day is planned', () => {
  const now = new Date('2026-11-20T10:00:00+08:00');
  const placed = fc.record({
    key: fc.string(),
    dueAt: fc.date({ min: new Date('2026-11-18'), max: new Date('2026-11-23'), noInvalidDate: true }),
  });
  fc.assert(
    fc.property(fc.array(placed), (lines) => {
      const late = lines.toSorted(byUrgency(now)).map(({ dueAt }) => dueAt <= now);
      expect(late).toEqual(late.toSorted((one, other) => Number(other) - Number(one)));
    }),
  );
});
