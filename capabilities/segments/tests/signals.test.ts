import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { interactions } from '@yilu/interactions/server';
import { newId, type Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { sales } from '@yilu/sales/server';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Condition, countBook, readBook } from '../contract/index.ts';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate, someone } from './estate.ts';

let house: House;
let here: string;
let elsewhere: string;

beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, sales, segments],
    at: '2026-11-22T02:00:00Z',
  });
  here = await house.project('澜山府');
  elsewhere = await house.project('西岸');
  const made = estate(house);
  const person = (name: string) => made.person(here, { name });
  const [layout, area, bought, referrer, guest] = [
    await person('甲要三居'),
    await person('乙三居又九十平'),
    await person('丙已签约'),
    await person('丁推荐人'),
    await person('戊来过活动'),
  ];
  await person('己什么都没说');
  await made.answer(layout, 'needLayout', ['3']);
  await made.answer(area, 'needLayout', ['3']);
  await made.answer(area, 'needArea', ['90to120']);
  await made.answer(guest, 'occupation', 'TEACHER');
  await house.sql(
    `insert into dossier_answer (person_id, field, side, value, declined, answered_by, answered_at, source)
     values ($1, 'totalPrice', 'developer', null, true, $2, '2026-01-01', 'staff')`,
    [guest, someone],
  );
  await made.signed(here, bought, 438_800_000, '2026-01-10', await made.room(here, '3-2-1801'));
  await house.sql(
    `insert into person_relation (id, from_person, to_person, kind, added_by, added_at) values ($1, $2, $3, 'referrer', $4, '2026-01-01')`,
    [newId(), referrer, bought, someone],
  );
  await made.visit(here, guest, '2026-10-01T03:00:00Z', 'ACTIVITY');
  await made.visit(elsewhere, referrer, '2026-10-01T03:00:00Z', 'ACTIVITY');
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
});
afterAll(() => house.close());

const manager = () => house.as({ role: 'projectManager', projects: [here], sides: ['developer'] });
const inFilter = (condition: Condition) => ({ filter: JSON.stringify({ match: 'all', of: [condition] }) });

test.each<[Condition, string]>([
  [{ field: 'buyingSignals', is: 'known' }, '甲乙丙'],
  [{ field: 'buyingSignals', is: 'unknown' }, '丁戊己'],
  [{ field: 'buyingSignals', is: 'in', value: ['needLayout'] }, '甲乙'],
  [{ field: 'buyingSignals', is: 'in', value: ['needArea', 'deal'] }, '乙丙'],
  [{ field: 'buyingSignals', is: 'all', value: ['needLayout', 'needArea'] }, '乙'],
  [{ field: 'buyingSignals', is: 'notIn', value: ['needLayout'] }, '丙丁戊己'],
  [{ field: 'buyingSignals', is: 'in', value: ['totalPrice'] }, ''],
  [{ field: 'potential', is: 'known' }, '丙丁戊'],
  [{ field: 'potential', is: 'in', value: ['referral'] }, '丙丁'],
  [{ field: 'potential', is: 'in', value: ['activity'] }, '戊'],
  [{ field: 'potential', is: 'in', value: ['tracking'] }, '戊'],
  [{ field: 'potential', is: 'in', value: ["'; drop table deal; --"] }, ''],
])('%j finds %s', async (condition, found) => {
  const { items } = await manager().ask(readBook, { ...inFilter(condition), sort: 'registeredOn' });
  const names = items.map(({ name }) => name.slice(0, 1));
  expect(names.sort((one, other) => '甲乙丙丁戊己'.indexOf(one) - '甲乙丙丁戊己'.indexOf(other)).join('')).toBe(found);
  expect(await manager().ask(countBook, inFilter(condition))).toEqual({ customers: found.length });
});

test('buying signals are the developer’s side, potential is everybody’s', async () => {
  const property = house.as({ role: 'propertyManager', projects: [here], sides: ['property'] });
  expect(await property.refused(readBook, inFilter({ field: 'buyingSignals', is: 'known' }))).toMatchObject({
    status: 422,
  });
  const { items } = await property.ask(readBook, inFilter({ field: 'potential', is: 'in', value: ['tracking'] }));
  expect(items.map(({ name }) => name)).toEqual(['戊来过活动']);
});

test('a signal takes no number', async () => {
  const wrong = inFilter({ field: 'potential', is: 'atLeast', value: 1 });
  expect(await manager().refused(readBook, wrong)).toMatchObject({ status: 422, code: 'segments.wrong_filter' });
});
