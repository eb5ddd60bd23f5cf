import { recordContact } from '@yilu/interactions/contract';
import { dayOf } from '@yilu/platform/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from './call.ts';
import { makeEstate, owner } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

// What a person finds on the paper: laid out for it, as the browser's own printing does.

let house: House;
let personId: string;
let projectId: string;
beforeAll(async () => {
  house = await openHouse();
  ({ personId, projectId } = await makeEstate(house));
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

test('the map of an import is whole on paper, and no name is broken', async () => {
  const page = await house.windowOf(administrator, '/imports');
  const sheet = [
    '房号,业主姓名,联系电话,性别,出生日期,建筑面积,套内面积,户型,朝向,楼层,装修标准,房屋状态,民族,备注',
    '9-1-101,阿卜杜热合曼·艾力,12,女,1988-03-01,98.5,76.2,三室两厅,南,1,精装,已售,维吾尔族,无',
  ].join('\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '业主清单.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
  const lines = page.getByRole('region', { name: '表头对应' }).locator('tbody tr');
  const name = page.getByRole('cell', { name: '阿卜杜热合曼·艾力', exact: true }).last();
  await name.waitFor();
  expect(await lines.count()).toBeLessThan(14);
  await page.setViewportSize({ width: 794, height: 1123 });
  await layOnPaper(page);
  expect(await lines.count()).toBe(14);
  expect((await name.boundingBox())?.height).toBeLessThan(40);
  await page.context().close();
});

test('a printed book names the day of the last contact, a printed dictionary itself', async () => {
  const page = await house.windowOf(administrator, '/settings/dictionaries');
  const title = page.getByText('信息获知途径 · 来电、来访登记与漏斗报表。');
  await title.waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await title.isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });

  const feedback = '她说新家的推拉门关不严，夜里风声很大，希望这周内有人上门来看一看，周末都在家里。';
  await call(page.request, recordContact, { personId, projectId, kind: 'CALL_OUT', parts: { feedback } });
  // In the book once it has been told; a page that was read before would not ask again.
  const book = async () => (await page.request.get('/api/customer-book')).text();
  await expect.poll(book).toContain(`"lastContactOn":"${dayOf(new Date())}"`);
  await page.goto('/customers');
  const row = page.getByRole('row').filter({ hasText: owner.name });
  await row.getByRole('gridcell', { name: '今天', exact: true }).waitFor();
  await layOnPaper(page);
  await row.getByRole('gridcell', { name: dayOf(new Date()), exact: true }).waitFor();
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
