import { endpoint, permission } from '@yilu/platform/contract';
import { answer, type Capability, isFirstInWindow, type Work } from '@yilu/platform/server';
import type { House } from '@yilu/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { addApiKey, closeAccount, resetPassword, revokeApiKey } from '../contract/index.ts';
import {
  type Arrived,
  type ColleagueArrived,
  colleague,
  firstAdministrator,
  groupId,
  openRealHouse,
  withHeaders,
} from './arrivals.ts';

const look = permission('probe.look', { zh: '查看', en: 'Look' }, ['housekeeper']);
const read = endpoint({
  method: 'GET',
  path: '/probe',
  answer: z.object({ role: z.string() }),
  permission: look,
  summary: 'Reads, and leaves a trace that it did.',
  tag: 'probe',
});
async function readAndNote(work: Work): Promise<{ role: string }> {
  const [{ rows }] = await Promise.all([
    sql<{ role: string }>`select current_user::text as role`.execute(work.db),
    isFirstInWindow(work, { key: `looked ${work.requestId}`, perSeconds: 60 }),
  ]);
  return { role: rows[0]?.role ?? '' };
}

let house: House;
let administrator: Arrived;
let group: string;
beforeAll(async () => {
  house = await openRealHouse([
    { name: 'probe', permissions: [look], routes: [answer(read, readAndNote)] } satisfies Capability,
  ]);
  administrator = await firstAdministrator(house);
  group = await groupId(house);
});
afterAll(() => house.close());

const traces = async () =>
  (await house.sql<{ n: number }>("select count(*)::int as n from rate_window where key like 'looked %'"))[0]?.n;

/** Twice, so that the process knows whom to expect and asks along with the entry. */
async function lookTwice(caller: Arrived): Promise<void> {
  expect([await caller.ask(read, {}), await caller.ask(read, {})]).toEqual([
    { role: 'yilu_app' },
    { role: 'yilu_app' },
  ]);
}

const ends: readonly [what: string, status: number, end: (keeper: ColleagueArrived) => Promise<unknown>][] = [
  [
    'a session that was ended',
    401,
    ({ staffId }) => house.sql('delete from auth.session where staff_id = $1', [staffId]),
  ],
  ['an account that was closed', 401, ({ staffId }) => administrator.ask(closeAccount, { staffId })],
  ['a password that somebody else has set', 401, ({ staffId }) => administrator.ask(resetPassword, { staffId })],
  [
    'a password that has to be changed first',
    403,
    ({ staffId }) => house.sql('update auth.password set set_by = gen_random_uuid() where staff_id = $1', [staffId]),
  ],
  [
    'a role that was withdrawn',
    403,
    ({ staffId }) => house.sql('delete from staff_grant where staff_id = $1', [staffId]),
  ],
];

test.each(ends)(
  '%s is refused at once, and nothing is done of what was asked along with it',
  async (what, status, end) => {
    const username = `keeper${ends.findIndex(([each]) => each === what)}`;
    const keeper = await colleague(house, administrator, username, [
      { roleId: 'housekeeper', nodeId: group, ownOnly: true },
    ]);
    await lookTwice(keeper);
    const before = await traces();
    await end(keeper);
    expect(await keeper.refused(read, {})).toMatchObject({ status });
    expect(await keeper.refused(read, {})).toMatchObject({ status });
    expect(await traces()).toBe(before);
  },
);

test('so is a key that was revoked, or has expired', async () => {
  const expiresAt = new Date('2026-12-02T00:00:00Z');
  const made = async () => {
    const { key, apiKey } = await administrator.ask(addApiKey, {
      name: '大屏',
      roleId: 'housekeeper',
      nodeIds: [group],
      expiresAt,
    });
    const caller = withHeaders(house, { authorization: `Bearer ${key}` });
    await lookTwice(caller);
    return { caller, keyId: apiKey.id };
  };
  const [revoked, expired] = [await made(), await made()];
  const before = await traces();
  await administrator.ask(revokeApiKey, { keyId: revoked.keyId });
  expect(await revoked.caller.refused(read, {})).toMatchObject({ status: 401 });
  house.setClock('2026-12-02T00:00:00Z');
  expect(await expired.caller.refused(read, {})).toMatchObject({ status: 401 });
  expect(await traces()).toBe(before);
  house.setClock('2026-12-01T02:00:00Z');
});

test('whoever has become more is answered at once, as what they are now', async () => {
  const keeper = await colleague(house, administrator, 'wider', [
    { roleId: 'housekeeper', nodeId: group, ownOnly: true },
  ]);
  await lookTwice(keeper);
  await house.sql('update staff_grant set own_only = false where staff_id = $1', [keeper.staffId]);
  const before = await traces();
  await lookTwice(keeper);
  expect(await traces()).toBe((before ?? 0) + 2);
});

test('its use is noted again after five minutes, while somebody goes on asking', async () => {
  const keeper = await colleague(house, administrator, 'noted', [
    { roleId: 'housekeeper', nodeId: group, ownOnly: true },
  ]);
  const seenAt = async () =>
    (
      await house.sql<{ at: Date }>('select last_seen_at as at from auth.session where staff_id = $1', [keeper.staffId])
    )[0]?.at;
  house.setClock('2026-12-01T02:00:00Z');
  await lookTwice(keeper);
  for (const [clock, noted] of [
    ['2026-12-01T02:04:59Z', '2026-12-01T02:00:00Z'],
    ['2026-12-01T02:05:01Z', '2026-12-01T02:05:01Z'],
  ] as const) {
    house.setClock(clock);
    await keeper.ask(read, {});
    expect(await seenAt()).toEqual(new Date(noted));
  }
});
