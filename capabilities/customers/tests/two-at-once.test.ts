import type { Endpoint } from '@yilu/platform/contract';
import type { Caller } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addHouseholdMember, addPhone, createPerson, personHistory, removePhone } from '../contract/index.ts';
import { type Estate, openEstate } from './estate.ts';

let estate: Estate;
let manager: Caller;
beforeAll(async () => {
  estate = await openEstate();
  manager = estate.house.as({ role: 'salesSiteManager', projects: [estate.here], sides: ['developer'] });
});
afterAll(() => estate.house.close());

let count = 0;
const phone = () => `1385722${String(1_000 + ++count)}`;
const person = async (name: string) => {
  const phones = [{ number: phone() }];
  return (await manager.ask(createPerson, { projectId: estate.here, name, phones, anyway: true })).person;
};
/** Two requests without a key of their own, as two people or two windows send them. */
const together = async (endpoint: Endpoint, input: Record<string, unknown>) => {
  const answers = await Promise.all([1, 2].map(() => manager.exchange(endpoint, input as never)));
  return answers.map(({ statusCode }) => statusCode).sort();
};

test('two who register the same newcomer at once meet: one is saved, the other is asked to compare (DOS-08)', async () => {
  for (let round = 0; round < 4; round += 1) {
    const newcomer = { projectId: estate.here, name: `同来${round}`, phones: [{ number: phone() }] };
    expect(await together(createPerson, newcomer)).toEqual([200, 409]);
  }
});

test('a phone is removed once, however often and by whomever at once', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { id: personId } = await person(`去号${round}`);
    const { phones } = (await manager.ask(addPhone, { personId, number: phone() })).person;
    expect(await together(removePhone, { personId, phoneId: phones.at(-1)?.id })).toEqual([200, 404]);
    const { changes } = await manager.ask(personHistory, { personId, field: 'phone' });
    expect(changes).toHaveLength(2);
  }
});

test('who is of the household already joins it once', async () => {
  const [one, other] = [await person('一家甲'), await person('一家乙')];
  expect(await together(addHouseholdMember, { personId: one.id, memberId: other.id })).toEqual([200, 200]);
  const [told] = await estate.house.sql<{ times: number }>(
    "select count(*)::int as times from audit_entry where action = 'customers.household_joined' and person_id = $1",
    [one.id],
  );
  expect(told?.times).toBe(1);
});
