import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLoadOf, mostBytes } from '../apps/console/first-load.ts';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('the first page costs less than 400 kB', () => {
  const { bytes, files } = firstLoadOf(join(import.meta.dirname, '../dist/console'));
  expect(bytes, files.map((each) => `${each.file} ${each.bytes}`).join('\n')).toBeLessThan(mostBytes);
});

test('whoever is not signed in is asked to, and the address is kept', async () => {
  const page = await house.window();
  await page.goto('/more');
  await page.waitForURL('**/sign-in?then=%2Fmore');
  await page.close();
});

test('the shell opens without a network once it was there', async () => {
  const page = await house.window();
  await page.goto('/sign-in');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
  await page.context().setOffline(true);
  const response = await page.reload({ waitUntil: 'commit' });
  expect(response?.fromServiceWorker()).toBe(true);
  await page.locator('#root > *').first().waitFor();
  await page.close();
});
