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
    ['to the end of what is loaded (End)', await byKey(page, 'End', 'Home')],
    ['back to the top (Home)', await byKey(page, 'Home', 'End')],
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

/** To the frame in which the row that the key leads to is drawn and within sight; `first` is pressed in between, not counted. */
async function byKey(page: Page, key: string, first?: string): Promise<number[]> {
  const taken: number[] = [];
  const table = page.locator('.yl-table');
  await table.focus();
  for (let time = 0; time < times; time++) {
    if (first) await page.keyboard.press(first);
    // As long as one looks at a screen; the next rows are read meanwhile.
    await page.waitForTimeout(key === 'j' ? 120 : 500);
    const before = first ? await table.getAttribute('aria-activedescendant') : undefined;
    const painted = await watchFor(
      page,
      'keydown',
      (had) => {
        const list = document.querySelector('.yl-table');
        const active = list?.getAttribute('aria-activedescendant') ?? '';
        const row = document.getElementById(active);
        if (!list || !row || active === had) return false;
        const [frame, place] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
        return row.classList.contains('yl-row-active') && place.bottom > frame.top && place.top < frame.bottom;
      },
      before ?? (await table.getAttribute('aria-activedescendant')) ?? '',
    );
    await page.keyboard.press(key);
    taken.push(await painted());
  }
  return taken;
}

/** Two views with different rows in turn; both were open once, as in a day's work. */
async function betweenViews(page: Page): Promise<number[]> {
  const taken: number[] = [];
  const views = page.locator('.yl-views-list button');
  const seen = new Map<string, number>();
  for (let view = 0; view < (await views.count()) && seen.size < 2; view++) {
    await views.nth(view).click();
    await page.waitForTimeout(2_000);
    const rows =
      (await page.locator('.yl-row').count()) > 0 ? ((await page.locator('.yl-row').first().textContent()) ?? '') : '';
    if (rows !== '' && !seen.has(rows)) seen.set(rows, view);
  }
  const [one, other] = seen.values();
  if (one === undefined || other === undefined) throw new Error('there are no two views with different rows');
  for (let time = 0; time < times; time++) {
    const before = (await page.locator('.yl-table-rows').textContent()) ?? '';
    const painted = await watchFor(
      page,
      'click',
      (had) => {
        const rows = document.querySelector<HTMLElement>('.yl-table:not(.yl-table-faded) .yl-table-rows');
        return rows !== null && rows.childElementCount > 0 && rows.textContent !== had;
      },
      before,
    );
    await views.nth(time % 2 === 0 ? one : other).click();
    taken.push(await painted());
    await page.waitForTimeout(400);
  }
  await views.nth(0).click();
  await page.locator('.yl-row').first().waitFor();
  return taken;
}

/** Only the way back is counted, from asking for it: the list must be there at once, at the row that was left. */
async function thereAndBack(page: Page): Promise<number[]> {
  const taken: number[] = [];
  await page.locator('.yl-table').evaluate((table) => table.scrollTo(0, 1_500));
  await page.waitForTimeout(300);
  for (let time = 0; time < times; time++) {
    const before = await page.locator('.yl-table').evaluate((table) => table.scrollTop);
    await page.locator('.yl-row b').nth(20).click();
    await page.locator('h1').first().waitFor();
    await page.waitForURL(/customers\/[0-9a-f-]{36}/);
    await page.waitForLoadState('networkidle');
    const painted = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const from = performance.now();
          const look = () =>
            document.querySelector('.yl-table .yl-row')
              ? setTimeout(() => resolve(performance.now() - from))
              : requestAnimationFrame(look);
          requestAnimationFrame(look);
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
async function watchFor(
  page: Page,
  event: string,
  isThere: (had: string) => boolean,
  had: string,
): Promise<() => Promise<number>> {
  // Handed over as it is: the page's policy forbids making code from text.
  const looked = await page.evaluateHandle(`(${isThere})`);
  await page.evaluate(
    ({ kind, isPainted, given }) => {
      const watched = globalThis as unknown as { painted?: number };
      delete watched.painted;
      const began = ({ timeStamp }: Event) => {
        const look = () =>
          (isPainted as typeof isThere)(given)
            ? setTimeout(() => {
                watched.painted = performance.now() - timeStamp;
              })
            : requestAnimationFrame(look);
        requestAnimationFrame(look);
      };
      addEventListener(kind, began, { once: true, capture: true });
    },
    { kind: event, isPainted: looked, given: had },
  );
  return async () => {
    const handle = await page.waitForFunction(() => (globalThis as unknown as { painted?: number }).painted);
    return (await handle.jsonValue()) ?? 0;
  };
}
