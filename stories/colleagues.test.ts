import { addStaff, closeAccount } from '@yilu/identity/contract';
import { dayOf } from '@yilu/platform/contract';
import { createTask } from '@yilu/tasks/contract';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { call } from './call.ts';
import { hireCrowd } from './crowd.ts';
import { makeEstate } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

// Whom one works with is found among all colleagues in reach, wherever one of them is chosen.

let house: House;
let projectId: string;
beforeAll(async () => {
  house = await openHouse();
  ({ projectId } = await makeEstate(house));
  const request = await house.requestOf(administrator);
  // The owner is in the book once their labels have been computed.
  const counted = async () =>
    ((await (await request.get('/api/customer-book/count')).json()) as { customers: number }).customers;
  await vi.waitFor(async () => expect(await counted()).toBeGreaterThan(0), { timeout: 90_000, interval: 250 });
});
afterAll(() => house.close());

const book = '/customers?sort=registeredOn';

test('a colleague beyond the first fifty is found by initials, to filter by and to see their day, and named when gone', async () => {
  const request = await house.requestOf(administrator);
  const grants = [{ roleId: 'salesConsultant', nodeId: projectId, ownOnly: true }];
  const hire = async (name: string, username: string) =>
    (await call(request, addStaff, { username, name, grants })).staff.id;
  const many = await hireCrowd(house, projectId, 50);
  const last = await hire('宗夏月', 'zongxiayue');
  const gone = await hire('宗离生', 'zonglisheng');
  const visit = { projectId, title: '回访老客户', on: dayOf(new Date()) };
  const busy = [...many.slice(0, 15), last];
  await Promise.all(busy.map((assigneeId) => call(request, createTask, { ...visit, assigneeId })));
  await call(request, closeAccount, { staffId: gone });

  const byGone = { match: 'all', of: [{ field: 'responsible', is: 'in', value: [gone] }] };
  const page = await house.windowOf(administrator, `${book}&filter=${encodeURIComponent(JSON.stringify(byGone))}`);
  await page.locator('.yl-chip', { hasText: '负责人 宗离生（已离职）' }).waitFor();
  await page.getByRole('button', { name: '筛选' }).click();
  const choice = page.getByRole('combobox', { name: '内容' });
  await choice.click();
  await page.getByRole('option', { name: /^安1\D/ }).waitFor();
  expect(await page.getByRole('option', { name: '宗夏月' }).count()).toBe(0);
  await choice.fill('zxy');
  await page.getByRole('option', { name: '宗夏月' }).waitFor();
  await choice.press('Enter');
  await page.locator('.yl-chip', { hasText: '宗夏月' }).waitFor();
  await page.reload();
  await page.locator('.yl-chip', { hasText: /宗离生（已离职）.*宗夏月|宗夏月.*宗离生（已离职）/ }).waitFor();

  await page.goto('/today?view=team');
  const whose = page.getByRole('combobox', { name: '找同事' });
  await whose.fill('没有这个人');
  await page.locator('.ant-select-dropdown', { hasText: '没有找到“没有这个人”' }).waitFor();
  await whose.fill('zxy');
  await page.getByRole('option', { name: '宗夏月' }).waitFor();
  await whose.press('Enter');
  await page.waitForURL(new RegExp(`person=${last}`));
  await page.getByRole('rowheader', { name: '宗夏月' }).waitFor();
  await page.context().close();
});

test('whom customers are entrusted to is found by pinyin', async () => {
  const page = await house.windowOf(administrator, book);
  await page.locator('.yl-row .yl-check').first().check();
  await page.getByRole('button', { name: '交给' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('linxiao');
  await page.locator('.ant-select-item-option', { hasText: '林晓' }).click();
  await page.getByRole('dialog').locator('.ant-select', { hasText: '林晓' }).waitFor();
  await page.context().close();
});
