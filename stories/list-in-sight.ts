import type { Page } from 'playwright-core';

// What can be seen, and heard on the line, of a list that is longer than a screen.

/** The whole row that keys act on. */
export function isInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const frame = document.querySelector('.yl-table')?.getBoundingClientRect();
    const row = document.querySelector('.yl-row-active')?.getBoundingClientRect();
    return frame !== undefined && row !== undefined && row.top >= frame.top && row.bottom <= frame.bottom + 1;
  });
}

/** The pages of the list that are asked for from here on. */
export function watchAsked(page: Page): () => readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/customer-book') asked.push(request.url());
  });
  return () => asked;
}

/** Counts the waiting shapes that are drawn from here on. */
export function watchWaitingShapes(page: Page): Promise<void> {
  return page.evaluate(() => {
    const watched = globalThis as unknown as { waitingShapes: number };
    watched.waitingShapes = 0;
    new MutationObserver(() => {
      watched.waitingShapes += document.querySelectorAll('main .yl-loading').length;
    }).observe(document.body, { childList: true, subtree: true });
  });
}

export function waitingShapes(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { waitingShapes: number }).waitingShapes);
}
