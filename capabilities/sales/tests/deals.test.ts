import { createPerson, roomPeople } from '@yilu/customers/contract';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { interactions } from '@yilu/interactions/server';
import { inTransaction, newId, type Work } from '@yilu/platform/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { readRoom } from '@yilu/properties/contract';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelDeal, editDeal, type ImportedDeal, listDeals, readDeal, registerDeal } from '../contract/index.ts';
import { importDeals, sales, undoImportedDeals } from '../server/index.ts';
import { roomForSale, signedByTwo } from './rooms.ts';

let house: House;
let here: string;
let elsewhere: string;
let manager: Caller;
let buyer: string;
let wife: string;
beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, sales],
    at: '2026-11-20T10:00:00+08:00',
  });
  here = await house.project('澜山府一期');
  elsewhere = await house.project('望江台');
  manager = house.as({ role: 'salesSiteManager', name: '何站', projects: [here], sides: ['developer'] });
  buyer = await person('许静安');
  wife = await person('周启明');
});
afterAll(() => house.close());

async function person(name: string) {
  const saved = await manager.ask(createPerson, { projectId: here, name, anyway: true });
  return saved.person.id;
}
const room = () => roomForSale(house, here);
const signed = (roomId: string) => ({
  ...signedByTwo(here, roomId, [buyer, wife]),
  payments: [{ kind: 'DOWN_PAYMENT' as const, amountFen: 160_000_000, receivedOn: '2026-11-10' }],
});

test('signing makes the buyers owners and the room signed, in one act', async () => {
  const roomId = await room();
  const deal = await manager.ask(registerDeal, signed(roomId));
  expect(deal).toMatchObject({ state: 'CONTRACT_SIGNED', receivedFen: 160_000_000 });
  expect(deal.buyers.map(({ name }) => name)).toEqual(['许静安', '周启明']);
  const { parties } = await manager.ask(roomPeople, { roomId });
  expect(parties.map(({ role }) => role).sort()).toEqual(['coOwner', 'owner']);
  expect((await manager.ask(readRoom, { roomId })).salesState).toBe('SIGNED');
});

test('a buyer beyond the reach of whoever reads the deal has no name there', async () => {
  const deal = await manager.ask(registerDeal, signed(await room()));
  const consultant = house.as({ role: 'salesConsultant', projects: [here], sides: ['developer'], ownOnly: true });
  await house.sql(`update deal set consultant_id = $1 where id = $2`, [consultant.accountId, deal.id]);
  const seen = await consultant.ask(readDeal, { dealId: deal.id });
  expect(seen.buyers.map(({ personId, name }) => [personId, name])).toEqual([
    [buyer, undefined],
    [wife, undefined],
  ]);
});

test('a room is sold once, until the deal is cancelled', async () => {
  const roomId = await room();
  const reserved = {
    ...signed(roomId),
    state: 'UNIT_RESERVED' as const,
    reservedOn: '2026-10-20',
    signedOn: undefined,
    subscribedOn: undefined,
  };
  const first = await manager.ask(registerDeal, reserved);
  expect((await manager.refused(registerDeal, reserved)).code).toBe('sales.room_taken');
  const cancelled = await manager.ask(cancelDeal, {
    dealId: first.id,
    version: first.version,
    on: '2026-11-15',
    reason: '贷款未批',
  });
  expect(cancelled).toMatchObject({ state: 'CANCELLED', cancelledOn: '2026-11-15' });
  await manager.ask(registerDeal, reserved);
  const again = await manager.refused(editDeal, { dealId: first.id, ...reserved, version: cancelled.version });
  expect(again.code).toBe('sales.already_cancelled');
});

test('a stale edit gets the deal as it stands', async () => {
  const deal = await manager.ask(registerDeal, signed(await room()));
  const terms = { ...signed(deal.roomId ?? ''), dealId: deal.id };
  const edited = await manager.ask(editDeal, { ...terms, discount: '98 折', version: deal.version });
  const stale = await manager.refused(editDeal, { ...terms, discount: '97 折', version: deal.version });
  expect(stale).toMatchObject({ status: 409, current: { discount: '98 折', version: edited.version } });
});

test('a deal is somebody’s who works in the project; who has left since may stay', async () => {
  const roomId = await room();
  const consultant = newId();
  const grant = async (nodeId: string) => {
    await house.sql(`delete from staff_grant where staff_id = $1`, [consultant]);
    await house.sql(
      `insert into staff_grant (id, staff_id, role_id, node_id, own_only, granted_at, granted_by)
       values (gen_random_uuid(), $1, 'salesConsultant', $2, true, now(), $1)`,
      [consultant, nodeId],
    );
  };
  await house.sql(
    `insert into staff (id, username, name, name_key, added_at) values ($1, 'chw', '程望', 'cw', now())`,
    [consultant],
  );
  await grant(elsewhere);
  const refused = await manager.refused(registerDeal, { ...signed(roomId), consultantId: consultant });
  expect(refused).toMatchObject({ status: 422, code: 'sales.consultant_elsewhere' });

  await grant(here);
  const deal = await manager.ask(registerDeal, { ...signed(roomId), consultantId: consultant });
  expect(deal.consultantName).toBe('程望');
  await grant(elsewhere);
  const { version } = deal;
  const kept = { ...signed(roomId), dealId: deal.id, consultantId: consultant, version, note: '已交接' };
  expect(await manager.ask(editDeal, kept)).toMatchObject({ consultantName: '程望', note: '已交接' });
});

test('buyers never share more than the whole: a sentence from the rule, and the database behind it', async () => {
  const roomId = await room();
  const tooMuch = [
    { personId: buyer, share: 0.6 },
    { personId: wife, share: 0.5 },
  ];
  expect(await manager.refused(registerDeal, { ...signed(roomId), buyers: tooMuch })).toMatchObject({
    status: 422,
    code: 'sales.shares_too_high',
  });
  const deal = await manager.ask(registerDeal, signed(roomId));
  await expect(
    house.sql('update deal_buyer set share = 0.7 where deal_id = $1 and position = 1', [deal.id]),
  ).rejects.toMatchObject({ constraint: 'shares_of_a_deal' });
});

test('prices are not for the property side, the neighbour, nor for nobody', async () => {
  const deal = await manager.ask(registerDeal, signed(await room()));
  const neighbour = house.as({ role: 'salesSiteManager', projects: [elsewhere] });
  expect((await neighbour.refused(readDeal, { dealId: deal.id })).status).toBe(404);
  const housekeeper = house.as({ role: 'housekeeper', projects: [here], sides: ['property'] });
  expect((await housekeeper.refused(readDeal, { dealId: deal.id })).status).toBe(403);
  const scope = { actor: manager.accountId, projects: [here] };
  for (const table of ['deal', 'deal_buyer', 'deal_payment']) {
    expect(await house.asApp({}, `select * from ${table}`)).toEqual([]);
    expect(await house.asApp({ ...scope, sides: ['property'] }, `select * from ${table}`)).toEqual([]);
    expect((await house.asApp({ ...scope, sides: ['developer'] }, `select * from ${table}`)).length).toBeGreaterThan(0);
  }
  const own = { ...scope, actor: neighbour.accountId, own: true, sides: ['developer' as const] };
  expect(await house.asApp(own, 'select * from deal')).toEqual([]);
});

test('deals of a file: twice is once, a taken room is rejected, undoing leaves what was before', async () => {
  const importId = newId();
  const work = <Result>(act: (it: Work) => Promise<Result>) =>
    inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'test' }, act);
  const before = await house.sql('select id from deal order by id');
  const [one, other] = [await room(), await room()];
  const row = (sourceKey: string, roomId: string): ImportedDeal => ({
    ...signed(roomId),
    sourceKey,
    consultantName: '程望',
  });
  const first = await work((it) =>
    importDeals(it, { importId, rows: [row('a', one), row('b', other), row('c', one)] }),
  );
  expect(first.map(({ result }) => result)).toEqual(['created', 'created', 'rejected']);
  const again = await work((it) =>
    importDeals(it, { importId, rows: [row('a', one), { ...row('b', other), discount: '98 折' }] }),
  );
  expect(again).toMatchObject([
    { result: 'unchanged' },
    { result: 'updated', before: { discount: null }, after: { discount: '98 折' } },
  ]);

  const { items } = await manager.ask(listDeals, { roomId: other });
  expect(items).toMatchObject([{ imported: true, consultantName: '程望', discount: '98 折' }]);
  const undone = await work((it) => undoImportedDeals(it, { importId, updated: [] }));
  expect(undone).toEqual({ removed: 2, restored: 0, kept: [] });
  expect(await house.sql('select id from deal order by id')).toEqual(before);
});
