import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Fetches what works without a network at once; by itself the page does so after a while. */
export async function fetchAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const wanted = (await (await fetch('/offline.json')).json()) as string[];
    await (await caches.open('yilu-shell-1')).addAll(wanted);
  });
}

/** Waits until the page has fetched it by itself. */
export async function hasFetchedAll(page: Page): Promise<void> {
  const missing = () =>
    page.evaluate(async () => {
      const wanted = (await (await fetch('/offline.json')).json()) as string[];
      const kept = new Set((await (await caches.open('yilu-shell-1')).keys()).map(({ url }) => new URL(url).pathname));
      return wanted.filter((path) => !kept.has(path)).length;
    });
  await expect.poll(missing, { timeout: 90_000, interval: 500 }).toBe(0);
}
