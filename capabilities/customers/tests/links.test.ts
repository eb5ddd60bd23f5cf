import { inTransaction, slot } from '@yilu/platform/server';
import type { Caller } from '@yilu/platform/testing';
import { roomChanged } from '@yilu/properties/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addHouseholdMember,
  addParty,
  addRelation,
  changeParty,
  createPerson,
  endParty,
  findPeople,
  readPerson,
  removeHouseholdMember,
  removeRelation,
  roomPeople,
  transferRoom,
  viewPerson,
} from '../contract/index.ts';
import { personPanels } from '../server/index.ts';
import { addRoom, type Estate, openEstate } from './estate.ts';

const later = {
  name: 'later',
  contributes: [
    personPanels.with({ name: 'deals', read: async (_, { id }) => ({ of: id }) }),
    personPanels.with({ name: 'secret', read: async () => undefined }),
    slot<string>('nobody.asks').with('x'),
  ],
};

let estate: Estate;
let manager: Caller;
beforeAll(async () => {
  estate = await openEstate([later]);
  manager = estate.house.as({ role: 'projectManager', name: '严正', projects: [estate.here] });
});
afterAll(() => estate.house.close());

let count = 0;
const register = async (name: string) => {
  const number = `1385713${String(1_000 + ++count).padStart(4, '0')}`;
  const { person } = await manager.ask(createPerson, { projectId: estate.here, name, phones: [{ number }] });
  return person.id;
};

describe('parts in a room', () => {
  test('the first owner is the contact, shares never exceed the whole, and the room finds its people', async () => {
    const [roomId] = estate.rooms;
    const [zhang, li] = [await register('张甲'), await register('李甲')];
    await manager.ask(addParty, { roomId, personId: zhang, role: 'owner', share: 0.6, startedOn: '2024-05-01' });
    expect(await manager.refused(addParty, { roomId, personId: li, role: 'coOwner', share: 0.5 })).toMatchObject({
      status: 409,
      code: 'customers.shares_too_many',
      params: { sum: 110 },
    });
    const { parties } = await manager.ask(addParty, { roomId, personId: li, role: 'coOwner', share: 0.4 });
    expect(
      parties.map(({ personName, role, share, primaryContact }) => [personName, role, share, primaryContact]),
    ).toEqual([
      ['张甲', 'owner', 0.6, true],
      ['李甲', 'coOwner', 0.4, false],
    ]);
    const found = (await manager.ask(findPeople, { text: '3-2-1801' })).people;
    expect(found.map(({ name, rooms }) => [name, rooms])).toEqual([
      ['李甲', ['3-2-1801']],
      ['张甲', ['3-2-1801']],
    ]);
  });

  test('people are found by a room’s new name once it has been renamed', async () => {
    const [roomId] = estate.rooms;
    await estate.house.sql("update room set display_code = '9-1-2701', number = '2701' where id = $1", [roomId]);
    await inTransaction(estate.house.engine, { entry: { as: 'system' }, requestId: 'rename' }, (work) =>
      work.tell(roomChanged, { projectId: estate.here, roomIds: [roomId] }),
    );
    await estate.house.settle();
    expect((await manager.ask(findPeople, { text: '9-1-2701' })).people.map(({ name }) => name)).toEqual([
      '李甲',
      '张甲',
    ]);
    expect((await manager.ask(findPeople, { text: '3-2-1801' })).people).toEqual([]);
  });

  test.each(['A-1-2701', 'a-1-2701', 'A座1单元2701'])(
    'people of a building with a letter are found by %s',
    async (text) => {
      const [roomId] = estate.rooms;
      await estate.house.sql("update room set display_code = 'A-1-2701' where id = $1", [roomId]);
      await inTransaction(estate.house.engine, { entry: { as: 'system' }, requestId: 'rename' }, (work) =>
        work.tell(roomChanged, { projectId: estate.here, roomIds: [roomId] }),
      );
      await estate.house.settle();
      expect((await manager.ask(findPeople, { text })).people.map(({ name }) => name)).toEqual(['李甲', '张甲']);
    },
  );

  test('a sale ends the old owners’ parts and begins new ones on the same day; the tenant stays', async () => {
    const [, roomId] = estate.rooms;
    const [seller, child, tenant, buyer] = [
      await register('卖方'),
      await register('卖方之女'),
      await register('租客'),
      await register('买方'),
    ];
    await manager.ask(addParty, { roomId, personId: seller, role: 'owner', startedOn: '2020-01-01' });
    await manager.ask(addParty, { roomId, personId: child, role: 'family' });
    await manager.ask(addParty, { roomId, personId: tenant, role: 'tenant' });
    const { version } = await manager.ask(roomPeople, { roomId });
    const sale = { roomId, reason: 'sale' as const, owners: [{ personId: buyer }] };
    expect(await manager.refused(transferRoom, { ...sale, on: '2019-12-31', version })).toMatchObject({
      code: 'customers.ends_before_start',
    });
    // A colleague had seen the room before the tenant came.
    expect(await manager.refused(transferRoom, { ...sale, on: '2026-11-20', version: version - 1 })).toMatchObject({
      status: 409,
      current: { version },
    });
    const { parties } = await manager.ask(transferRoom, {
      roomId,
      on: '2026-11-20',
      reason: 'sale',
      version,
      owners: [{ personId: buyer, share: 1 }],
    });
    expect(await manager.refused(transferRoom, { ...sale, on: '2026-11-21', version })).toMatchObject({ status: 409 });
    expect(parties.map(({ personName, role, primaryContact }) => [personName, role, primaryContact])).toEqual([
      ['买方', 'owner', true],
      ['租客', 'tenant', false],
    ]);
    const history = (await manager.ask(roomPeople, { roomId, ended: 'true' })).parties;
    expect(
      history
        .filter(({ endedOn }) => endedOn === '2026-11-20')
        .map(({ personName }) => personName)
        .sort(),
    ).toEqual(['卖方', '卖方之女']);
  });

  test('a part ends once, and a stale page is told', async () => {
    const [, , roomId] = estate.rooms;
    const personId = await register('住户甲');
    const [party] = (await manager.ask(addParty, { roomId, personId, role: 'resident', startedOn: '2026-01-31' }))
      .parties;
    const asked = { partyId: party?.id ?? '', version: 1 };
    expect(await manager.refused(endParty, { ...asked, endedOn: '2026-01-30' })).toMatchObject({
      code: 'customers.ends_before_start',
    });
    await manager.ask(changeParty, { ...asked, startedOn: '2026-02-01' });
    expect(await manager.refused(endParty, { ...asked, endedOn: '2026-03-01' })).toMatchObject({
      code: 'platform.stale_version',
    });
    expect((await manager.ask(endParty, { ...asked, version: 2, endedOn: '2026-03-01' })).parties).toEqual([]);
  });

  test('a room of the neighbouring project is not there', async () => {
    const personId = await register('隔壁甲');
    const asked = { roomId: estate.roomNextDoor, personId, role: 'owner' as const };
    expect(await manager.refused(addParty, asked)).toMatchObject({ status: 404 });
  });
});

test('relations read from both ends, once per kind', async () => {
  const [mother, daughter] = [await register('许桂芬'), await register('许素')];
  const { relations } = await manager.ask(addRelation, { personId: daughter, otherId: mother, kind: 'parent' });
  expect(relations).toMatchObject([{ name: '许桂芬', seenAs: 'parent' }]);
  expect((await manager.ask(viewPerson, { personId: mother })).relations).toMatchObject([
    { name: '许素', seenAs: 'child' },
  ]);
  const again = { personId: mother, otherId: daughter, kind: 'parent' as const };
  expect(await manager.refused(addRelation, again)).toMatchObject({ code: 'customers.already_related' });
  expect(await manager.refused(addRelation, { ...again, otherId: mother })).toMatchObject({ status: 422 });
  const { completeness } = await manager.ask(readPerson, { personId: daughter });
  expect(completeness.missing.map(({ item }) => item)).not.toContain('familyRelations');
  expect(
    (await manager.ask(removeRelation, { personId: mother, relationId: relations[0]?.id ?? '' })).relations,
  ).toEqual([]);
});

test('a household joins people across rooms; one left alone is no household', async () => {
  const [one, two, three] = [await register('家甲'), await register('家乙'), await register('家丙')];
  await manager.ask(addHouseholdMember, { personId: one, memberId: two });
  const { household } = await manager.ask(addHouseholdMember, { personId: two, memberId: three });
  expect(household?.members).toHaveLength(3);
  await manager.ask(removeHouseholdMember, { personId: one, memberId: three });
  expect(await manager.ask(removeHouseholdMember, { personId: one, memberId: two })).toEqual({});
});

test('a part that has ended is corrected, but never again the one to ring, and not to begin after its end', async () => {
  const roomId = await addRoom(estate.house, estate.here, '2001');
  const [former, present] = [await register('前住户'), await register('现住户')];
  const [part] = (await manager.ask(addParty, { roomId, personId: former, role: 'resident', startedOn: '2020-01-01' }))
    .parties;
  const partyId = part?.id ?? '';
  await manager.ask(addParty, { roomId, personId: present, role: 'tenant' });
  await manager.ask(endParty, { partyId, endedOn: '2024-06-30', version: 1 });

  expect(await manager.refused(changeParty, { partyId, version: 2, primaryContact: true })).toMatchObject({
    status: 409,
    code: 'customers.party_ended',
  });
  expect(await manager.refused(changeParty, { partyId, version: 2, startedOn: '2024-07-01' })).toMatchObject({
    status: 409,
    code: 'customers.ends_before_start',
  });
  await manager.ask(changeParty, { partyId, version: 2, startedOn: '2019-05-01' });
  const { parties } = await manager.ask(roomPeople, { roomId });
  expect(parties).toMatchObject([{ personName: '现住户', primaryContact: true }]);
});

test('the page of a person holds every contributed panel that the asker may see', async () => {
  const personId = await register('页面甲');
  expect((await manager.ask(viewPerson, { personId })).panels).toEqual({ deals: { of: personId } });
});

test('each line of the audit says in which project it happened, so that whoever audits a project reads it', async () => {
  const lines = await estate.house.sql(
    "select distinct action from audit_entry where action ^@ 'customers.' and project_id is null",
  );
  expect(lines).toEqual([]);
});
