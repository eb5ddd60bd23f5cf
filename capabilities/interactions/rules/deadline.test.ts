import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  complianceRate,
  minutesOf,
  registerDueAt,
  remindAt,
  type Standing,
  standingOf,
  writtenAt,
} from './deadline.ts';

const times = { closing: minutesOf('18:00'), afterHours: minutesOf('24:00') };

test.each([
  ['a call in the morning is due at closing', '2026-11-20T09:30:00+08:00', '2026-11-20T18:00:00+08:00'],
  ['a call a second before closing is due at closing', '2026-11-20T17:59:59+08:00', '2026-11-20T18:00:00+08:00'],
  ['a call at closing is after closing', '2026-11-20T18:00:00+08:00', '2026-11-21T00:00:00+08:00'],
  ['a call in the evening is due at midnight', '2026-11-20T21:10:00+08:00', '2026-11-21T00:00:00+08:00'],
  ['a call a second before midnight belongs to its day', '2026-11-20T23:59:59+08:00', '2026-11-21T00:00:00+08:00'],
  ['a call at midnight belongs to the new day', '2026-11-21T00:00:00+08:00', '2026-11-21T18:00:00+08:00'],
])('%s', (_, contactedAt, dueAt) => {
  expect(registerDueAt(new Date(contactedAt), times)).toEqual(new Date(dueAt));
});

test('a site that closes later than the after-hours limit keeps its own time', () => {
  const late = { closing: minutesOf('22:00'), afterHours: minutesOf('21:00') };
  expect(registerDueAt(new Date('2026-11-20T22:30:00+08:00'), late)).toEqual(new Date('2026-11-20T22:00:00+08:00'));
});

const dueAt = new Date('2026-11-20T18:00:00+08:00');
const second = 1_000;
test.each<[string, number | undefined, number, Standing]>([
  ['not written yet and still time', undefined, -second, 'OPEN'],
  ['not written at the cut-off', undefined, 0, 'OPEN'],
  ['not written a second later', undefined, second, 'MISSING'],
  ['written at the cut-off', 0, second, 'ON_TIME'],
  ['written a second later', second, second, 'LATE'],
])('a registration %s', (_, completed, at, standing) => {
  const completedAt = completed === undefined ? undefined : new Date(dueAt.getTime() + completed);
  expect(standingOf({ dueAt, completedAt }, new Date(dueAt.getTime() + at))).toBe(standing);
});

test('the reminder comes an hour before, or at once for a contact in the last hour', () => {
  expect(remindAt(new Date('2026-11-20T09:00:00+08:00'), dueAt, 60)).toEqual(new Date('2026-11-20T17:00:00+08:00'));
  expect(remindAt(new Date('2026-11-20T17:40:00+08:00'), dueAt, 60)).toEqual(new Date('2026-11-20T17:40:00+08:00'));
});

test('a rate needs something to judge', () => {
  expect(complianceRate({ onTime: 0, late: 0, missing: 0 })).toBeUndefined();
  expect(complianceRate({ onTime: 3, late: 1, missing: 0 })).toBe(0.75);
});

test('a deadline lies on the day of its contact and never before it', () => {
  const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 1_440 }), (contactedAt, closing) => {
      const due = registerDueAt(contactedAt, { closing, afterHours: 1_440 });
      expect(due.getTime()).toBeGreaterThanOrEqual(contactedAt.getTime());
      expect(due.getTime() - contactedAt.getTime()).toBeLessThanOrEqual(86_400_000);
    }),
  );
});

const came = new Date('2026-11-21T09:00:00+08:00');
test.each([
  ['nothing said', undefined, 48, '2026-11-21T09:00:00+08:00'],
  ['saved in time the evening before', '2026-11-20T17:55:00+08:00', 48, '2026-11-20T17:55:00+08:00'],
  ['saved at the contact itself', '2026-11-20T17:30:00+08:00', 48, '2026-11-20T17:30:00+08:00'],
  ['saved before the contact: a clock that lies', '2026-11-20T17:29:59+08:00', 48, '2026-11-21T09:00:00+08:00'],
  ['saved after it came: a clock that lies', '2026-11-21T09:00:01+08:00', 48, '2026-11-21T09:00:00+08:00'],
  ['sent at once', '2026-11-21T08:58:00+08:00', 48, '2026-11-21T09:00:00+08:00'],
  ['longer ago than is trusted', '2026-11-20T17:55:00+08:00', 15, '2026-11-21T09:00:00+08:00'],
  ['nobody is trusted', '2026-11-20T17:55:00+08:00', 0, '2026-11-21T09:00:00+08:00'],
])('a register was written when the device says, within bounds: %s', (_, said, trustedHours, expected) => {
  const contactedAt = new Date('2026-11-20T17:30:00+08:00');
  expect(writtenAt(said === undefined ? undefined : new Date(said), { contactedAt, now: came, trustedHours })).toEqual(
    new Date(expected),
  );
});
