// node stories/list-navigation.ts ADDRESS USERNAME [PASSWORD, or $YILU_PASSWORD]: how long the customer book takes, in a real
// browser, from a key or click to the painted rows; medians and worst of 15. The bar is 100 ms for what is at hand.
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

const [address = 'http://127.0.0.1:8080', username = '', password = process.env.YILU_PASSWORD ?? ''] =
  process.argv.slice(2);
const times = 15;
const bar = 100;

const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const entered = await page.request.post('/api/session', { data: { username, password } });
  if (!entered.ok()) throw new Error(await entered.text());
  await page.goto('/customers');
  await page.locator('.yl-row').first().waitFor();
  await page.waitForLoadState('networkidle');
  const { customers } = (await (await page.request.get('/api/customer-book/count')).json()) as { customers: number };
  const lines = [
    ['next row (J)', await byKey(page, 'j')],
    ['next screen (PageDown), the following page read meanwhile', await byKey(page, 'PageDown')],
    ['to the end of what is loaded (End)', await byKey(page, 'End')],
    ['back to the top (Home)', await byKey(page, 'Home')],
    ['another view, seen before', await betweenViews(page)],
    ['open a customer and come back to the same row', await thereAndBack(page)],
  ] as const;
  process.stdout.write(`${customers} customers\n| step | median | worst | passes |\n| --- | --- | --- | --- |\n`);
  for (const [step, taken] of lines) {
    const sorted = taken.toSorted((one, other) => one - other);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    const row = [
      step,
      `${median.toFixed(0)} ms`,
      `${(sorted.at(-1) ?? 0).toFixed(0)} ms`,
      median < bar ? 'yes' : '**no**',
    ];
    process.stdout.write(`| ${row.join(' | ')} |\n`);
  }
} finally {
  await browser.close();
}

async function byKey(page: Page, key: string): Promise<number[]> {
  const taken: number[] = [];
  await page.locator('.yl-table').focus();
  for (let time = 0; time < times; time++) {
    const painted = await watchFor(page, 'keydown', '.yl-row-active');
    await page.keyboard.press(key);
    taken.push(await painted());
    await page.waitForTimeout(120);
  }
  return taken;
}

/** Two views in turn; both were open once, as in a day's work. */
async function betweenViews(page: Page): Promise<number[]> {
  const taken: number[] = [];
  const views = page.locator('.yl-views-list button');
  for (const view of [1, 0]) {
    await views.nth(view).click();
    await page.waitForLoadState('networkidle');
  }
  for (let time = 0; time < times; time++) {
    const painted = await watchFor(page, 'click', '.yl-table:not(.yl-table-faded) .yl-row, .yl-state');
    await views.nth(time % 2 === 0 ? 1 : 0).click();
    taken.push(await painted());
    await page.waitForTimeout(400);
  }
  await views.nth(0).click();
  await page.locator('.yl-row').first().waitFor();
  return taken;
}

/** Only the way back is counted: the list must be there at once, at the row that was left. */
async function thereAndBack(page: Page): Promise<number[]> {
  const taken: number[] = [];
  await page.locator('.yl-table').evaluate((table) => table.scrollTo(0, 1_500));
  await page.waitForTimeout(300);
  for (let time = 0; time < 5; time++) {
    const before = await page.locator('.yl-table').evaluate((table) => table.scrollTop);
    await page.locator('.yl-row b').nth(20).click();
    await page.locator('h1').first().waitFor();
    await page.waitForURL(/customers\/[0-9a-f-]{36}/);
    await page.waitForLoadState('networkidle');
    const painted = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          addEventListener(
            'popstate',
            () => {
              const from = performance.now();
              const look = () =>
                document.querySelector('.yl-table .yl-row')
                  ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
                  : requestAnimationFrame(look);
              look();
            },
            { once: true },
          );
          history.back();
        }),
    );
    taken.push(await painted);
    await page.waitForTimeout(300);
    const after = await page.locator('.yl-table').evaluate((table) => table.scrollTop);
    if (Math.abs(after - before) > 60) throw new Error(`the list stood at ${before} and came back at ${after}`);
  }
  return taken;
}

/** Milliseconds from the next such event to the frame after which what is looked for has been painted. */
async function watchFor(page: Page, event: string, looked: string): Promise<() => Promise<number>> {
  await page.evaluate(
    ([kind, selector]) => {
      const watched = globalThis as unknown as { painted?: number };
      delete watched.painted;
      const began = (given: Event) => {
        const look = () =>
          document.querySelector(selector ?? '')
            ? setTimeout(() => {
                watched.painted = performance.now() - given.timeStamp;
              })
            : requestAnimationFrame(look);
        requestAnimationFrame(look);
      };
      addEventListener(kind ?? '', began, { once: true, capture: true });
    },
    [event, looked],
  );
  return async () => {
    const handle = await page.waitForFunction(() => (globalThis as unknown as { painted?: number }).painted);
    return (await handle.jsonValue()) ?? 0;
  };
}
