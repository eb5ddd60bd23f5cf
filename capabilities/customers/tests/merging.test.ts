import { entrust as lookAfter } from '@yilu/identity/contract';
import type { Caller } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addParty,
  addRelation,
  answerDossier,
  createPerson,
  mergePeople,
  personHistory,
  readPerson,
  viewPerson,
} from '../contract/index.ts';
import { personRelinkers } from '../server/index.ts';
import { type Estate, openEstate } from './estate.ts';

const relinked: string[] = [];
const later = {
  name: 'later',
  contributes: [
    personRelinkers.with({ name: 'later', relink: async (_, { fromId, toId }) => void relinked.push(fromId, toId) }),
  ],
};

let estate: Estate;
let manager: Caller;
let housekeeper: Caller;
beforeAll(async () => {
  estate = await openEstate([later]);
  manager = estate.house.as({ role: 'projectManager', name: '严正', projects: [estate.here] });
  housekeeper = estate.house.as({ role: 'housekeeper', projects: [estate.here] });
});
afterAll(() => estate.house.close());

let count = 0;
const register = async (name: string) => {
  const number = `1385716${String(1_000 + ++count).padStart(4, '0')}`;
  const { person } = await manager.ask(createPerson, { projectId: estate.here, name, phones: [{ number }] });
  return person.id;
};

const registerNextDoor = async (name: string) => {
  const next = estate.house.as({ role: 'projectManager', projects: [estate.neighbour] });
  const number = `1385714${String(1_000 + ++count).padStart(4, '0')}`;
  return (await next.ask(createPerson, { projectId: estate.neighbour, name, phones: [{ number }] })).person.id;
};

test('nothing is lost, gaps are filled, the old address leads to the one that stays', async () => {
  const [, , roomId] = estate.rooms;
  const [kept, gone] = [await register('合并甲'), await register('合并乙')];
  await manager.ask(addParty, { roomId, personId: gone, role: 'owner', share: 1 });
  await manager.ask(answerDossier, {
    personId: gone,
    answers: [
      { field: 'address', value: '乙的地址' },
      { field: 'wechat', value: 'yi' },
    ],
  });
  await manager.ask(answerDossier, { personId: kept, answers: [{ field: 'address', value: '甲的地址' }] });
  await manager.ask(addRelation, { personId: gone, otherId: await register('合并之友'), kind: 'friend' });

  const { person } = await manager.ask(mergePeople, {
    personId: kept,
    otherId: gone,
    version: 1,
    takeFromOther: ['wechat'],
  });
  expect(person.phones).toHaveLength(2);
  const view = await manager.ask(viewPerson, { personId: gone });
  expect(view.person.id).toBe(kept);
  expect(view.homes.map(({ roomId: room, role }) => [room, role])).toEqual([[roomId, 'owner']]);
  expect(view.relations).toMatchObject([{ name: '合并之友' }]);
  expect(Object.fromEntries(view.dossier.answers.map(({ field, value }) => [field, value]))).toEqual({
    address: '甲的地址',
    wechat: 'yi',
  });
  expect(relinked).toEqual([gone, kept]);
  const audit = await estate.house.sql(
    "select 1 from audit_entry where action = 'customers.merged' and subject_id = $1",
    [kept],
  );
  expect(audit).toHaveLength(1);
});

test('the history of each field goes along: who changed what, and when, whichever side they were on', async () => {
  const [kept, gone] = [await register('历史甲'), await register('历史乙')];
  const answer = (personId: string, field: 'address' | 'financialDecider', value: string) =>
    manager.ask(answerDossier, { personId, answers: [{ field, value }] });
  await answer(gone, 'address', '老地址');
  await answer(gone, 'address', '新地址');
  await answer(gone, 'financialDecider', '母亲');
  await answer(kept, 'address', '甲的地址');
  const pastOf = async (personId: string, field: string) =>
    (await manager.ask(personHistory, { personId, field })).changes.map(({ before, after, changedBy, changedAt }) => ({
      before,
      after,
      changedBy,
      changedAt,
    }));
  const [addresses, deciders] = [await pastOf(gone, 'address'), await pastOf(gone, 'financialDecider')];
  expect(addresses).toMatchObject([{ before: '老地址', after: '新地址', changedBy: '严正' }, { after: '老地址' }]);
  expect(deciders).toHaveLength(1);
  const ofProperty = estate.house.as({ role: 'propertyManager', projects: [estate.here], sides: ['property'] });
  await ofProperty.ask(mergePeople, { personId: kept, otherId: gone, version: 1 });
  const after = await pastOf(kept, 'address');
  expect(after).toHaveLength(3);
  expect(after).toEqual(expect.arrayContaining(addresses));
  expect(await pastOf(kept, 'financialDecider')).toEqual(expect.arrayContaining(deciders));
});

test('what the merging manager cannot see is not lost either: a neighbouring project, the other side, who looks after them', async () => {
  const { house, here, neighbour, roomNextDoor } = estate;
  const [kept, gone] = [await register('合并戊'), await register('合并己')];
  const consultant = house.as({ role: 'salesConsultant', projects: [here], ownOnly: true });
  await house.sql(
    `insert into person_project (person_id, project_id, registered_at, registered_by) values ($1, $2, now(), $1)`,
    [gone, neighbour],
  );
  await house.sql(
    `insert into room_party (id, room_id, project_id, person_id, role) values (gen_random_uuid(), $1, $2, $3, 'owner')`,
    [roomNextDoor, neighbour, gone],
  );
  await manager.ask(answerDossier, { personId: gone, answers: [{ field: 'financialDecider', value: '母亲' }] });
  await manager.ask(lookAfter, {
    staffId: consultant.accountId,
    subjects: [{ kind: 'person', id: gone, projectId: here }],
  });

  const ofProperty = house.as({ role: 'propertyManager', projects: [here], sides: ['property'] });
  const { person } = await ofProperty.ask(mergePeople, { personId: kept, otherId: gone, version: 1 });
  expect(person.projectIds).toEqual([here]);

  const nextDoor = house.as({ role: 'projectManager', projects: [neighbour] });
  expect((await nextDoor.ask(viewPerson, { personId: gone })).homes).toMatchObject([
    { personId: kept, roomId: roomNextDoor },
  ]);
  expect((await manager.ask(viewPerson, { personId: kept })).dossier.answers).toMatchObject([
    { field: 'financialDecider', value: '母亲' },
  ]);
  expect((await consultant.ask(viewPerson, { personId: kept })).mine).toBe(true);
  expect(await ofProperty.refused(readPerson, { personId: await registerNextDoor('邻居庚') })).toMatchObject({
    status: 404,
  });
});

test('is for managers, with the record as they saw it, and never with oneself', async () => {
  const [one, other] = [await register('合并丙'), await register('合并丁')];
  expect(await housekeeper.refused(mergePeople, { personId: one, otherId: other, version: 1 })).toMatchObject({
    status: 403,
  });
  expect(await manager.refused(mergePeople, { personId: one, otherId: other, version: 9 })).toMatchObject({
    code: 'platform.stale_version',
  });
  expect(await manager.refused(mergePeople, { personId: one, otherId: one, version: 1 })).toMatchObject({
    status: 422,
  });
});
