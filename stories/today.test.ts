import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { drawn } from './drawn.ts';
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
  await drawn(page);
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

test('the day is named while what there is to do is on its way, and where it does not come', async () => {
  const page = await house.windowOf(administrator, '/me', { phone: true });
  let arrive: (isLost: boolean) => void = () => {};
  const onTheWay = new Promise<boolean>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/api\/today(\?|$)/, async (route) =>
    (await onTheWay) ? route.fulfill({ status: 503, json: {} }) : route.continue(),
  );
  await page.goto('/today', { waitUntil: 'commit' });
  const name = page.getByRole('heading', { level: 1, name: '今天' });
  await name.waitFor();
  expect(await page.locator('[aria-busy="true"]').count()).toBe(1);
  arrive(true);
  await page.getByRole('button', { name: '再取一次' }).waitFor();
  expect(await name.count()).toBe(1);
});
