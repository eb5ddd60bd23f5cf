import { viewPerson } from '@yilu/customers/contract';
import { readInteraction, recordContact } from '@yilu/interactions/contract';
import { dayOf } from '@yilu/platform/contract';
import { createTask, readTask } from '@yilu/tasks/contract';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { call } from './call.ts';
import { leftFor, lock, typedLast } from './drafts.ts';
import { drawn } from './drawn.ts';
import { type Estate, hire, makeEstate, owner } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

// A telephone is locked, rings, loses its signal or throws a page away: what was typed is there again.

let house: House;
let estate: Estate;
let page: Page;
beforeAll(async () => {
  house = await openHouse();
  estate = await makeEstate(house);
  const at = { roleId: 'housekeeper', nodeId: estate.projectId };
  await hire(house, { username: 'linxiaoyu', name: '林小雨', ...at });
  page = await house.windowOf(administrator, '/me', { phone: true });
});
afterAll(() => house.close());

const lastTyped = (type: () => Promise<void>) => typedLast(page, type);
const goesOn = (where: Page | Locator = page) => where.getByText('接着上次没写完的').waitFor();
const field = (name: string, where: Page | Locator = page) => where.getByLabel(name, { exact: true });

test('somebody being registered is there again when the page was thrown away, and not once it is done', async () => {
  await page.goto('/customers/new');
  await field('电话').fill('13900001111');
  await lastTyped(() => field('姓名').fill('陆远舟'));
  await goesOn();
  await expect.poll(() => field('姓名').inputValue()).toBe('陆远舟');
  expect(await field('电话').inputValue()).toBe('13900001111');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '陆远舟' }).waitFor();
  await page.goto('/customers/new');
  await drawn(page);
  expect(await field('姓名').inputValue()).toBe('');
});

test('a half-filled register keeps the field that one was still typing in', async () => {
  await page.goto('/registers/new?kind=VISIT_IN');
  await field('联系电话').fill('13900002222');
  await lastTyped(() => field('联系地址').fill('滨江路 18 号'));
  await goesOn();
  await expect.poll(() => field('联系地址').inputValue()).toBe('滨江路 18 号');
  expect(await field('联系电话').inputValue()).toBe('13900002222');
});

test('what was being changed about a person is still a change of what was opened, also when a colleague was there since', async () => {
  await page.goto(`/customers/${estate.personId}`);
  const panel = page.getByRole('dialog', { name: '编辑' });
  const open = () => page.getByRole('button', { name: '编辑', exact: true }).first().click();
  await open();
  await lastTyped(() => field('姓名', panel).fill('许静安之'));
  await open();
  await goesOn(panel);
  expect(await field('姓名', panel).inputValue()).toBe('许静安之');
  expect(await seriousFaults(page)).toEqual([]);
  await page.context().setOffline(true);
  await panel.getByRole('button', { name: '保存' }).click();
  await panel.getByText('没有网络').waitFor();
  await page.context().setOffline(false);
  await panel.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { level: 1, name: '许静安之' }).waitFor();
  expect((await call(page.request, viewPerson, { personId: estate.personId })).person.name).toBe('许静安之');
  await open();
  await field('姓名', panel).fill(owner.name);
  await panel.getByRole('button', { name: '取消' }).click();
  await panel.waitFor({ state: 'hidden' });
  await open();
  await field('姓名', panel).waitFor();
  expect(await field('姓名', panel).inputValue()).toBe('许静安之');
  await panel.getByRole('button', { name: '取消' }).click();
});

test('a dossier answer is saved when the telephone is locked while one types', async () => {
  await page.goto(`/customers/${estate.personId}`);
  await page.getByRole('button', { name: /^背景/ }).first().click();
  const sheet = page.getByRole('dialog');
  const answer = field('籍贯', sheet);
  await answer.fill('绍兴');
  await lock(page);
  await page.getByText('已保存：籍贯').waitFor();
});

test('words being corrected are there again', async () => {
  const words = '她说周末带父母一起来看三居的样板间，最关心学区和楼下的车位，希望提前约好讲解的人。';
  const contact = await call(page.request, recordContact, {
    personId: estate.personId,
    projectId: estate.projectId,
    kind: 'CALL_OUT',
    parts: { feedback: words },
  });
  await page.goto(`/customers/${estate.personId}`);
  const open = () => page.getByRole('button', { name: words }).click();
  await open();
  await lastTyped(() => field('客户反馈').fill(`${words}改到下周。`));
  await open();
  await goesOn();
  expect(await field('客户反馈').inputValue()).toBe(`${words}改到下周。`);
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByText('已改好').waitFor();
  const now = await call(page.request, readInteraction, { interactionId: contact.id });
  expect(now.parts.feedback).toBe(`${words}改到下周。`);
});

const aTask = async (title: string) => {
  const { id } = await call(page.request, createTask, { projectId: estate.projectId, title, on: dayOf(new Date()) });
  await page.goto('/today?view=own');
  await page.getByText(title).first().waitFor();
  return id;
};
const outcomesOf = async (taskId: string) => (await call(page.request, readTask, { taskId })).outcomes;
/** The line's own outcome, or the one behind "more". */
const choose = async (title: string, outcome: string) => {
  const line = page.locator('li').filter({ hasText: title }).last();
  await line.getByText(title).click();
  await line.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: outcome }).click();
};

test('the reason for another day is there again, and when the server declines it as well', async () => {
  const title = '回访样板间的感受';
  const id = await aTask(title);
  const postpone = () => page.locator('li').filter({ hasText: title }).getByRole('button', { name: '改天' }).click();
  await postpone();
  await lastTyped(() => field('原因').fill('她在外地出差，下周一回来再约'));
  await page.getByText(title).first().waitFor();
  await postpone();
  await goesOn();
  expect(await field('原因').inputValue()).toBe('她在外地出差，下周一回来再约');
  expect(await seriousFaults(page)).toEqual([]);

  let isDeclining = true;
  await page.route('**/api/tasks/*/outcomes', (route) =>
    isDeclining
      ? route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          json: { status: 422, title: '现在不行' },
        })
      : route.continue(),
  );
  await page.getByRole('button', { name: '记下' }).click();
  await page.locator('.yl-toast').getByRole('button', { name: '知道了' }).click();
  expect(await outcomesOf(id)).toEqual([]);
  isDeclining = false;
  await postpone();
  await expect.poll(() => field('原因').inputValue()).toBe('她在外地出差，下周一回来再约');
  await page.getByRole('button', { name: '记下' }).click();
  await expect
    .poll(async () => (await outcomesOf(id)).map(({ reason }) => reason))
    .toEqual(['她在外地出差，下周一回来再约']);
  await page.unroute('**/api/tasks/*/outcomes');
});

test('handing over is kept with its colleague, waits without a network, and is sent once', async () => {
  const title = '把钥匙送到物业';
  const id = await aTask(title);
  await choose(title, '转交');
  await page.getByLabel('转交给').fill('林小雨');
  await page.locator('.ant-select-item-option', { hasText: '林小雨' }).click();
  await lastTyped(() => field('原因').fill('她明天在现场'));
  await page.getByText(title).first().waitFor();
  await choose(title, '转交');
  await goesOn();
  expect(await field('原因').inputValue()).toBe('她明天在现场');
  await page.getByRole('dialog').getByText('林小雨').first().waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '记下' }).click();
  await page.getByText('1 条已存在这台设备里').waitFor();
  await page.context().setOffline(false);
  await expect.poll(async () => (await outcomesOf(id)).map(({ effect }) => effect)).toEqual(['HANDED_OVER']);
});

test('a task that was being written is there again, after signing in anew as well', async () => {
  await page.goto('/today?view=own');
  const open = () => page.getByRole('button', { name: '新建待办' }).first().click();
  await open();
  await field('做什么').fill('把门禁卡补办好');
  await page.context().clearCookies();
  await page.getByRole('dialog').getByRole('button', { name: '新建待办' }).click();
  await page.waitForURL('**/sign-in?**');
  await page.getByLabel('用户名').fill(administrator.username);
  await page.getByLabel('密码', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => url.pathname === '/today');
  await drawn(page);
  await open();
  await goesOn();
  expect(await field('做什么').inputValue()).toBe('把门禁卡补办好');
  await page.getByRole('dialog').getByRole('button', { name: '新建待办' }).click();
  await page.getByText('把门禁卡补办好').first().waitFor();
});

test('what nobody went on with for a month leaves the device, what was left last week stays', async () => {
  const open = () => page.goto('/customers/new');
  await open();
  await lastTyped(() => field('姓名').fill('陆远舟'));
  await goesOn();
  await leftFor(page, 8);
  await page.reload();
  await goesOn();
  await leftFor(page, 31);
  await page.goto('/me');
  await expect.poll(() => leftFor(page, 31)).toBe(0);
  await open();
  await field('姓名').waitFor();
  expect(await field('姓名').inputValue()).toBe('');
});

test('a deal that was being written is there again, with its buyer, and not once it is begun again', async () => {
  await page.goto('/deals/new');
  await field('买受人').fill(owner.name);
  await page.locator('.ant-select-item-option', { hasText: owner.name }).first().click();
  // As somebody leaves it who was called away: a discount that could not be saved yet.
  await page.getByRole('textbox', { name: '优惠' }).fill(' ');
  await lastTyped(() => page.getByRole('textbox', { name: '备注' }).fill('她先生周末来签字'));
  await goesOn();
  await expect.poll(() => page.getByRole('textbox', { name: '备注' }).inputValue()).toBe('她先生周末来签字');
  expect(await page.locator('.sa-form').textContent()).toContain(owner.name);
  await page.getByRole('button', { name: '重新写' }).click();
  await expect.poll(() => page.getByRole('textbox', { name: '备注' }).inputValue()).toBe('');
  await page.reload();
  await page.getByRole('textbox', { name: '备注' }).waitFor();
  expect(await page.getByRole('textbox', { name: '备注' }).inputValue()).toBe('');
});
