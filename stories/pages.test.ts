import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listStaff } from '@yilu/identity/contract';
import { createRegister } from '@yilu/interactions/contract';
import { dayOf } from '@yilu/platform/contract';
import { readRoom } from '@yilu/properties/contract';
import { registerDeal } from '@yilu/sales/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages } from '../apps/console/capabilities.ts';
import { seriousFaults } from './axe.ts';
import { call } from './call.ts';
import { drawn } from './drawn.ts';
import { type Estate, makeEstate, owner } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

// Every page that the console has, from its own list: a new page is looked at without anybody adding it here. Each is opened
// once and then seen at a desk by day and by night and on a telephone.

let house: House;
let recordIn: Readonly<Record<string, string>>;
beforeAll(async () => {
  house = await openHouse();
  recordIn = await recordsFor(await makeEstate(house));
});
afterAll(() => house.close());

/** Paper has its width wherever it is looked at. */
const sheetOfPaper = /\/(print|card)$/;
const shell = ['/', '/more', '/nowhere'];
const addressesOf = (frames: readonly string[]) =>
  pages.filter(({ frame = 'shell' }) => frames.includes(frame)).map(({ path }) => addressOf(path));

test('axe finds nothing serious on any page of somebody signed in', async () => {
  const page = await house.windowOf(administrator, '/me');
  await page.request.patch('/api/me', { data: { theme: 'system' } });
  expect(await faultsOf(page, [...shell, ...addressesOf(['shell', 'bare'])])).toEqual([]);
  await page.context().close();
  // Some forty pages, one after the other.
}, 600_000);

test('axe finds nothing serious on the pages for everybody', async () => {
  const page = await house.window();
  expect(await faultsOf(page, addressesOf(['public']))).toEqual([]);
  await page.context().close();
});

test('in English too every page is as wide as a telephone', async () => {
  const page = await house.windowOf(administrator, '/me', { phone: true });
  await page.request.patch('/api/me', { data: { language: 'en' } });
  await page.setViewportSize({ width: 360, height: 780 });
  const tooWide: string[] = [];
  for (const address of [...shell, ...addressesOf(['shell', 'bare'])].filter((each) => !sheetOfPaper.test(each))) {
    await page.goto(address);
    await drawn(page);
    const width = await widthOf(page);
    if (width > 361) tooWide.push(`${address}: ${width} pixels`);
  }
  expect(tooWide).toEqual([]);
  await page.request.patch('/api/me', { data: { language: 'zh' } });
  await page.context().close();
});

async function faultsOf(page: Page, addresses: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    await drawn(page);
    // Colours on their way from day to night are neither.
    await page.evaluate(() => {
      const still = new CSSStyleSheet();
      still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
      document.adoptedStyleSheets.push(still);
    });
    const see = async (how: string, rules?: readonly string[]) =>
      found.push(...(await seriousFaults(page, rules)).map((fault) => `${address}, ${how}: ${fault}`));
    await see('desk');
    // Readers of a screen go from part to part: everything is in one, and no two are called the same.
    await see('desk', ['region', 'landmark-unique']);
    // What antd calls a choice that nobody named, in English in every language.
    if (await page.getByRole('radiogroup', { name: 'segmented control' }).count())
      found.push(`${address}: a choice without a name`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-theme="dark"]').waitFor({ state: 'attached' });
    // Only the colours are others at night.
    await see('dark', ['color-contrast']);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 360, height: 780 });
    await drawn(page);
    const width = await widthOf(page);
    // As tall as the page: what lies beneath the tabs or a form's foot comes out from there by scrolling.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: 360, height });
    await see('telephone');
    if (width > 361 && !sheetOfPaper.test(address)) found.push(`${address}, telephone: ${width} pixels wide`);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  return found;
}

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/** The address of a page, with a record of the estate in it. */
function addressOf(path: string): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const id = recordIn[name];
    if (!id) throw new Error(`${path}: say in this story which record :${name} is`);
    return id;
  });
}

async function recordsFor({ projectId, roomId, personId }: Estate): Promise<Readonly<Record<string, string>>> {
  const request = await house.requestOf(administrator);
  const room = await call(request, readRoom, { roomId });
  const [staff] = (await call(request, listStaff, {})).items;
  const deal = await call(request, registerDeal, {
    projectId,
    roomId,
    state: 'SUBSCRIBED',
    buyers: [{ personId }],
    amountFen: 228_000_000,
    subscribedOn: dayOf(new Date()),
    payments: [],
  });
  const register = await call(request, createRegister, {
    projectId,
    kind: 'CALL_IN',
    contactedAt: new Date(),
    form: { phone: owner.phone, name: owner.name },
    keepOpen: true,
  });
  const sheet = readFileSync(join(import.meta.dirname, '../capabilities/imports/tests/workbooks/owners-gbk.csv'));
  const started = await request.post(`/api/imports?projectId=${projectId}`, {
    multipart: { file: { name: 'owners-gbk.csv', mimeType: 'text/csv', buffer: sheet } },
  });
  const { id: importId } = (await started.json()) as { id: string };
  return {
    projectId,
    roomId,
    personId,
    importId,
    buildingId: room.buildingId ?? '',
    staffId: staff?.id ?? '',
    dealId: deal.id,
    registerId: register.id,
  };
}
