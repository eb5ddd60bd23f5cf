import { createPerson, roomPeople, transferRoom } from '@yilu/customers/contract';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { interactions } from '@yilu/interactions/server';
import { inTransaction, newId, type Work, when } from '@yilu/platform/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { readRoom, recordMilestone, removeMilestone } from '@yilu/properties/contract';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelDeal, dealsChanged, editDeal, type ImportedDeal, registerDeal } from '../contract/index.ts';
import { importDeals, sales, undoImportedDeals } from '../server/index.ts';
import { roomForSale, signedByTwo } from './rooms.ts';

const told: string[] = [];
const ear = {
  name: 'ear',
  listeners: [when(dealsChanged, 'ear.hear', async (_, { personIds }) => void told.push(...personIds))],
};
let house: House;
let here: string;
let manager: Caller;
let [buyer, wife, next, referrer] = ['', '', '', ''];
beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, sales, ear],
    at: '2026-11-20T10:00:00+08:00',
  });
  here = await house.project('澜山府一期');
  manager = house.as({ role: 'salesSiteManager', name: '何站', projects: [here], sides: ['developer'] });
  const person = async (name: string) =>
    (await manager.ask(createPerson, { projectId: here, name, anyway: true })).person.id;
  [buyer, wife, next, referrer] = [
    await person('许静安'),
    await person('周启明'),
    await person('陈新'),
    await person('林介'),
  ];
});
afterAll(() => house.close());

const room = () => roomForSale(house, here);
const signed = (roomId: string) => signedByTwo(here, roomId, [buyer, wife]);
const subscribed = (roomId: string) => ({ ...signed(roomId), state: 'SUBSCRIBED' as const, signedOn: undefined });
const ownersOf = async (roomId: string) =>
  (await manager.ask(roomPeople, { roomId })).parties.map(({ personId, role, share }) => ({ personId, role, share }));
const milestonesOf = async (roomId: string) =>
  (await manager.ask(readRoom, { roomId })).milestones.map(({ kind, reachedOn }) => `${kind} ${reachedOn}`);

test('a contract is registered although its room knows the day of signing already', async () => {
  const roomId = await room();
  await manager.ask(recordMilestone, { roomId, kind: 'SIGNED', reachedOn: '2026-11-10' });
  await manager.ask(registerDeal, signed(roomId));
  expect(await milestonesOf(roomId)).toEqual(['SUBSCRIBED 2026-11-01', 'SIGNED 2026-11-10']);
});

test('a corrected day is corrected at the room too, and may be corrected back', async () => {
  const roomId = await room();
  const deal = await manager.ask(registerDeal, signed(roomId));
  const terms = { ...signed(roomId), dealId: deal.id };
  const edited = await manager.ask(editDeal, { ...terms, signedOn: '2026-11-08', version: deal.version });
  expect(await milestonesOf(roomId)).toEqual(['SUBSCRIBED 2026-11-01', 'SIGNED 2026-11-08']);
  await manager.ask(editDeal, { ...terms, version: edited.version });
  expect(await milestonesOf(roomId)).toEqual(['SUBSCRIBED 2026-11-01', 'SIGNED 2026-11-10']);
});

test('a note on an old contract does not bring back owners who have sold since', async () => {
  const roomId = await room();
  const deal = await manager.ask(registerDeal, signed(roomId));
  await manager.ask(transferRoom, {
    roomId,
    on: '2026-11-18',
    reason: 'sale',
    version: (await manager.ask(roomPeople, { roomId })).version,
    owners: [{ personId: next }],
    everybodyLeaves: true,
  });
  await manager.ask(editDeal, { ...signed(roomId), dealId: deal.id, note: '补记', version: deal.version });
  expect(await ownersOf(roomId)).toMatchObject([{ personId: next, role: 'owner' }]);
});

test('who gives a home back owns it no longer, and the next buyer is its owner', async () => {
  const roomId = await room();
  const deal = await manager.ask(registerDeal, signed(roomId));
  const cancel = { dealId: deal.id, version: deal.version, reason: '贷款未批' };
  expect((await manager.refused(cancelDeal, { ...cancel, on: '2026-11-09' })).code).toBe('sales.dates_out_of_order');
  await manager.ask(cancelDeal, { ...cancel, on: '2026-11-15' });
  expect(await ownersOf(roomId)).toEqual([]);
  expect((await manager.ask(readRoom, { roomId })).salesState).toBe('AVAILABLE');
  await manager.ask(registerDeal, {
    ...signed(roomId),
    buyers: [{ personId: next, share: 1 }],
    subscribedOn: '2026-11-16',
    signedOn: '2026-11-17',
  });
  expect(await ownersOf(roomId)).toEqual([{ personId: next, role: 'owner', share: 1 }]);
});

test('a subscription that is cancelled, or moved to another home, frees its home', async () => {
  const [one, other] = [await room(), await room()];
  const deal = await manager.ask(registerDeal, subscribed(one));
  const moved = await manager.ask(editDeal, { ...subscribed(other), dealId: deal.id, version: deal.version });
  const stateOf = async (roomId: string) => (await manager.ask(readRoom, { roomId })).salesState;
  expect([await stateOf(one), await stateOf(other)]).toEqual(['AVAILABLE', 'SUBSCRIBED']);
  await manager.ask(cancelDeal, { dealId: deal.id, version: moved.version, on: '2026-11-20', reason: '退订' });
  expect(await stateOf(other)).toBe('AVAILABLE');
});

test('the grid shows what each step of a deal makes of its home, and what is taken back', async () => {
  const roomId = await room();
  const shown = async () => {
    const { salesState, stage } = await manager.ask(readRoom, { roomId });
    return [salesState, stage];
  };
  const reserved = {
    ...subscribed(roomId),
    state: 'UNIT_RESERVED' as const,
    reservedOn: '2026-10-20',
    subscribedOn: undefined,
  };
  const intended = {
    ...reserved,
    state: 'INTENTION_PAID' as const,
    intentionPaidOn: '2026-10-01',
    reservedOn: undefined,
  };
  const deal = await manager.ask(registerDeal, intended);
  expect(await shown()).toEqual(['AVAILABLE', 'AVAILABLE']);
  const step = async (terms: object, { version }: { version: number }) =>
    manager.ask(editDeal, { ...(terms as typeof reserved), dealId: deal.id, version });
  const first = await step(reserved, deal);
  expect(await shown()).toEqual(['RESERVED', 'RESERVED']);
  const second = await step({ ...subscribed(roomId), reservedOn: '2026-10-20' }, first);
  expect(await shown()).toEqual(['SUBSCRIBED', 'SUBSCRIBED']);
  const third = await step(reserved, second);
  expect(await shown()).toEqual(['RESERVED', 'RESERVED']);
  await manager.ask(cancelDeal, { dealId: deal.id, version: third.version, on: '2026-11-15', reason: '不买了' });
  expect(await shown()).toEqual(['AVAILABLE', 'AVAILABLE']);

  // Entered late: the day of the next deal lies before the one on which the first ended.
  const late = await manager.ask(registerDeal, { ...reserved, reservedOn: '2026-11-10' });
  expect(await shown()).toEqual(['RESERVED', 'RESERVED']);
  await manager.ask(cancelDeal, { dealId: late.id, version: late.version, on: '2026-11-12', reason: '不买了' });
  expect(await shown()).toEqual(['AVAILABLE', 'AVAILABLE']);
});

test('a milestone that is taken back takes along what it made of the home', async () => {
  const roomId = await room();
  const record = (kind: 'RESERVED' | 'SIGNED', reachedOn: string) =>
    manager.ask(recordMilestone, { roomId, kind, reachedOn });
  await record('RESERVED', '2026-10-01');
  const { milestones } = await record('SIGNED', '2026-11-01');
  const remove = (kind: string) =>
    manager.ask(removeMilestone, { roomId, milestoneId: milestones.find((one) => one.kind === kind)?.id ?? '' });
  expect(await remove('SIGNED')).toMatchObject({ salesState: 'RESERVED', stage: 'RESERVED' });
  expect(await remove('RESERVED')).toMatchObject({ salesState: 'AVAILABLE', stage: 'AVAILABLE' });
});

test('of two who sell a home at once the second hears that it is taken', async () => {
  const roomId = await room();
  const both = await Promise.allSettled([0, 1].map(() => manager.ask(registerDeal, subscribed(roomId))));
  const told = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(told).toMatchObject([{ problem: { code: 'sales.room_taken' } }]);
});

test('a signed contract neither goes back a step nor moves to another home', async () => {
  const [one, other] = [await room(), await room()];
  const deal = await manager.ask(registerDeal, signed(one));
  const terms = { dealId: deal.id, version: deal.version };
  for (const given of [subscribed(one), signed(other)]) {
    expect((await manager.refused(editDeal, { ...given, ...terms })).code).toBe('sales.signed_stands');
  }
});

test('who recommended is somebody in reach, is nobody who buys, and hears of it too', async () => {
  const roomId = await room();
  for (const referrerId of [newId(), buyer]) {
    const refused = await manager.refused(registerDeal, { ...signed(roomId), referrerId });
    expect(refused).toMatchObject({ status: 422, fields: [{ path: 'referrerId' }] });
  }
  told.splice(0);
  const deal = await manager.ask(registerDeal, { ...signed(roomId), referrerId: referrer });
  await house.settle();
  expect(told).toContain(referrer);
  told.splice(0);
  await manager.ask(editDeal, { ...signed(roomId), dealId: deal.id, version: deal.version });
  await house.settle();
  expect(told).toContain(referrer);
});

test('no payment has been received before its day', async () => {
  const payments = [{ kind: 'DOWN_PAYMENT' as const, amountFen: 100, receivedOn: '2026-11-21' }];
  const refused = await manager.refused(registerDeal, { ...signed(await room()), payments });
  expect(refused).toMatchObject({ status: 422, code: 'sales.date_in_future' });
});

test('a later file moves deals between rooms, cancels and revives them, and what cannot be is told row by row', async () => {
  const work = <Result>(act: (it: Work) => Promise<Result>) =>
    inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'test' }, act);
  const [one, other] = [await room(), await room()];
  const row = (sourceKey: string, roomId: string | undefined, more: Partial<ImportedDeal> = {}): ImportedDeal => ({
    ...signed(''),
    roomId,
    sourceKey,
    ...more,
  });
  const bring = (importId: string, rows: ImportedDeal[]) => work((it) => importDeals(it, { importId, rows }));
  const gone = { state: 'CANCELLED' as const, cancelledOn: '2026-11-12', cancelReason: '退房' };
  const [first, second] = [newId(), newId()];
  const results = (all: readonly { readonly result: string }[]) => all.map(({ result }) => result);

  expect(
    results(await bring(first, [row('a', one), row('b', other), row('c', undefined, { state: 'SUBSCRIBED' })])),
  ).toEqual(['created', 'created', 'rejected']);
  expect(results(await bring(second, [row('b', one)]))).toEqual(['rejected']);
  const again = await bring(second, [row('a', one, gone), row('d', one, { referrerId: referrer })]);
  expect(results(again)).toEqual(['updated', 'created']);
  // A list that knows nothing of the end does not revive; one that was subscribed again on a later day does.
  expect(await bring(second, [row('a', one)])).toMatchObject([{ result: 'unchanged', endedOn: '2026-11-12' }]);
  const anew = row('a', one, { subscribedOn: '2026-11-13' });
  expect(results(await bring(second, [anew]))).toEqual(['rejected']);
  await work((it) => undoImportedDeals(it, { importId: second, updated: [] }));
  expect(results(await bring(second, [anew]))).toEqual(['updated']);
  expect(await house.sql(`select state, cancelled_on from deal where source_key = 'a'`)).toEqual([
    { state: 'CONTRACT_SIGNED', cancelled_on: null },
  ]);
});
