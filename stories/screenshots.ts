// node stories/screenshots.ts [FOLDER]: the pictures of the README, from a demo estate that is the same each time.
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPeople } from '@yilu/customers/contract';
import { changePassword, listStaff, resetPassword } from '@yilu/identity/contract';
import { listBuildings, listProjects } from '@yilu/properties/contract';
import type { Page } from 'playwright-core';
import { call } from './call.ts';
import { drawn } from './drawn.ts';
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
  const request = await from.requestOf(administrator);
  const { people } = await call(request, findPeople, { text: '许', limit: 1 });
  const project = (await call(request, listProjects, {})).items[0];
  const building = project && (await call(request, listBuildings, { projectId: project.id })).buildings[0];
  const housekeeper = await somebody(from, 'housekeeper');
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
    const who = address === '/today' ? housekeeper : administrator;
    const page = await from.windowOf(who, '/me', { ...view, sharp: view.phone === true });
    await page.request.patch('/api/me', { data: { theme: view.dark ? 'dark' : 'light', language } });
    await page.goto(address);
    await settled(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.context().close();
  }
}

/** A member of the demo's staff with this role, whose password is set anew so that a picture can be taken as them. */
async function somebody(from: House, roleId: string): Promise<{ username: string; password: string }> {
  const request = await from.requestOf(administrator);
  const { items } = await call(request, listStaff, { roleId });
  const found = items[0];
  if (!found) return administrator;
  const given = await call(request, resetPassword, { staffId: found.id });
  const window = await from.window();
  await window.request.post('/api/session', { data: { username: found.username, password: given.password } });
  const password = 'Qingshan-7-liushui';
  await call(window.request, changePassword, { current: given.password, next: password });
  return { username: found.username, password };
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await drawn(page);
}
