import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The last that is typed before the page ends: the telephone is locked, and the system needs its room. */
export async function typedLast(page: Page, type: () => Promise<void>): Promise<void> {
  const before = await page.evaluate(() => Date.now());
  await type();
  await lock(page);
  await expect.poll(() => draftsSince(page, before)).toBe(1);
  await page.reload();
}

/** As the page hears of it. */
export function lock(page: Page): Promise<void> {
  return page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
  });
}

/** How many drafts were written on this device from then on; what is in them is sealed. */
function draftsSince(page: Page, instant: number): Promise<number> {
  return page.evaluate(async (since) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('yilu');
      asked.onsuccess = () => resolve(asked.result);
    });
    const rows = await new Promise<{ id: string; at: number }[]>((resolve) => {
      const asked = database.transaction('rows').objectStore('rows').getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    return rows.filter(({ id, at }) => id.includes('/draft/') && at >= since).length;
  }, instant);
}

/** As if every draft on this device had been left so many days ago; answers how many there are. */
export function leftFor(page: Page, days: number): Promise<number> {
  return page.evaluate(
    async (at) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open('yilu');
        asked.onsuccess = () => resolve(asked.result);
      });
      const count = await new Promise<number>((resolve) => {
        const exchange = database.transaction('rows', 'readwrite');
        const rows = exchange.objectStore('rows');
        const asked = rows.getAll();
        let drafts: { id: string }[] = [];
        asked.onsuccess = () => {
          drafts = (asked.result as { id: string }[]).filter(({ id }) => id.includes('/draft/'));
          for (const draft of drafts) rows.put({ ...draft, at });
        };
        exchange.oncomplete = () => resolve(drafts.length);
      });
      database.close();
      return count;
    },
    Date.now() - days * 86_400_000,
  );
}
