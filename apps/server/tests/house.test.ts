import { daysUnsentGoAlone, endpoint, event, permission } from '@yilu/platform/contract';
import { answer, type Capability, daysAnswersAreKept, forgetAnswers, when } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const ring = permission('bells.ring', { zh: '摇铃', en: 'Ring' }, ['housekeeper']);
const rung = event('bells.rung', z.object({ bellId: z.uuid() }));
const ringBell = endpoint({
  method: 'POST',
  path: '/bells/:bellId/ringing',
  params: z.object({ bellId: z.uuid() }),
  query: z.object({ loudly: z.stringbool().optional() }),
  body: z.object({ reason: z.string().min(1) }),
  answer: z.object({ said: z.string(), at: z.coerce.date(), projects: z.array(z.string()), loudly: z.boolean() }),
  permission: ring,
  summary: 'Ring it.',
  tag: 'bells',
});

const heard: string[] = [];
const bells: Capability = {
  name: 'bells',
  permissions: [ring],
  routes: [
    answer(ringBell, async ({ now, actor, tell, db }, { bellId, reason, loudly }) => {
      await tell(rung, { bellId });
      const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db);
      return { said: `${reason} (${rows[0]?.role})`, at: now, projects: [...actor.projects], loudly: loudly ?? false };
    }),
  ],
  listeners: [
    when(rung, 'bells.listen', async (_, { bellId }) => {
      heard.push(bellId);
    }),
  ],
};

let house: House;
beforeAll(async () => {
  house = await openHouse({ capabilities: [bells], recurring: [forgetAnswers], at: '2026-12-24T08:00:00Z' });
});
afterAll(() => house.close());

const bellId = '0192d3b0-0000-7000-8000-000000000001';

test('a member asks over HTTP as yilu_app, within the projects given, at the time of the house', async () => {
  const projectId = await house.project('松湖书院');
  const keeper = house.as({ role: 'housekeeper', projects: [projectId] });
  expect(await keeper.ask(ringBell, { bellId, reason: '雪', loudly: 'true' })).toEqual({
    said: '雪 (yilu_app)',
    at: new Date('2026-12-24T08:00:00Z'),
    projects: [projectId],
    loudly: true,
  });
});

test('what a member tells is heard when the house settles', async () => {
  await house.settle();
  heard.length = 0;
  await house.as('administrator').ask(ringBell, { bellId, reason: '雪' });
  expect(heard).toEqual([]);
  await house.settle();
  expect(heard).toEqual([bellId]);
});

test('a role without the permission, a visitor and a wrong input are refused', async () => {
  expect(await house.as('salesConsultant').refused(ringBell, { bellId, reason: '雪' })).toMatchObject({ status: 403 });
  expect(await house.nobody.refused(ringBell, { bellId, reason: '雪' })).toMatchObject({ status: 401 });
  expect(await house.as('housekeeper').refused(ringBell, { bellId, reason: '' })).toMatchObject({
    status: 422,
    fields: [{ path: 'reason' }],
  });
});

test('SQL as the application sees nothing before a scope is set', async () => {
  await house.sql(`insert into audit_entry (id, at, actor_kind, actor_name, action, subject_kind, subject_id)
                   values (gen_random_uuid(), now(), 'system', '系统', 'bells.cast', 'bell', '1')`);
  const count = "select count(*)::int as n from audit_entry where action = 'bells.cast'";
  expect(await house.asApp({}, count)).toEqual([{ n: 0 }]);
  expect(await house.asApp({ isGroup: true }, count)).toEqual([{ n: 1 }]);
});

test('an answer is kept for a phone that comes back after two weeks, and not for ever', async () => {
  expect(daysAnswersAreKept).toBeGreaterThan(daysUnsentGoAlone);
  const keeper = house.as({ role: 'housekeeper', projects: [await house.project('南岸')] });
  const ring = () => keeper.ask(ringBell, { bellId, reason: '补发' }, { 'idempotency-key': 'written-in-the-cellar' });
  const kept = () => house.sql('select from idempotent_answer where account_id = $1', [keeper.accountId]);

  house.setClock('2027-01-01T08:00:00Z');
  const first = await ring();
  house.setClock('2027-01-15T08:00:00Z');
  await house.strike('platform.forget-answers');
  expect(await ring()).toEqual(first);

  house.setClock(`2027-01-${1 + daysAnswersAreKept}T08:00:01Z`);
  await house.strike('platform.forget-answers');
  expect(await kept()).toHaveLength(0);
});
