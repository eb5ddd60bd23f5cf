import { viewPerson } from '@yilu/customers/contract';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { recordContact } from '@yilu/interactions/contract';
import { interactions } from '@yilu/interactions/server';
import type { Work } from '@yilu/platform/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { registerDeal } from '@yilu/sales/contract';
import { sales } from '@yilu/sales/server';
import { settings } from '@yilu/settings/server';
import { readToday } from '@yilu/tasks/contract';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainLabel, readBook } from '../contract/index.ts';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
let visitedIn: string;
let ownsIn: string;
let both: string;
let made: ReturnType<typeof estate>;

beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, sales, segments],
    at: '2026-11-22T02:00:00Z',
  });
  visitedIn = await house.project('澜山府');
  ownsIn = await house.project('望江台');
  made = estate(house);
  both = await made.person(visitedIn, { name: '何雨桐', registeredAt: '2026-11-10T02:00:00Z' });
  await made.visit(visitedIn, both, '2026-11-10T03:00:00Z');
  await made.visit(visitedIn, both, '2026-11-12T03:00:00Z', 'CALL_OUT');
  await made.person(ownsIn, { id: both, registeredAt: '2026-11-11T02:00:00Z' });
  const home = await made.room(ownsIn, '3-1-1801');
  await made.party(ownsIn, home, both, 'owner', '2026-11-15');
  await made.signed(ownsIn, both, 500_000_000, '2026-11-15', home);
  await house.sql(`update person set sex = 'female' where id = $1`, [both]);
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
});
afterAll(() => house.close());

const manager = (...projects: string[]) => house.as({ role: 'projectManager', projects });

/** What each place says of somebody's completeness in one project. */
async function everywhere(asker: Caller, personId: string, projectId: string) {
  const { items } = await asker.ask(readBook, { projectId, limit: 50 });
  const row = items.find((one) => one.personId === personId);
  const reckoning = await asker.ask(explainLabel, { personId, projectId, label: 'completeness' });
  return {
    book: { percent: row?.completeness, line: row?.completenessLine, dueBy: row?.completenessDueOn },
    explained: { percent: Number(reckoning.value), line: reckoning.line, dueBy: reckoning.dueBy },
  };
}

const ring = async (asker: Caller, personId: string) => {
  const { projectId, percent, line, dueBy } = (await asker.ask(viewPerson, { personId })).dossier.completeness;
  return { projectId, percent, line, dueBy };
};

test('a lead here and an owner there has two completenesses, each the same wherever it is shown', async () => {
  const asker = manager(visitedIn, ownsIn);
  const asLead = await everywhere(asker, both, visitedIn);
  const asOwner = await everywhere(asker, both, ownsIn);
  expect(asLead.explained).toEqual(asLead.book);
  expect(asOwner.explained).toEqual(asOwner.book);
  expect(asLead.book).toMatchObject({ line: 30, dueBy: '2026-11-10' });
  expect(asOwner.book).toMatchObject({ line: 100, dueBy: '2026-11-15' });
});

test('the page shows the project that asks most, and never a mixture', async () => {
  const asker = manager(visitedIn, ownsIn);
  expect(await ring(asker, both)).toEqual({
    projectId: ownsIn,
    ...(await everywhere(asker, both, ownsIn)).book,
  });
  expect(await ring(manager(visitedIn), both)).toEqual({
    projectId: visitedIn,
    ...(await everywhere(asker, both, visitedIn)).book,
  });
});

test('completeness is the same whichever side of the house asks', async () => {
  const property = house.as({ role: 'propertyManager', projects: [ownsIn], sides: ['property'] });
  expect((await ring(property, both)).percent).toBe((await ring(manager(ownsIn), both)).percent);
});

test('Today asks for what the book lacks', async () => {
  const staff = house.as({ role: 'projectManager', name: '何站', projects: [visitedIn, ownsIn] });
  await house.sql('update customer_fact set responsible_id = $1, staff_ids = array[$1::uuid] where person_id = $2', [
    staff.accountId,
    both,
  ]);
  const { lines } = await staff.ask(readToday, {});
  const { book } = await everywhere(staff, both, ownsIn);
  expect(lines.filter(({ kind, why }) => kind === 'dossier' && why.zh.includes(`${book.percent}%`))).toHaveLength(1);
});

test('a tenant is asked for nothing', async () => {
  const tenant = await made.person(ownsIn, { name: '周启明', registeredAt: '2026-01-05T02:00:00Z' });
  await made.party(ownsIn, await made.room(ownsIn, '3-1-1802'), tenant, 'tenant', '2026-02-01');
  const { completeness } = (await manager(ownsIn).ask(viewPerson, { personId: tenant })).dossier;
  expect(completeness).toMatchObject({ stage: 'registered', met: true });
  expect(completeness.line).toBeUndefined();
});

test('a follow-up record and a deal fill their items at once', async () => {
  const asker = house.as({ role: 'salesSiteManager', name: '林晓', projects: [visitedIn], sides: ['developer'] });
  const buyer = await made.person(visitedIn, { name: '顾明远', registeredAt: '2026-11-20T02:00:00Z' });
  const gaps = async () =>
    (await asker.ask(viewPerson, { personId: buyer })).dossier.completeness.missing.map(({ item }) => item);
  expect(await gaps()).toEqual(expect.arrayContaining(['followUp', 'dealRoom', 'dealDates']));
  const feedback = '客户说孩子明年上小学，希望尽快看三居样板间，周末带父母一起来，关注学区和地铁距离。';
  await asker.ask(recordContact, { personId: buyer, projectId: visitedIn, kind: 'CALL_OUT', parts: { feedback } });
  await asker.ask(registerDeal, {
    projectId: visitedIn,
    roomId: await made.room(visitedIn, '3-1-1901'),
    state: 'CONTRACT_SIGNED',
    buyers: [{ personId: buyer, share: 1 }],
    amountFen: 520_000_000,
    subscribedOn: '2026-11-20',
    signedOn: '2026-11-21',
    payments: [],
  });
  const left = await gaps();
  for (const item of ['followUp', 'dealRoom', 'dealDates']) expect(left).not.toContain(item);
});
