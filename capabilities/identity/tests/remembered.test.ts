import { endpoint, parameter } from '@yilu/platform/contract';
import { answer, type Capability } from '@yilu/platform/server';
import type { House } from '@yilu/platform/testing';
import { resetParameter, setParameter } from '@yilu/settings/contract';
import { valueOf } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Arrived, firstAdministrator, groupId, openRealHouse } from './arrivals.ts';

const minChars = parameter({
  key: 'probe.minChars',
  shape: z.int().min(0),
  default: 30,
  title: { zh: '最少字数', en: 'Fewest characters' },
  affects: { zh: '记录', en: 'Records' },
  source: 'TEST-01',
});
const read = endpoint({
  method: 'GET',
  path: '/probe',
  answer: z.object({ value: z.int() }),
  permission: 'signedIn',
  summary: 'What holds now.',
  tag: 'probe',
});
const probe: Capability = {
  name: 'probe',
  parameters: [minChars],
  routes: [answer(read, async (work) => ({ value: await valueOf(work, minChars) }))],
};

let house: House;
let administrator: Arrived;
let group: string;
beforeAll(async () => {
  house = await openRealHouse([probe]);
  administrator = await firstAdministrator(house);
  group = await groupId(house);
});
afterAll(() => house.close());

const now = async () => (await administrator.ask(read, {})).value;

test('a parameter is remembered between requests, and a change holds from the next one on', async () => {
  expect([await now(), await now()]).toEqual([30, 30]);
  expect(house.engine.remembered.size).toBeGreaterThan(0);
  await administrator.ask(setParameter, { key: minChars.key, nodeId: group, value: 40 });
  expect([await now(), await now()]).toEqual([40, 40]);
  await administrator.ask(resetParameter, { key: minChars.key, nodeId: group });
  expect(await now()).toBe(30);
});

test('what another process changed is seen as soon', async () => {
  expect(await now()).toBe(30);
  await house.sql(
    `insert into parameter_override (key, node_id, value, changed_by, changed_by_name, changed_at) values ($1, $2, '50', $2, '—', now())`,
    [minChars.key, group],
  );
  expect(await now()).toBe(50);
  await house.sql('delete from parameter_override');
  expect(await now()).toBe(30);
});

test('a change that is refused in the end is not remembered', async () => {
  expect(await now()).toBe(30);
  await administrator.refused(setParameter, { key: minChars.key, nodeId: group, value: -1 });
  expect(await now()).toBe(30);
});
