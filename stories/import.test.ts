import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { drawn } from './drawn.ts';
import { administrator, type House, openHouse } from './house.ts';

// One errand after the other on the same house: bringing an office's file in, then taking it back.

const owners = join(import.meta.dirname, '../capabilities/imports/tests/workbooks/owners-gbk.csv');
let house: House;
let page: Page;
beforeAll(async () => {
  house = await openHouse();
  page = await house.windowOf(administrator, '/welcome');
  // Recognising and writing are the server's work; the story waits for it as a person would.
  page.setDefaultTimeout(60_000);
});
afterAll(() => house.close());

test('from the first page to an import, its preview, and Today', async () => {
  await page.getByRole('heading', { name: '导入我的表格' }).waitFor();
  // Nobody there yet: the book itself leads to the spreadsheets.
  await page.goto('/customers');
  await page.getByRole('button', { name: '导入表格' }).click();
  await page.locator('input[type=file]').setInputFiles(owners);

  await page.getByRole('button', { name: '继续' }).click();
  const begin = page.getByRole('button', { name: /^导入 \d+ 行/ });
  await begin.waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  for (const view of [{ dark: true }, { dark: true, phone: true }]) {
    const other = await house.windowOf(administrator, page.url(), view);
    await other.getByRole('button', { name: /^导入 \d+ 行/ }).waitFor({ timeout: 60_000 });
    expect(await seriousFaults(other)).toEqual([]);
    const reason = await other.getByText('日历上没有这一天').first().boundingBox();
    expect(reason?.width, 'a reason is read in lines, not letter by letter').toBeGreaterThan(200);
    await other.context().close();
  }
  await begin.click();
  await page.getByRole('heading', { name: '导入完成' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  // Labels and with them the book follow an import within seconds; the story looks again as a person would.
  await expect
    .poll(
      async () => {
        await page.goto('/customers');
        await page.waitForLoadState('networkidle');
        return page.getByRole('grid').getByRole('row').count();
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBeGreaterThan(10);
  await page.goto('/today');
  await page.getByRole('heading', { level: 1, name: /林晓/ }).waitFor();
  await drawn(page);
  expect(await seriousFaults(page)).toEqual([]);
});

test('the whole import is taken back', async () => {
  await page.goto('/imports');
  await page.getByText('owners-gbk.csv').first().click();
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByText('全部恢复到导入前的样子。').waitFor();

  const people = await page.request.get('/api/people/search?text=%E9%AD%8F%E6%B6%B5%E8%8B%B1');
  expect((await people.json()).people).toEqual([]);
});

test('what went in beside what stands is told, and counted as it is listed', async () => {
  const sheet = [
    '协议编号,客户姓名,联系电话,房号,认购日期,认购总价,置业顾问',
    'XY-901,卫一,13800260091,9-1-101,2026-05-01,1000000,没有这个人',
    'XY-902,卫二,13800260092,9-1-102,2026-05-02,1100000,林晓',
  ].join('\n');
  await page.goto('/imports');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '认购台账.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
  const told = page.getByRole('region', { name: '进来了、但有一项没照表里写的行' });
  await told.getByRole('heading', { name: '行 1', exact: false }).waitFor();
  expect(await told.getByRole('row').filter({ hasText: '卫一' }).count()).toBe(1);
  expect(await told.getByRole('row').filter({ hasText: '卫二' }).count()).toBe(0);
});
