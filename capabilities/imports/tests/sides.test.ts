import { afterAll, beforeAll, expect, test } from 'vitest';
import { listImportRows, listImports, readImport } from '../contract/index.ts';
import { type Office, openOffice } from './office.ts';

// ORG-08, decision 33: what the property company brings in touches nothing of the developer's side, and says so row by row.

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

test('a property manager’s files go in without the columns and deals of the developer’s side, and tell nothing of what stands there', async () => {
  const { administrator, projectId, house } = office;
  const sales = {
    '来访.csv': '姓名,电话,来访日期,意向级别,购房目的\n卫八,13800138061,2026-11-20,B,自住\n',
    '签约.csv': '客户名称,电话,房间,签约日期,合同总价\n卫八,13800138061,6-1-101,2026-11-15,2380000\n',
  };
  await office.bringIn(administrator, await office.drop(administrator, sales, projectId));
  const answers = () =>
    house.sql<{ field: string }>('select person_id, field, value from dossier_answer order by 1, 2');
  const before = { answers: await answers(), deals: await house.sql('select * from deal') };

  const manager = house.as({ role: 'propertyManager', name: '陶然', projects: [projectId], sides: ['property'] });
  const service = {
    '来访.csv': '姓名,电话,来访日期,意向级别,购房目的,单位\n卫八,13800138061,2026-11-21,A,投资,某公司\n',
    '签约.csv': '客户名称,电话,房间,签约日期,合同总价\n卫八,13800138061,6-1-101,2026-11-15,2390000\n',
    '业主.csv': '业主姓名,手机号码,房号,意向级别\n卫八,13800138061,6-1-101,A\n',
  };
  const run = await office.drop(manager, service, projectId);
  const rows = [];
  for (const { sheets } of run.files)
    for (const { id } of sheets)
      rows.push(...(await manager.ask(listImportRows, { importId: run.id, sheetId: id })).items);
  const said = rows.flatMap(({ reasons }) => reasons.map(({ sort, column, message }) => [sort, column, message.zh]));
  expect(said).toEqual(
    expect.arrayContaining([
      ['problem', '意向级别', '这一栏由地产一侧收集，没有导入'],
      ['problem', '购房目的', '这一栏由地产一侧收集，没有导入'],
      ['rejection', '', '认购和签约由地产一侧登记，请交给案场导入'],
    ]),
  );
  expect(JSON.stringify(rows)).not.toMatch(/与已有资料不同|自住|2380000/);

  const done = await office.bringIn(manager, run);
  expect(done).toMatchObject({ phase: 'applied', counts: { rejected: 1 }, records: { contacts: 1, deals: 0 } });
  expect(await house.sql('select * from deal')).toEqual(before.deals);
  const own = (await answers()).filter(({ field }) => field !== 'employer');
  expect(own).toEqual(before.answers);
  const sides = await house.sql<{ side: string }>('select side from interaction order by contacted_at');
  expect(sides.map(({ side }) => side)).toEqual(['developer', 'property']);

  expect((await office.takeBack(manager, done)).phase).toBe('undone');
  expect(await answers()).toEqual(before.answers);
}, 120_000);

test('who works for one side sees no import of others, though they reach the whole group', async () => {
  const { administrator, projectId, house } = office;
  const run = await office.drop(
    administrator,
    { '签约.csv': '客户名称,电话,合同总价\n卫九,13800138062,2380000\n' },
    projectId,
  );
  const [sheetId = ''] = run.files.flatMap(({ sheets }) => sheets.map(({ id }) => id));
  const groupOf = (...sides: ('developer' | 'property')[]) => house.as({ role: 'propertyManager', sides });

  const property = groupOf('property');
  expect((await property.ask(listImports, {})).items).toEqual([]);
  expect(await property.refused(readImport, { importId: run.id })).toMatchObject({ status: 404 });
  expect(await property.refused(listImportRows, { importId: run.id, sheetId })).toMatchObject({ status: 404 });
  expect((await groupOf('developer', 'property').ask(listImports, {})).items.map(({ id }) => id)).toContain(run.id);
});
