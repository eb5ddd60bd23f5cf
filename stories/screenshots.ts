// node stories/screenshots.ts [FOLDER]: the pictures of the README, from a demo estate that is the same each time.
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPeople } from '@yilu/customers/contract';
import { listBuildings, listProjects } from '@yilu/properties/contract';
import type { Page } from 'playwright-core';
import { call } from './call.ts';
import { administrator, type House, openHouse, type View } from './house.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '../docs/pictures');
const command = join(import.meta.dirname, '../apps/server/cli.ts');

const house = await openHouse();
try {
  await promisify(execFile)(process.execPath, [command, 'demo', '--households', '240', '--seed', '7'], {
    env: { ...process.env, DATA_DIR: house.folder },
  });
  mkdirSync(folder, { recursive: true });
  await takeAll(house);
} finally {
  await house.close();
}

async function takeAll(from: House): Promise<void> {
  const { request } = await from.windowOf(administrator, '/me');
  const { people } = await call(request, findPeople, { text: '许', limit: 1 });
  const project = (await call(request, listProjects, {})).items[0];
  const building = project && (await call(request, listBuildings, { projectId: project.id })).buildings[0];
  const pages: readonly [string, string | undefined, View, 'zh' | 'en'][] = [
    ['today', '/today', {}, 'zh'],
    ['today-phone', '/today', { phone: true }, 'zh'],
    ['today-en', '/today', {}, 'en'],
    ['customers', '/customers', {}, 'zh'],
    ['customers-dark', '/customers', { dark: true }, 'zh'],
    ['person', people[0] && `/customers/${people[0].id}`, {}, 'zh'],
    ['building', building && `/buildings/${building.id}`, {}, 'zh'],
    ['imports', '/imports', {}, 'zh'],
  ];
  for (const [name, address, view, language] of pages) {
    if (!address) continue;
    const page = await from.windowOf(administrator, '/me', { ...view, sharp: true });
    await page.request.patch('/api/me', { data: { theme: view.dark ? 'dark' : 'light', language } });
    await page.goto(address);
    await settled(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.context().close();
  }
}

async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}
