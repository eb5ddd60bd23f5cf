import type { House } from '@yilu/platform/testing';
import { listCompanies } from '@yilu/settings/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministrator, openRealHouse } from './arrivals.ts';

let house: House;
beforeAll(async () => {
  house = await openRealHouse();
});
afterAll(() => house.close());

test('the group has the name given at set-up, also when the command line had to make it before', async () => {
  await house.sql(
    `insert into company_node (id, kind, path, name)
     select id, 'group', array[id], '我的集团' from (select gen_random_uuid() as id) made`,
  );
  const administrator = await firstAdministrator(house);
  const { items } = await administrator.ask(listCompanies, {});
  expect(items.map(({ kind, name, pinyin }) => ({ kind, name, pinyin }))).toEqual([
    { kind: 'group', name: '远山集团', pinyin: 'yuan shan ji tuan' },
  ]);
});
