import { join } from 'node:path';
import { addStaff } from '@yilu/identity/contract';
import { listCompanies } from '@yilu/settings/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLoadOf, mostBytes } from '../apps/console/first-load.ts';
import { call } from './call.ts';
import { administrator, type House, openHouse } from './house.ts';

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

test('an address that leads from the sign-in page back to it leads to the day', async () => {
  const page = await house.window();
  await page.goto('/sign-in?then=%2Fsign-in%3Fthen%3D%252Fmore');
  await page.getByLabel('用户名').fill(administrator.username);
  await page.getByLabel('密码', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL('**/today');
  await page.context().close();
});

test('a password set by another is changed first, and then the day begins', async () => {
  const request = await house.requestOf(administrator);
  const group = (await call(request, listCompanies, {})).items[0];
  const { password: given } = await call(request, addStaff, {
    username: 'xiaolin',
    name: '林小路',
    grants: [{ roleId: 'housekeeper', nodeId: group?.id ?? '', ownOnly: false }],
  });
  const page = await house.windowOf({ username: 'xiaolin', password: given }, '/customers');
  await page.waitForURL('**/me/password');
  await page.getByLabel('收到的临时密码').fill(given);
  await page.getByLabel('新密码', { exact: true }).fill('Qingshan-7-liushui');
  await page.getByLabel('再输一遍新密码').fill('Qingshan-7-liushui');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.waitForURL('**/today');
  await page.getByRole('heading', { name: '今天' }).waitFor();
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
