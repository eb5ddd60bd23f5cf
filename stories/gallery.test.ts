import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { type House, openHouse } from './house.ts';

// Every part of the kit, as capabilities compose their pages from it.

const boards = ['labels', 'states', 'kit', 'parts', 'lists'];
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function gallery(view: { dark?: boolean; phone?: boolean }): Promise<Page> {
  const page = await house.window(view);
  await page.addInitScript(() => localStorage.setItem('yilu.gallery', 'on'));
  return page;
}

describe.each([
  ['light, Chinese, desk', { dark: false, phone: false }, 'zh'],
  ['dark, English, desk', { dark: true, phone: false }, 'en'],
  ['light, Chinese, telephone', { dark: false, phone: true }, 'zh'],
])('%s', (_, view, language) => {
  test.each(boards)('axe finds nothing serious among the %s', async (board) => {
    const page = await gallery(view);
    await page.goto(`/gallery?board=${board}&lang=${language}`);
    await page.locator('.yl-gallery').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });
});

test('a list of 100,000 rows draws only those that are seen, and its keys work', async () => {
  const page = await gallery({});
  await page.goto('/gallery?board=lists');
  const grid = page.getByRole('grid', { name: '客户' });
  expect(await grid.getByRole('row').count()).toBeLessThan(80);

  await grid.focus();
  await page.keyboard.press('j');
  await page.keyboard.press(' ');
  await page.getByText('已选 4 户').waitFor();
  await page.keyboard.press('End');
  await grid.locator('[aria-rowindex="100001"]').waitFor();
  await page.close();
});

test('a filter lives in the address, so that it can be sent to a colleague', async () => {
  const page = await gallery({});
  await page.goto('/gallery?board=lists');
  await page.getByRole('button', { name: '筛选' }).click();
  // A condition is ready to be filled in; nothing is asked before something is said.
  await page.getByRole('combobox', { name: '内容' }).click();
  await page.locator('.ant-select-item-option').first().click();
  await page.waitForURL(/filter=.*activity/);

  const colleague = await gallery({});
  await colleague.goto(page.url());
  await colleague.locator('.yl-chip', { hasText: '活跃度' }).waitFor();
  await page.close();
  await colleague.close();
});

test('an explanation opens by keyboard, and Escape closes it', async () => {
  const page = await gallery({});
  await page.goto('/gallery?board=parts');
  const chip = page.getByRole('button', { name: /为什么是降温/ });
  await chip.focus();
  await page.keyboard.press('Enter');
  await page.getByText('再过 50 天没有互动').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('再过 50 天没有互动').waitFor({ state: 'hidden' });
  await page.close();
});
