import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Estate, makeEstate } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

// What the administrator of a property group sets up before anybody works, and changes while they do.

let house: House;
let estate: Estate;
beforeAll(async () => {
  house = await openHouse();
  estate = await makeEstate(house);
});
afterAll(() => house.close());

test('the hours of a week are written by keyboard alone, in several periods, and an overlap is told beside its day', async () => {
  const page = await house.windowOf(administrator, `/settings/calendars?at=${estate.projectId}`);
  await page.getByRole('button', { name: '修改时间' }).click();
  const from = page.getByRole('textbox', { name: '周一 从' });
  const to = page.getByRole('textbox', { name: '周一 到' });
  await from.fill('08:30');
  await from.press('Tab');
  await page.keyboard.type('12:00');
  await to.press('Tab');
  await page.getByRole('button', { name: '周一 加一段' }).press('Enter');
  await from.nth(1).fill('11:00');
  await from.nth(1).press('Enter');
  const said = page.getByRole('listitem').filter({ hasText: '周一' }).getByRole('alert');
  expect(await said.textContent()).toContain('不能重叠');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('13:30');
  await page.keyboard.press('Tab');
  await said.waitFor({ state: 'detached' });
  await to.nth(1).fill('18:00');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: '周一' }).getByText('08:30–12:00 · 13:30–18:00').waitFor();
  await page.goto(`/settings/calendars?at=${estate.projectId}&month=2028-10&kind=office`);
  await page.getByText('这一年的放假安排还没有录入，暂按法定节日推算，没有调休。').waitFor();
  await page.close();
});

test('a choice of a list is moved by keyboard press after press', async () => {
  const page = await house.windowOf(administrator, '/settings/dictionaries?list=settings.circles');
  const lines = page.locator('main').getByRole('listitem');
  const named = async (at: number) => (await lines.nth(at).getByRole('button').first().textContent()) ?? '';
  await lines.first().waitFor();
  const first = await named(0);
  await lines
    .nth(0)
    .getByRole('button', { name: `下移 ${first}` })
    .press('Enter');
  await lines.nth(1).getByText(first, { exact: true }).waitFor();
  await page
    .locator(':focus')
    .and(page.getByRole('button', { name: `下移 ${first}` }))
    .waitFor();
  await page.keyboard.press('Enter');
  await lines.nth(2).getByText(first, { exact: true }).waitFor();
  await page.close();
});

test('permissions are ticked one after the other by keyboard', async () => {
  const page = await house.windowOf(administrator, '/roles?role=housekeeper');
  const first = page.getByRole('checkbox', { name: '修改参数' });
  await first.press('Space');
  await page.getByText('改过', { exact: true }).waitFor();
  expect(await first.isChecked()).toBe(true);
  expect(await first.evaluate((box) => box === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: '恢复内置权限' }).click();
  await page.getByText('改过', { exact: true }).waitFor({ state: 'detached' });
  await page.close();
});
