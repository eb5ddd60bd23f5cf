import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { makeEstate, owner } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await makeEstate(house);
});
afterAll(() => house.close());

test('a caller is registered by keyboard alone, and recognised while the number is typed', async () => {
  const page = await house.windowOf(administrator, '/today');
  const keys = page.keyboard;
  await page.getByRole('heading', { level: 1 }).waitFor();
  const begunAt = Date.now();

  await keys.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await keys.type('登记来电');
  await page.getByRole('option', { name: '登记来电' }).waitFor();
  await keys.press('Enter');
  await page.getByLabel('联系电话').waitFor();
  // The number is the first field and has the focus.
  await keys.type(owner.phone);
  const chooser = page.getByRole('list', { name: '可能是' });
  await chooser.getByText(owner.name).waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  await keys.press('Tab');
  await keys.press('Tab');
  await keys.press('Enter');
  await chooser.waitFor({ state: 'detached' });
  await page.getByLabel('信息获知途径', { exact: true }).focus();
  await keys.press('Tab');
  await keys.press('Enter');
  await page.getByRole('button', { name: /^不愿透露：/, pressed: true }).waitFor();
  await page.getByRole('button', { name: '先存着' }).focus();
  await keys.press('Enter');

  await page.getByText(`先存着了，截止前要补齐 · ${owner.name}`).waitFor();
  expect(Date.now() - begunAt).toBeLessThan(60_000);
});
