import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeEstate } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

// What a person finds on the paper: laid out for it, as the browser's own printing does.

let house: House;
let personId: string;
beforeAll(async () => {
  house = await openHouse();
  ({ personId } = await makeEstate(house));
});
afterAll(() => house.close());

test('who works in the dark prints on white, fields and all, and has the dark again afterwards', async () => {
  const page = await house.windowOf(administrator, '/settings/parameters', { dark: true });
  const node = page.locator('.ant-select').first();
  await node.waitFor();
  await page.request.patch('/api/me', { data: { theme: 'dark' } });
  await page.reload();
  await node.waitFor();
  expect(await brightness(page)).toBe('dark');

  await layOnPaper(page);
  expect(await brightness(page)).toBe('light');
  expect(await node.evaluate((field) => getComputedStyle(field).color)).toBe('rgb(0, 0, 0)');
  expect(await node.evaluate((field) => getComputedStyle(field).backgroundColor)).toBe('rgba(0, 0, 0, 0)');

  await takeBack(page);
  await expect.poll(() => brightness(page)).toBe('dark');
  await page.request.patch('/api/me', { data: { theme: 'light' } });
  await page.context().close();
});

test('above a printed list stands what it was narrowed to, and no empty field', async () => {
  const page = await house.windowOf(administrator, '/staff');
  const find = page.getByRole('textbox', { name: '姓名、拼音或用户名' });
  await find.waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await find.isVisible()).toBe(false);
  expect(await page.getByText('在职', { exact: true }).isVisible()).toBe(true);
  expect(await page.getByText('离职', { exact: true }).isVisible()).toBe(false);

  await page.emulateMedia({ media: 'screen' });
  await find.fill('林晓');
  await page.emulateMedia({ media: 'print' });
  expect(await find.isVisible()).toBe(true);
  await page.context().close();
});

test('on paper a customer has the sections that say something, and every page says who printed it', async () => {
  const page = await house.windowOf(administrator, `/customers/${personId}`);
  const household = page.getByRole('region', { name: '一家人' });
  const relations = page.getByRole('region', { name: '关系', exact: true });
  await household.waitFor();
  await relations.getByText('还没有登记关系人').waitFor();
  await page.getByText('没有待办。').waitFor();

  await layOnPaper(page);
  expect(await relations.isVisible()).toBe(false);
  expect(await household.isVisible()).toBe(false);
  expect(await page.getByText('没有待办。').isVisible()).toBe(false);
  expect(await page.getByRole('region', { name: '这次顺便问到' }).isVisible()).toBe(true);
  expect(await footOf(page)).toMatch(/^"林晓 打印于 \d{4}-\d\d-\d\d \d\d:\d\d"$/);

  await page.goto(`/customers/${personId}/card`);
  await page.getByText(/^林晓 打印于/).waitFor();
  expect(await footOf(page)).toMatch(/^"林晓 打印于/);
  await page.context().close();
});

test('past imports are printed without the place to drop files into', async () => {
  const page = await house.windowOf(administrator, '/imports');
  const drop = page.getByText('把表格拖到这里');
  await drop.waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await drop.isVisible()).toBe(false);
  expect(await page.getByRole('heading', { name: '空白模板' }).isVisible()).toBe(false);
  expect(await page.getByRole('heading', { name: '以前的导入' }).isVisible()).toBe(true);
  await page.context().close();
});

test('a building lies across its paper, for all of its units', async () => {
  const page = await house.windowOf(administrator, '/places');
  await page.locator('a[href^="/places/"]').first().click();
  await page.locator('a[href^="/buildings/"]').first().click();
  await page.locator('.pr-grid').waitFor();
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width = 0, height = 0] = /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)/.exec(paper)?.map(Number) ?? [];
  expect(width).toBeGreaterThan(height);
  await page.context().close();
});

async function layOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

async function takeBack(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
}

function brightness(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset.theme);
}

/** What the margin of every page but the first repeats. */
function footOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--yl-printed-by'));
}
