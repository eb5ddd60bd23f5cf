import type { Page } from 'playwright-core';

/** The page has its heading, or says that there is nothing to head, and what it waited for has come. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('h1, .yl-state h2').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}
