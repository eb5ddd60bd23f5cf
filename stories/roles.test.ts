import { entrust, listStaff } from '@yilu/identity/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { call } from './call.ts';
import { type Estate, hire, makeEstate } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

let house: House;
let estate: Estate;
beforeAll(async () => {
  house = await openHouse();
  estate = await makeEstate(house);
});
afterAll(() => house.close());

test('a permission that somebody needs for their customers stays, and the page says whose, wherever one has scrolled', async () => {
  const { projectId, personId } = estate;
  await hire(house, { username: 'guanjia', name: '顾家禾', roleId: 'housekeeper', nodeId: projectId });
  const request = await house.requestOf(administrator);
  const [keeper] = (await call(request, listStaff, { q: '顾家禾' })).items;
  await call(request, entrust, { staffId: keeper?.id ?? '', subjects: [{ kind: 'person', id: personId, projectId }] });

  const page = await house.windowOf(administrator, '/roles?role=housekeeper', { phone: true });
  const sight = page.getByRole('checkbox', { name: '查看客户', exact: true });
  await sight.click();
  const said = page.getByRole('alert').filter({ hasText: '顾家禾（名下还有 1 个客户或房屋）' });
  await said.waitFor();
  expect(await said.evaluate((line) => line.getBoundingClientRect().bottom)).toBeGreaterThan(0);
  expect(await sight.isChecked()).toBe(true);
  expect(await seriousFaults(page)).toEqual([]);
  await page.close();
});
