import { changePerson, createPerson, readPerson } from '@yilu/customers/contract';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { call } from './call.ts';
import { makeEstate } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';
import { isInSight, waitingShapes, watchAsked, watchWaitingShapes } from './list-in-sight.ts';

// A customer book longer than what is read of it at once.

const customers = 250;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const { projectId } = await makeEstate(house);
  const request = await house.requestOf(administrator);
  for (let first = 1; first < customers; first += 10)
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        call(request, createPerson, {
          projectId,
          name: `宋${numbers(first + index)}`,
          phones: [{ number: `1390000${String(first + index).padStart(4, '0')}` }],
        }),
      ),
    );
  // In the book once their labels have been computed.
  await vi.waitFor(
    async () => {
      const answer = await request.get('/api/customer-book/count');
      const { customers: counted } = (await answer.json()) as { readonly customers: number };
      expect(counted).toBeGreaterThan(customers);
    },
    { timeout: 90_000, interval: 500 },
  );
});
afterAll(() => house.close());

/** An order that renaming does not change. */
const book = '/customers?sort=registeredOn';

test('whoever comes back from a customer finds the row that was left, with what has changed, and reads on by keys', async () => {
  const page = await openBook();
  await page.locator('.yl-table').focus();
  for (const row of [20, 40, 60, 80, 100, 120]) {
    await page.keyboard.press('PageDown');
    await page.locator(`.yl-row-active[aria-rowindex="${row + 2}"]`).waitFor();
    await expect.poll(() => isInSight(page)).toBe(true);
  }
  const left = await page.locator('.yl-table').evaluate((table) => table.scrollTop);
  await page.keyboard.press('Enter');
  await page.waitForURL(/customers\/[0-9a-f-]{36}/);
  const personId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await rename(page, personId, '宋改名');
  // An answer is taken for fresh for five seconds.
  await page.waitForTimeout(5_200);
  const asked = watchAsked(page);
  await watchWaitingShapes(page);
  await page.goBack();

  const active = page.locator('.yl-row-active');
  await active.getByText('宋改名').waitFor();
  expect(await active.getAttribute('aria-rowindex')).toBe('122');
  expect(await page.locator('.yl-table').evaluate((table) => table.scrollTop)).toBe(left);
  expect(await waitingShapes(page)).toBe(0);
  // Of the three pages that were read, those in sight.
  expect(asked().length).toBeLessThan(3);
  await page.keyboard.press('j');
  await page.locator('.yl-row-active[aria-rowindex="123"]').waitFor();
  await page.close();
});

test('the list stays as it was left while one looks at a customer, and is new for whoever comes another way', async () => {
  const page = await openBook();
  const chosen = page.locator('.yl-row-chosen');
  await page.locator('.yl-row[aria-rowindex="5"] .yl-check').click();
  await chosen.waitFor();
  await page.locator('.yl-row[aria-rowindex="8"] b').click();
  await page.waitForURL(/customers\/[0-9a-f-]{36}/);
  await chosen.waitFor({ state: 'hidden' });
  await expect.poll(() => page.title()).toContain('宋');
  // Its keys rest: this one would go to its search.
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.closest('.yl-filter-search'))).toBeNull();
  await page.goBack();
  await chosen.waitFor();
  await expect.poll(() => page.title()).toContain('客户');
  expect(new URL(page.url()).search).toContain('sort=registeredOn');

  await page.locator('.yl-row[aria-rowindex="8"] b').click();
  await page.waitForURL(/customers\/[0-9a-f-]{36}/);
  await page.locator('.yl-nav-line', { hasText: '客户' }).first().click();
  await page.locator('.yl-row').first().waitFor();
  expect(await page.locator('.yl-table').count()).toBe(1);
  expect(await chosen.count()).toBe(0);
  await page.close();
});

test('what was out of sight when the list was read anew is up to date once it comes into sight', async () => {
  const page = await openBook();
  const first = page.locator('.yl-row').first();
  const personId = await idOfFirst(page);
  await page.locator('.yl-table').focus();
  // Each time to the end of what has been read, which is read on from there.
  await vi.waitFor(
    async () => {
      await page.keyboard.press('End');
      const reached = await page.locator('.yl-row-active').getAttribute('aria-rowindex', { timeout: 1_000 });
      expect(reached).toBe(String(customers + 2));
    },
    { timeout: 60_000, interval: 300 },
  );
  await page.locator(`.yl-row[aria-rowindex="${customers}"] b`).click();
  await page.waitForURL(/customers\/[0-9a-f-]{36}/);
  await rename(page, personId, '安改名');
  await page.waitForTimeout(5_200);
  await page.goBack();
  await page.locator(`.yl-row[aria-rowindex="${customers}"]`).waitFor();
  await page.locator('.yl-table').focus();
  await page.keyboard.press('Home');
  await first.getByText('安改名').waitFor();
  await page.close();
});

test('a key that leads beyond what has been read goes on once the next customers have come', async () => {
  const page = await openBook();
  const onTheirWay = Promise.withResolvers<void>();
  await page.route('**/api/customer-book?*cursor=*', async (route) => {
    await onTheirWay.promise;
    await route.continue();
  });
  await page.locator('.yl-table').focus();
  await page.keyboard.press('End');
  await page.locator('.yl-row-active[aria-rowindex="101"]').waitFor();
  await page.keyboard.press('PageDown');
  onTheirWay.resolve();
  await page.locator('.yl-row-active[aria-rowindex="121"]').waitFor();
  await expect.poll(() => isInSight(page)).toBe(true);
  await page.close();
});

test('another view is shown from its top', async () => {
  const page = await openBook();
  await page.locator('.yl-table').evaluate((table) => table.scrollTo(0, 1_500));
  await page.locator('.yl-row[aria-rowindex="60"]').waitFor();
  await page.locator('.yl-sort').nth(1).click();
  await page.locator('.yl-row[aria-rowindex="2"]').waitFor();
  expect(await page.locator('.yl-table').evaluate((table) => table.scrollTop)).toBe(0);
  await page.close();
});

test('↓ in the search enters the list at its first row', async () => {
  const page = await openBook();
  await page.locator('.yl-filter-search input').focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  await page.keyboard.press('j');
  await page.locator('.yl-row-active[aria-rowindex="3"]').waitFor();
  await page.close();
});

test('the book is named while its views are on their way, and where they do not come', async () => {
  const page = await house.windowOf(administrator, '/me');
  const arrived = Promise.withResolvers<void>();
  await page.route('**/api/customer-book/views', async (route) => {
    await arrived.promise;
    await route.fulfill({ status: 503, json: {} });
  });
  await page.goto('/customers', { waitUntil: 'commit' });
  const name = page.getByRole('heading', { level: 1, name: '客户' });
  await name.waitFor();
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(1);
  arrived.resolve();
  await page.getByRole('button', { name: '再取一次' }).waitFor();
  expect(await name.count()).toBe(1);
  await page.close();
});

test('what stands on a page stays when a second look at it finds nobody who answers, and says that it may be old', async () => {
  const page = await openBook();
  const rows = page.locator('.yl-row');
  let answers = false;
  await page.route('**/api/customer-book/views', (route) => {
    if (answers) return route.continue();
    return route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{}' });
  });
  await page.clock.setFixedTime(Date.now() + 120_000);
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await page.getByText('您看到的可能不是最新的').waitFor();
  expect(await rows.first().isVisible()).toBe(true);

  answers = true;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText('您看到的可能不是最新的').waitFor({ state: 'detached' });
  expect(await rows.first().isVisible()).toBe(true);
  await page.close();
});

test('what nobody answered comes by itself once somebody is there again', async () => {
  const page = await openBook();
  let answers = false;
  const unlessAnswers = (route: Route) => (answers ? route.continue() : route.abort('connectionrefused'));
  await page.route(/\/api\/(health|customer-book)/, unlessAnswers);
  await page.locator('.yl-filter-search input').fill('宋一零一');
  await page.getByText('没有取到客户名单').waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));

  answers = true;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText('没有取到客户名单').waitFor({ state: 'detached' });
  await page.locator('.yl-row').getByText('宋一零一').waitFor();
  await page.close();
});

test('a task given to three at once is told when it is done, and undone means that nobody has it any more', async () => {
  const page = await openBook();
  for (const row of [2, 3, 4]) await page.locator(`.yl-row[aria-rowindex="${row}"] .yl-check`).click();
  await page.getByRole('button', { name: '派任务' }).click();
  await page.getByLabel('要做什么').fill('告知周末停水');
  await page.getByRole('button', { name: '对 3 户开始' }).click();
  await page.getByText('已完成 3 户', { exact: true }).waitFor();
  await page.locator('.yl-row').getByText('告知周末停水').nth(2).waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销').waitFor();
  const given = page.locator('.yl-row').getByText('告知周末停水');
  await expect.poll(() => given.count()).toBe(0);
  await page.close();
});

test('on paper a list is whole as far as it was read, light, with who printed it', async () => {
  const page = await openBook();
  const rows = page.locator('.yl-row');
  expect(await rows.count()).toBeLessThan(100);
  await page.request.patch('/api/me', { data: { theme: 'dark' } });
  await page.reload();
  await rows.first().waitFor();
  // The media of paper make the list as high as its rows, so that the browser, unlike a printer, would read on to the end.
  await page.route(/customer-book\?.*cursor=/, () => undefined);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await rows.count()).toBeGreaterThanOrEqual(100);
  await page.getByText(/^林晓 打印于 \d{4}-\d\d-\d\d \d\d:\d\d$/).waitFor();
  await page.getByText(/^打印的是前 \d+ 行，共 \d+ 行$/).waitFor();
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).color)).toBe('rgb(0, 0, 0)');
  expect(await page.getByRole('button', { name: '登记客户' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect.poll(() => rows.count()).toBeLessThan(100);
  await page.request.patch('/api/me', { data: { theme: 'light' } });
  await page.close();
});

test('on paper a customer’s page names all that is still to be asked, and nothing that only a screen can open', async () => {
  const page = await openBook();
  await page.goto(`/customers/${await idOfFirst(page)}`);
  const gaps = page.getByRole('region', { name: '这次顺便问到' });
  const more = gaps.getByRole('button', { name: /^还有 \d+ 项$/ });
  await more.waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await more.count()).toBe(0);
  expect(await gaps.getByRole('listitem').count()).toBeGreaterThan(5);
  expect(await gaps.locator('svg').first().isVisible()).toBe(false);
  await page.close();
});

async function openBook(): Promise<Page> {
  const page = await house.windowOf(administrator, book);
  await page.locator('.yl-row').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

async function rename(page: Page, personId: string, name: string): Promise<void> {
  const { person } = await call(page.request, readPerson, { personId });
  await call(page.request, changePerson, { personId, version: person.version, name });
}

async function idOfFirst(page: Page): Promise<string> {
  const answer = await page.request.get('/api/customer-book?sort=registeredOn&limit=1');
  const { items } = (await answer.json()) as { readonly items: readonly { readonly personId: string }[] };
  return items[0]?.personId ?? '';
}

/** 零一七 for 17. */
function numbers(of: number): string {
  return [...String(of).padStart(3, '0')].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('');
}
