import { dayOf } from '@yilu/platform/contract';
import { createTask } from '@yilu/tasks/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from './call.ts';
import { type Estate, makeEstate } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

// One person with several windows, and one that stays open.

let house: House;
let estate: Estate;
beforeAll(async () => {
  house = await openHouse();
  estate = await makeEstate(house);
});
afterAll(() => house.close());

const taskOn = async (page: Page, title: string) => {
  await call(page.request, createTask, { projectId: estate.projectId, title, on: dayOf(new Date()) });
  await page.goto('/today?view=own');
  await page.getByText(title).first().waitFor();
};

test('what is done in one window is gone from the other at once', async () => {
  const page = await house.windowOf(administrator, '/me');
  await taskOn(page, '给许静安送合同');
  const other = await page.context().newPage();
  await other.goto('/today?view=own');
  const there = other.getByText('给许静安送合同').first();
  await there.waitFor();
  await page.bringToFront();
  await page.getByText('给许静安送合同').first().click();
  await page.getByRole('button', { name: /^完成/ }).first().click();
  await there.waitFor({ state: 'hidden' });
  await page.context().close();
});

test('a page left open overnight shows the new day', async () => {
  const page = await house.windowOf(administrator, '/me');
  await taskOn(page, '回访许静安');
  const wordsOf = (on: Date) => `${Number(dayOf(on).slice(5, 7))} 月 ${Number(dayOf(on).slice(8))} 日`;
  await page.getByText(wordsOf(new Date())).first().waitFor();
  const visit = page.waitForRequest((asked) => asked.method() === 'PUT' && asked.url().endsWith('/api/today/visit'));
  // The server's clock has gone on by a day, as far as this page can hear.
  const tomorrow = new Date(Date.now() + 24 * 3_600_000);
  await page.route('**/api/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), date: tomorrow.toUTCString() } });
  });
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').locator('input').fill('许静安');
  await visit;
  await page.keyboard.press('Escape');
  await page.getByText(wordsOf(tomorrow)).first().waitFor();
  await page.getByText(/晚了/).first().waitFor();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
});

test('a dialog whose code did not come is told in its place, and comes with a second try', async () => {
  const page = await house.window();
  // What was fetched for work without a network would come from there.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  let isAway = true;
  await page.route('**/assets/overlays*.js', (route) => (isAway ? route.abort() : route.continue()));
  await page.request.post('/api/session', { data: administrator });
  await taskOn(page, '整理资料');
  await page.getByRole('button', { name: '新建待办' }).first().click();
  const failed = page.getByRole('alert').filter({ hasText: '没有取到' });
  await failed.waitFor();
  await page.getByText('整理资料').first().waitFor();
  isAway = false;
  await failed.getByRole('button', { name: '再取一次' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await failed.count()).toBe(0);
  await page.context().close();
});
