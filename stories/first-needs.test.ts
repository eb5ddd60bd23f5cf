import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Estate, makeEstate } from './estate.ts';
import { administrator, type House, openHouse, type View } from './house.ts';

// What the page asks before its code has come (apps/console/boot) is what the code then takes: nothing twice, nothing for nothing.

let house: House;
let estate: Estate;
beforeAll(async () => {
  house = await openHouse();
  estate = await makeEstate(house);
});
afterAll(() => house.close());

test.each<[string, () => string, View?]>([
  ['Today', () => '/today'],
  ['the customer book', () => '/customers'],
  ['the customer book on a telephone', () => '/customers', { phone: true }],
  ['the page of a person', () => `/customers/${estate.personId}`],
])('%s asks early for what it needs, and asks once', async (_, address, view) => {
  const page = await house.windowOf(administrator, '/me', view);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (request.method() === 'GET' && pathname.startsWith('/api/')) asked.push(pathname + search);
  });
  await page.goto(address());
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  // A quiet network may also mean that the code is still being run.
  const left = () =>
    page.evaluate(() => {
      const { yiluEarly } = globalThis as unknown as { yiluEarly?: { answers: Map<string, unknown> } };
      return [...(yiluEarly?.answers.keys() ?? ['nothing was asked'])];
    });
  await expect.poll(left).toEqual([]);
  expect(asked.filter((each, index) => asked.indexOf(each) !== index)).toEqual([]);
  await page.context().close();
});

test('the frame of the page is painted while its styles and its code are still on their way', async () => {
  const page = await house.window();
  let arrive = () => {};
  const slowNetwork = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/assets/**', async (route) => {
    await slowNetwork;
    await route.continue();
  });
  await page.goto('/today', { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length === 1);
  expect(await page.locator('.boot').isVisible()).toBe(true);
  arrive();
  await page.getByRole('button', { name: '登录' }).waitFor();
  await page.context().close();
});

test('the styles of a page stand behind those that everything shares, so that the page has the say', async () => {
  const page = await house.windowOf(administrator, '/customers');
  const search = page.locator('.yl-filter-search');
  await search.waitFor();
  await page.waitForLoadState('networkidle');
  await expect.poll(async () => (await search.boundingBox())?.width).toBe(264);
  await page.context().close();
});
