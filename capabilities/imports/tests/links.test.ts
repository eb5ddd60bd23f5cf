import { inTransaction } from '@yilu/platform/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyImport, readImport, startImport } from '../contract/index.ts';
import { applyNow } from '../server/steps.ts';
import { multipart, type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

test('files dropped together refer to each other by the source’s own numbers', async () => {
  const { administrator, house } = office;
  const run = await office.drop(administrator, {
    '车位.csv':
      '停车场,车位编码,车位类型,面积,业主编号,出租还是出售\n地下一层,B1-001,地下停车位,12.5,7,S\n地下一层,B1-002,地下停车位,12.5,8,H\n地下一层,B1-003,地下停车位,12.5,,\n',
    '房屋.csv':
      '楼栋,单元,房号,户型,建筑面积,业主编号\n1栋,1单元,101,三室两厅,98.5,7\n1栋,1单元,102,三室两厅,98.5,99\n',
    '业主.csv':
      '业主编号,业主名称,手机号,统一社会信用代码,业主类型\n7,深圳市锦绣置业有限公司,13800138081,91440300MA5EQXL17T,1001\n8,韩九,13800138082,,1001\n7,杨十,13800138083,,1002\n',
  });
  expect(run.files.map(({ sheets }) => sheets[0]?.kind)).toEqual(['parking', 'rooms', 'owners']);
  const applied = await office.bringIn(administrator, run);
  expect(applied).toMatchObject({ phase: 'applied', records: { people: 3, rooms: 2, contacts: 0, deals: 0 } });

  const parties = await house.sql<{ name: string; kind: string; role: string; number: string }>(
    `select person.name, person.kind, room_party.role, room.number from room_party
       join person on person.id = room_party.person_id join room on room.id = room_party.room_id order by room.number, role desc`,
  );
  const company = { name: '深圳市锦绣置业有限公司', kind: 'company', role: 'owner' };
  expect(parties).toEqual(
    expect.arrayContaining([
      { ...company, number: '101' },
      { name: '杨十', kind: 'natural', role: 'family', number: '101' },
      { name: '韩九', kind: 'natural', role: 'tenant', number: 'B1-002' },
    ]),
  );
  const [spaces] = await house.sql<{ count: number }>(
    "select count(*)::int as count from room where kind = 'PARKING_SPACE'",
  );
  expect(spaces?.count).toBe(3);
  expect(applied.counts.withProblems).toBe(1);
});

test('an import that is cut off in the middle leaves nothing, and goes in whole when it is taken up again', async () => {
  const { administrator, house, projectId } = office;
  const lines = Array.from(
    { length: 1_200 },
    (_, n) => `客户${String.fromCodePoint(0x4e00 + n)},139${String(n).padStart(8, '2')},9-1-${n + 100}`,
  );
  const run = await office.drop(administrator, { 'o.csv': `姓名,手机号,房号\n${lines.join('\n')}\n` }, projectId);
  const before = await office.count('person');
  await administrator.ask(applyImport, { importId: run.id });

  await house.sql(`alter table person add constraint the_power_fails check (name <> '${lines[900]?.split(',')[0]}')`);
  const cutOff = applyNow(
    (act) =>
      inTransaction(
        house.engine,
        { entry: { as: 'account', accountId: administrator.accountId }, requestId: 'cut' },
        act,
      ),
    run.id,
  );
  await expect(cutOff).rejects.toThrow('the_power_fails');
  await house.sql('alter table person drop constraint the_power_fails');
  expect(await office.count('person')).toBe(before);
  expect(await administrator.ask(readImport, { importId: run.id })).toMatchObject({ phase: 'applying' });

  await house.settle();
  expect(await administrator.ask(readImport, { importId: run.id })).toMatchObject({
    phase: 'applied',
    counts: { created: 1_200 },
  });
  expect(await office.count('person')).toBe(before + 1_200);
}, 120_000);

test('a file above the limit is refused before anything is read', async () => {
  const { payload, headers } = multipart({ 'big.csv': Buffer.alloc(51 * 1024 * 1024, 'a') });
  const answer = await office.administrator.exchange(startImport, {}, headers, payload);
  expect(answer.statusCode).toBe(413);
  expect(answer.json()).toMatchObject({ code: 'platform.too_large' });
}, 60_000);

test('a shop written S-101 here and S101 there is one, unless one list names both', async () => {
  const { administrator } = office;
  const bring = async (name: string, text: string) =>
    office.bringIn(administrator, await office.drop(administrator, { [name]: text }, office.projectId));
  const shops = () =>
    office.house.sql<{ number: string }>(
      `select number from room where kind = 'SHOP' and number like 'S%7%' order by number`,
    );
  await bring('商铺.csv', '铺位号,业主,电话\nS-701,张伟,13800230001\n');
  const other = await bring('商铺租户.csv', '商铺号,租户,租户电话\nＳ７０１,陈租,13800230002\n');
  expect(other.records?.rooms).toBe(1);
  expect((await shops()).map(({ number }) => number)).toEqual(['S-701']);
  await bring('两处.csv', '铺位号,业主,电话\nS-702,李娜,13800230004\nS702,王芳,13800230005\n');
  expect((await shops()).map(({ number }) => number)).toEqual(['S-701', 'S-702', 'S702']);
});
