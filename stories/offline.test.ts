import { timelineOfPerson } from '@yilu/interactions/contract';
import type { Day } from '@yilu/platform/contract';
import { createTask, readTask } from '@yilu/tasks/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { call } from './call.ts';
import { typedLast } from './drafts.ts';
import { drawn } from './drawn.ts';
import { type Estate, hire, makeEstate, owner } from './estate.ts';
import { fetchAll, hasFetchedAll } from './fetched-for-offline.ts';
import { type House, openHouse } from './house.ts';

let house: House;
let estate: Estate;
let housekeeper: { readonly username: string; readonly password: string };
let colleague: typeof housekeeper;
beforeAll(async () => {
  house = await openHouse();
  estate = await makeEstate(house);
  const at = { roleId: 'housekeeper', nodeId: estate.projectId };
  housekeeper = await hire(house, { username: 'linxiaoyu', name: '林小雨', ...at });
  colleague = await hire(house, { username: 'zhouning', name: '周宁', ...at });
});
afterAll(() => house.close());

/** Each is recorded once: the same words again would be asked about. */
const words = {
  first: '她说新家的推拉门关不严，夜里风声很大，希望这周内有人上门来看一看，周末都在家里。',
  second: '约好周六上午十点上门看推拉门，她提醒门口停车要先登记车牌，孩子在午睡不要按门铃。',
  third: '推拉门换了滑轮以后已经不漏风了，她说师傅很仔细，还想问问阳台的纱窗能不能一起修。',
  fourth: '她打算下个月把父母接来同住，问小区里哪里能办门禁卡，还想知道老人活动室周末几点开门。',
  held: '推拉门又有一扇卡住了，她怕夹到孩子的手，请师傅这周再来一趟，来之前打她先生的电话。',
};

/** A telephone on which the customer's page was open, with everything for working without a network fetched. */
async function telephone(): Promise<Page> {
  const page = await openTelephone();
  await fetchAll(page);
  return page;
}

async function openTelephone(): Promise<Page> {
  const page = await house.windowOf(housekeeper, '/today', { phone: true });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
  await page.goto(`/customers/${estate.personId}`);
  await page.getByRole('heading', { level: 1, name: owner.name }).waitFor();
  return page;
}

async function record(page: Page, feedback: string): Promise<void> {
  await page.getByRole('link', { name: '记一笔' }).click();
  await choosePerson(page);
  await page.getByLabel('客户反馈', { exact: true }).fill(feedback);
  await page.getByRole('button', { name: '保存' }).click();
}

/** Without a network the story waits for what a person sees; icons that cannot come may keep `load` waiting. */
async function reloadWithoutNetwork(page: Page): Promise<void> {
  await page.reload({ waitUntil: 'commit' });
}

async function choosePerson(page: Page): Promise<void> {
  await page.getByLabel('客户', { exact: true }).fill(owner.name);
  await page.locator('.ant-select-item-option', { hasText: owner.name }).click();
}

const feedbackOnServer = async (page: Page) => {
  const { items } = await call(page.request, timelineOfPerson, { personId: estate.personId });
  return items.map(({ parts }) => parts.feedback);
};

test('two records written without a network survive a reload and arrive once, in order, also when an answer is lost', async () => {
  const page = await openTelephone();
  await hasFetchedAll(page);
  await page.goto('/today');
  await drawn(page);
  await page.context().setOffline(true);
  await page.getByText('没有信号。打开过的资料还能看').waitFor();

  await record(page, words.first);
  await page.getByText('已存在这台设备里，有信号就上传').first().waitFor();
  await record(page, words.second);
  await page.getByText('2 条已存在这台设备里，有信号就上传。').waitFor();

  // Saving goes back to Today; a reload amid that step is called off by the browser.
  await page.waitForURL('**/today');
  await reloadWithoutNetwork(page);
  await page.getByText('2 条已存在这台设备里，有信号就上传。').waitFor();
  await page.goto(`/customers/${estate.personId}`);
  await page.getByRole('heading', { level: 1, name: owner.name }).waitFor();
  await page.getByRole('link', { name: '看一看' }).click();
  await expect.poll(() => page.getByText('等待上传').count()).toBe(3);
  expect(await seriousFaults(page)).toEqual([]);

  // The first answer is lost after the server has written it.
  let lost = 0;
  await page.route('**/api/interactions', async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.context().setOffline(false);
  await page.getByText('已上传').nth(1).waitFor();
  expect(lost).toBe(1);
  expect(await feedbackOnServer(page)).toEqual([words.second, words.first]);
  await page.getByText('条等待上传').waitFor({ state: 'detached' });
  await page.context().close();
});

test('an outcome on Today is given without a network, the line stays away, and the task is done when it arrives', async () => {
  const page = await house.windowOf(housekeeper, '/today', { phone: true });
  const title = '把大堂的灯换好';
  const on = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const task = await call(page.request, createTask, { projectId: estate.projectId, title, on: on as Day });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
  await page.getByText(title).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '完成', exact: true }).click();
  await page.getByText('1 条已存在这台设备里').waitFor();
  await page.getByText(title).waitFor({ state: 'detached' });
  await reloadWithoutNetwork(page);
  await page.getByText('1 条已存在这台设备里').waitFor();
  expect(await page.getByText(title).count()).toBe(0);
  await page.context().setOffline(false);
  const state = async () =>
    (await call(page.request, readTask, { taskId: task.id })).outcomes.map(({ effect }) => effect);
  await expect.poll(state).toEqual(['DONE']);
  await page.context().close();
});

test('what the server declines is shown with its reason, is mended and goes', async () => {
  const page = await telephone();
  await page.context().setOffline(true);
  await record(page, '太短了');
  await page.getByText('1 条已存在这台设备里').waitFor();
  await page.context().setOffline(false);
  await page.getByText('1 条没有传上去，要改一改。').waitFor();

  await page.getByRole('link', { name: '看一看' }).click();
  await page.getByRole('alert').getByText('还差').waitFor();
  await page.getByRole('link', { name: '打开修改' }).click();
  await page.getByText(owner.name).waitFor();
  const written = () => page.getByLabel('客户反馈', { exact: true }).inputValue();
  await expect.poll(written).toBe('太短了');
  await page.getByLabel('客户反馈', { exact: true }).fill(words.third);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已记下').waitFor();
  expect((await feedbackOnServer(page))[0]).toBe(words.third);
  await page.context().close();
});

test('a form being written survives a reload, and nobody else sees it or what waits', async () => {
  const page = await telephone();
  await page.goto('/contacts/new');
  await choosePerson(page);
  await typedLast(page, () => page.getByLabel('客户反馈', { exact: true }).fill('写到一半'));
  await page.getByText('接着上次没写完的').waitFor();
  await expect.poll(() => page.getByLabel('客户反馈', { exact: true }).inputValue()).toBe('写到一半');
  await page.context().setOffline(true);
  await page.getByLabel('客户反馈', { exact: true }).fill(words.held);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('1 条已存在这台设备里').waitFor();

  // Nothing readable lies on the device.
  const stored = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('yilu');
      asked.onsuccess = () => resolve(asked.result);
    });
    const read = (store: string) =>
      new Promise<unknown[]>((resolve) => {
        const asked = database.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => resolve(asked.result);
      });
    const rows = (await read('rows')) as { sealed: ArrayBuffer; id: string }[];
    const keys = (await read('keys')) as CryptoKey[];
    return {
      texts: rows.map(({ id, sealed }) => `${id} ${new TextDecoder().decode(sealed)}`).join('\n'),
      extractable: keys.map(({ extractable }) => extractable),
      kinds: [...new Set(rows.map(({ id }) => id.split('/')[1]))].toSorted(),
    };
  });
  expect(stored.kinds).toEqual(['answer', 'outbox']);
  expect(stored.extractable).toEqual([false]);
  expect(stored.texts).not.toContain(owner.name);
  expect(stored.texts).not.toContain('推拉门');

  // The session ends while the record waits; a colleague takes the telephone.
  await page.context().clearCookies();
  await page.route('**/api/interactions', (route) => route.abort('connectionreset'));
  await page.context().setOffline(false);
  await page.waitForURL('**/sign-in?**');
  await page.unroute('**/api/interactions');
  const before = await countAs(colleague);
  await signIn(page, colleague);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto('/waiting');
  await page.getByText('都上传了').waitFor();
  expect(await page.getByText('条等待上传').count()).toBe(0);
  await page.goto('/contacts/new');
  await page.getByLabel('客户反馈', { exact: true }).waitFor();
  expect(await page.getByText('接着上次没写完的').count()).toBe(0);
  expect(await countAs(colleague)).toBe(before);

  // Back with her, it goes, under her name.
  await signOut(page);
  await signIn(page, housekeeper);
  await expect.poll(() => countAs(housekeeper)).toBe(before + 1);
  await page.context().close();
});

test('what lay on a telephone for two weeks is not sent by itself, keeps its words, and goes once its writer says so', async () => {
  const page = await telephone();
  await page.context().setOffline(true);
  await record(page, words.fourth);
  await page.getByText('1 条已存在这台设备里，有信号就上传。').waitFor();

  await page.clock.setSystemTime(Date.now() + 15 * 24 * 3_600_000);
  await page.context().setOffline(false);
  await page.getByText('1 条放得太久，要您看过再传。').waitFor();
  expect(await feedbackOnServer(page)).not.toContain(words.fourth);

  await page.getByRole('link', { name: '看一看' }).click();
  await page.getByText('写下已超过两周').waitFor();
  await page.getByText(owner.name).first().waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '仍要上传' }).click();
  await page.getByText('已上传').waitFor();
  expect(await feedbackOnServer(page)).toContain(words.fourth);
  await page.context().close();
});

test('signing out says what was not sent, and takes everything along', async () => {
  const page = await telephone();
  await page.context().setOffline(true);
  await record(page, words.second);
  await page.getByText('1 条已存在这台设备里').waitFor();
  await page.route('**/api/interactions', (route) => route.abort('connectionreset'));
  await page.context().setOffline(false);
  await page.goto('/more');
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByText('1 条记录还没有上传').waitFor();
  await page.getByRole('button', { name: '删掉并退出' }).click();
  await page.waitForURL('**/sign-in**');
  const left = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('yilu');
      asked.onsuccess = () => resolve(asked.result);
    });
    const count = (store: string) =>
      new Promise<number>((resolve) => {
        const asked = database.transaction(store).objectStore(store).count();
        asked.onsuccess = () => resolve(asked.result);
      });
    return [await count('rows'), await count('keys'), localStorage.getItem('yilu.account')];
  });
  expect(left).toEqual([0, 0, null]);
  await page.context().close();
});

test('a window left open for one account shows and sends nothing for the other', async () => {
  const page = await openTelephone();
  const answer = await page.request.post('/api/session', { data: colleague });
  expect(answer.ok()).toBe(true);
  await page.getByRole('link', { name: '今天' }).click();
  await page.getByRole('link', { name: '我的' }).click();
  await page.getByRole('heading', { level: 1, name: '周宁' }).waitFor();
  await page.context().close();
});

async function signIn(page: Page, { username, password }: typeof housekeeper): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  // After another account the page loads itself anew; then the device knows whose it is.
  await page.waitForFunction(() => localStorage.getItem('yilu.account') !== null);
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/more');
  await page.getByRole('button', { name: '退出' }).click();
  await page.waitForURL('**/sign-in**');
}

async function countAs(person: typeof housekeeper): Promise<number> {
  const page = await house.windowOf(person, '/me');
  const count = (await feedbackOnServer(page)).length;
  await page.context().close();
  return count;
}
