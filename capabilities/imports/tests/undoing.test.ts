import { addPhone, answerDossier, changePerson, createPerson, viewPerson } from '@yilu/customers/contract';
import { entrust } from '@yilu/identity/contract';
import { editRoom, readRoom } from '@yilu/properties/contract';
import { createTask } from '@yilu/tasks/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

test('deals and contacts that an undo leaves are told by whose they are', async () => {
  const { administrator, projectId, house } = office;
  const visits = '姓名,电话,来访日期,意向级别\n卫八,13800138061,2026-11-20,B\n蒋九,13800138062,2026-11-20,B\n';
  const contracts = '客户名称,电话,房间,签约日期,合同总价\n沈十,13800138063,6-1-101,2026-11-15,2380000\n';
  const run = await office.bringIn(
    administrator,
    await office.drop(administrator, { '来访.csv': visits, '签约.csv': contracts }, projectId),
  );
  expect(run.records).toMatchObject({ contacts: 2, deals: 1 });
  const of = (name: string) => [run.id, name];
  await house.sql(
    `update interaction set version = 2
      where import_id = $1 and person_id = (select id from person where name = $2)`,
    of('卫八'),
  );
  await house.sql('update deal set version = 2 where import_id = $1', [run.id]);
  const { kept } = await office.takeBack(administrator, run);
  const told = (door: string) => kept?.find((line) => line.door === door);
  expect(told('contacts')).toMatchObject({ count: 1, who: [{ name: '卫八' }] });
  expect(told('deals')).toMatchObject({ count: 1, who: [{ name: '沈十' }] });
}, 120_000);

test('a room whose one field somebody cleared, and what was entrusted or has a task, stay and are told (decision 22)', async () => {
  const { administrator, projectId, house } = office;
  const rooms =
    '房号,建筑面积,户型\n7-1-101,89,三房两厅\n7-1-102,89,三房两厅\n7-1-103,89,三房两厅\n7-1-104,89,三房两厅\n7-1-105,89,三房两厅\n';
  const owners =
    '业主姓名,手机号码,房号\n托一,13800138071,7-1-104\n办二,13800138072,7-1-104\n无三,13800138073,7-1-104\n';
  const run = await office.bringIn(
    administrator,
    await office.drop(administrator, { '房源.csv': rooms, '业主.csv': owners }, projectId),
  );
  const idOf = async (table: 'room' | 'person', column: string, value: string) =>
    (await house.sql<{ id: string }>(`select id from ${table} where ${column} = $1`, [value]))[0]?.id ?? '';
  const room = (code: string) => idOf('room', 'display_code', code);
  const person = (name: string) => idOf('person', 'name', name);

  const cleared = await room('7-1-101');
  const { version } = await administrator.ask(readRoom, { roomId: cleared });
  await administrator.ask(editRoom, { roomId: cleared, clear: ['layout'], version });
  const keeper = house.as({ role: 'housekeeper', name: '林晓', projects: [projectId], sides: ['property'] });
  await keeper.ask(readRoom, { roomId: cleared });
  const subjects = [
    { kind: 'room' as const, id: await room('7-1-102'), projectId },
    { kind: 'person' as const, id: await person('托一'), projectId },
  ];
  await administrator.ask(entrust, { staffId: keeper.accountId, subjects });
  const task = { projectId, title: '上门看看', on: '2026-12-31' as never };
  await administrator.ask(createTask, { ...task, subject: { kind: 'person', id: await person('办二') } });
  await administrator.ask(createTask, { ...task, subject: { kind: 'room', id: await room('7-1-103') } });

  const { kept } = await office.takeBack(administrator, run);
  const left = async (table: 'room' | 'person', column: string, values: readonly string[]) =>
    (
      await house.sql<{ name: string }>(
        `select ${column} as name from ${table} where ${column} = any ($1) order by 1`,
        [values],
      )
    ).map(({ name }) => name);
  // In 104 live those who stay.
  const codes = ['7-1-101', '7-1-102', '7-1-103', '7-1-104', '7-1-105'];
  expect(await left('room', 'display_code', codes)).toEqual(codes.slice(0, 4));
  expect(await left('person', 'name', ['托一', '办二', '无三'])).toEqual(['办二', '托一']);
  const told = kept?.map(({ door, why, who }) => [door, why.zh, who?.map(({ name }) => name).sort()]);
  expect(told).toContainEqual(['people', '已有别的记录用到', ['办二', '托一']]);
  expect(kept?.filter(({ door }) => door === 'rooms').map(({ why, count }) => [why.zh, count])).toEqual(
    expect.arrayContaining([['已有别的记录用到', expect.any(Number)]]),
  );
}, 120_000);

test('an undo names what somebody changed since, by whom and when, and nothing else (decision 22)', async () => {
  const { administrator, projectId, house } = office;
  const manager = (name: string) => house.as({ role: 'projectManager', name, projects: [projectId] });
  const [lin, cheng] = [manager('林晓'), manager('程望')];
  const phones = [{ number: '13800138083' }];
  const known = (await lin.ask(createPerson, { projectId, name: '老客户', phones })).person.id;
  const owners =
    '业主姓名,手机号码,房号,性别,常住小区\n新甲,13800138081,9-1-101,男,梅园\n新乙,13800138082,9-1-102,女,兰园\n老客户,13800138083,9-1-103,女,竹园\n';
  const run = await office.bringIn(administrator, await office.drop(administrator, { '业主.csv': owners }, projectId));
  const idOf = async (name: string) =>
    (await house.sql<{ id: string }>('select id from person where name = $1', [name]))[0]?.id ?? '';
  const [first, second] = [await idOf('新甲'), await idOf('新乙')];
  const community = (value: string) => ({ answers: [{ field: 'community' as const, value }] });

  house.setClock('2026-12-02T02:00:00Z');
  await lin.ask(changePerson, { personId: first, version: 1, birthYear: 1988 });
  await lin.ask(answerDossier, { personId: second, ...community('菊园') });
  house.setClock('2026-12-03T02:00:00Z');
  await cheng.ask(addPhone, { personId: second, number: '13800138084' });
  await cheng.ask(answerDossier, { personId: known, ...community('松园') });

  const { kept } = await office.takeBack(administrator, run);
  const told = (kept ?? []).filter(({ door }) => door === 'people');
  const whole = (by: string, on: string) => `之后有人改过（${by}，${on}），整份档案留着`;
  expect(told.map(({ what, who, why }) => [who?.[0]?.name, what.zh, why.zh]).sort()).toEqual(
    [
      ['新甲', '出生年', whole('林晓', '2026-12-02')],
      ['新乙', '常住小区', whole('林晓、程望', '2026-12-03')],
      ['新乙', '电话', whole('林晓、程望', '2026-12-03')],
      ['老客户', '常住小区', '之后有人改过（程望，2026-12-03）'],
    ].sort(),
  );
  // Of who was here before, what nobody touched is as it was: neither sex nor home.
  const { person } = await lin.ask(viewPerson, { personId: known });
  expect(person.sex).toBeUndefined();
  const homes = await house.sql('select from room_party where person_id = $1', [known]);
  expect(homes).toEqual([]);
}, 120_000);
