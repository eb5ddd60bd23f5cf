import { endpoint, event, Refused, refusal } from '@yilu/platform/contract';
import { type House, openHouse } from '@yilu/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { answer, type Capability, insistRate, newId, when } from '../index.ts';

// Bells that fail as a database does when several want the same at once.
const rung = event('bells.rung', z.object({ bellId: z.uuid() }));
const ring = endpoint({
  method: 'POST',
  path: '/bells',
  body: z.object({ fails: z.enum(['deadlock_detected', 'unique_violation', 'no']) }),
  permission: 'signedIn',
  summary: 'Ring.',
  tag: 'bells',
});
const guess = endpoint({ method: 'POST', path: '/guesses', permission: 'signedIn', summary: 'Guess.', tag: 'bells' });
const wrongGuess = refusal('bells.wrong_guess', { zh: '猜错了。', en: 'A wrong guess.' });

let whileHearing: (() => Promise<void>) | undefined;
const bells: Capability = {
  name: 'bells',
  routes: [
    answer(ring, async ({ db, tell }, { fails }) => {
      if (fails !== 'no')
        await sql`do ${sql.lit(`begin raise exception 'x' using errcode = '${fails}'; end`)}`.execute(db);
      await tell(rung, { bellId: newId() });
    }),
    answer(guess, async (work) => {
      await insistRate(work, { key: 'guesses', most: 2, perSeconds: 60 });
      throw new Refused(wrongGuess, 409, { keep: true });
    }),
  ],
  listeners: [when(rung, 'bells.hear', async () => whileHearing?.())],
};

let house: House;
beforeAll(async () => {
  house = await openHouse({ capabilities: [bells] });
});
afterAll(() => house.close());

test('a refusal that is kept is refused again under the same key, not broken', async () => {
  const caller = house.as('housekeeper');
  const answered = async () => (await caller.exchange(guess, {}, { 'idempotency-key': 'k' })).statusCode;
  expect([await answered(), await answered(), await answered()]).toEqual([409, 409, 429]);
});

test.each([
  ['who waited for each other', 'deadlock_detected', 503, 'platform.busy'],
  ['who wrote the same', 'unique_violation', 409, 'platform.just_written'],
] as const)('two %s are told to try again, not that something broke', async (_, fails, status, code) => {
  const response = await house.as('housekeeper').exchange(ring, { fails });
  expect([response.statusCode, response.json().code]).toEqual([status, code]);
});

test('a command that works off jobs goes on claiming them, or a server beside it would do them too', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const beat = async () => {
    const [row] = await house.sql<{ beat: string }>(
      "select heartbeat_on::text as beat from jobs.job where name = 'events' and state = 'active'",
    );
    return row?.beat;
  };
  whileHearing = async () => {
    const before = await beat();
    expect(before).toBeTruthy();
    vi.advanceTimersByTime(8_000);
    await vi.waitFor(async () => expect(await beat()).not.toBe(before));
  };
  await house.as('housekeeper').ask(ring, { fails: 'no' });
  await house.settle();
  vi.useRealTimers();
});
