import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { type Estate, makeEstate } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

// Whatever is in the navigation, and the pages of a person, a room, a building and a colleague, as an administrator sees them.

let house: House;
let estate: Estate;
beforeAll(async () => {
  house = await openHouse();
  estate = await makeEstate(house);
});
afterAll(() => house.close());

describe.each([
  ['light, desk', 'light', {}],
  ['dark, desk', 'dark', {}],
  ['light, telephone', 'light', { phone: true }],
] as const)('%s', (_, theme, view) => {
  test('axe finds nothing serious on any page', async () => {
    const page = await house.windowOf(administrator, '/me', view);
    await page.request.patch('/api/me', { data: { theme } });
    const found: string[] = [];
    for (const address of [...(await addressesIn(page)), ...own()]) {
      await page.goto(address);
      await settled(page);
      found.push(...(await seriousFaults(page)).map((fault) => `${address}: ${fault}`));
    }
    expect(found).toEqual([]);
    await page.close();
  });
});

/** Every page that has an entry, from the telephone's list of all pages. */
async function addressesIn(page: Page): Promise<string[]> {
  await page.goto('/more');
  await page.locator('.yl-more-line').first().waitFor();
  const found = await page
    .locator('.yl-more a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(found.length).toBeGreaterThan(5);
  return found;
}

function own(): string[] {
  return ['/customers/new', `/customers/${estate.personId}`, `/rooms/${estate.roomId}`];
}

async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}
