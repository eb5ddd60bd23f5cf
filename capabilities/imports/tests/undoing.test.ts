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
