import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { type Estate, hire, makeEstate, owner } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

let house: House;
let estate: Estate;
beforeAll(async () => {
  house = await openHouse();
  estate = await makeEstate(house);
});
afterAll(() => house.close());

test('a manager sees a telephone only after saying why, and the look is recorded', async () => {
  const manager = await hire(house, {
    username: 'yanzheng',
    name: '严正',
    roleId: 'projectManager',
    nodeId: estate.projectId,
  });
  const page = await house.windowOf(manager, `/customers/${estate.personId}`);
  await page.getByText(owner.masked).first().waitFor();
  expect(await page.getByText(owner.phone).count()).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);

  await page.getByRole('button', { name: '查看号码' }).first().click();
  await page.getByLabel('为什么要看这个号码').fill('回访交付当天的问题');
  await page.keyboard.press('Enter');
  await page.getByText(owner.phone).waitFor();

  const audit = await house.windowOf(administrator, '/audit');
  await audit.getByText('严正').first().waitFor();
  expect(await audit.getByText('回访交付当天的问题').count()).toBeGreaterThan(0);
});

test('what was opened by keyboard closes with Escape, and the focus is back where it was', async () => {
  const page = await house.windowOf(administrator, `/customers/${estate.personId}`);
  for (const name of ['编辑', '记一笔', '查看号码']) {
    const opener = page.getByRole('button', { name, exact: true }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('.ant-drawer, .ant-popover'));
    await page.keyboard.press('Escape');
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
  }
  await page.close();
});
