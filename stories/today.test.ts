import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { makeEstate } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await makeEstate(house);
});
afterAll(() => house.close());

test.each([
  ['light', false],
  ['dark', true],
])('Today fits a telephone of 360 pixels and axe finds nothing serious (%s)', async (theme, dark) => {
  const page = await house.windowOf(administrator, '/me', { phone: true, dark });
  await page.request.patch('/api/me', { data: { theme } });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/today');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: '今天' }).waitFor();

  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  expect(await seriousFaults(page)).toEqual([]);
  const small = await page.evaluate(
    () =>
      [...document.querySelectorAll('.yl-tabs a')].filter((link) => link.getBoundingClientRect().height < 44).length,
  );
  expect(small).toBe(0);
});
