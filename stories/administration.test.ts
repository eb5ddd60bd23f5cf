import { createPerson } from '@yilu/customers/contract';
import { addStaff, entrust } from '@yilu/identity/contract';
import { dayOf } from '@yilu/platform/contract';
import { createCompany, listCompanies } from '@yilu/settings/contract';
import { createTask } from '@yilu/tasks/contract';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from './call.ts';
import { type Estate, makeEstate } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

// What the administrator of a property group sets up before anybody works, and changes while they do.

let house: House;
let estate: Estate;
/** One window for one administrator's day: each story goes to its page first. */
let page: Page;
beforeAll(async () => {
  house = await openHouse();
  estate = await makeEstate(house);
  page = await house.windowOf(administrator, '/me');
});
afterAll(() => house.close());

function linksIn(part: Locator): Promise<(string | null)[]> {
  return part.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}

test('the first page of settings leads wherever the menu of settings does', async () => {
  await page.goto('/settings');
  const menu = page.getByRole('navigation').getByRole('list').filter({ hasText: '接口密钥' }).last();
  await menu.getByRole('link', { name: '操作日志' }).waitFor();
  const inMenu = await linksIn(menu);
  expect(inMenu).toHaveLength(9);
  // Each card comes with its capability, whichever is fetched first.
  await expect.poll(() => linksIn(page.getByRole('main')), { timeout: 60_000 }).toEqual(inMenu);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^操作日志/ })
    .click();
  await page.getByRole('heading', { level: 1, name: '操作日志' }).waitFor();
});

test('the hours of a week are written by keyboard alone, in several periods, and an overlap is told beside its day', async () => {
  await page.goto(`/settings/calendars?at=${estate.projectId}`);
  await page.getByRole('button', { name: '修改时间' }).click();
  const from = page.getByRole('textbox', { name: '周一 从' });
  const to = page.getByRole('textbox', { name: '周一 到' });
  await from.fill('08:30');
  await from.press('Tab');
  await page.keyboard.type('12:00');
  await to.press('Tab');
  await page.getByRole('button', { name: '周一 加一段' }).press('Enter');
  await from.nth(1).fill('11:00');
  await from.nth(1).press('Enter');
  const said = page.getByRole('listitem').filter({ hasText: '周一' }).getByRole('alert');
  expect(await said.textContent()).toContain('不能重叠');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('13:30');
  await page.keyboard.press('Tab');
  await said.waitFor({ state: 'detached' });
  await to.nth(1).fill('18:00');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: '周一' }).getByText('08:30–12:00 · 13:30–18:00').waitFor();
  await page.goto(`/settings/calendars?at=${estate.projectId}&month=2028-10&kind=office`);
  await page.getByText('这一年的放假安排还没有录入，暂按法定节日推算，没有调休。').waitFor();
});

test('a choice of a list is moved by keyboard press after press', async () => {
  await page.goto('/settings/dictionaries?list=settings.circles');
  const lines = page.locator('main').getByRole('listitem');
  const named = async (at: number) => (await lines.nth(at).getByRole('button').first().textContent()) ?? '';
  await lines.first().waitFor();
  const first = await named(0);
  await lines
    .nth(0)
    .getByRole('button', { name: `下移 ${first}` })
    .press('Enter');
  await lines.nth(1).getByText(first, { exact: true }).waitFor();
  await page
    .locator(':focus')
    .and(page.getByRole('button', { name: `下移 ${first}` }))
    .waitFor();
  await page.keyboard.press('Enter');
  await lines.nth(2).getByText(first, { exact: true }).waitFor();
});

test('permissions are ticked one after the other by keyboard', async () => {
  await page.goto('/roles?role=housekeeper');
  const first = page.getByRole('checkbox', { name: '修改参数' });
  await first.press('Space');
  await page.getByText('改过', { exact: true }).waitFor();
  expect(await first.isChecked()).toBe(true);
  expect(await first.evaluate((box) => box === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: '恢复内置权限' }).click();
  await page.getByText('改过', { exact: true }).waitFor({ state: 'detached' });
});

test('a role of the company’s own is made like another, named anew, and never called like another', async () => {
  await page.goto('/roles?role=serviceAgent');
  await page.getByRole('button', { name: '照着新建' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: '中文名称' }).fill('管家');
  await panel.getByRole('textbox', { name: '英文名称' }).fill('Night desk');
  await panel.getByRole('button', { name: '新增角色' }).click();
  await panel.getByRole('alert').filter({ hasText: '已经有一个角色叫这个名称' }).waitFor();
  await panel.getByRole('textbox', { name: '中文名称' }).fill('夜班客服');
  await panel.getByRole('button', { name: '新增角色' }).click();
  await page.getByRole('heading', { name: '夜班客服' }).waitFor();
  await page.getByRole('button', { name: '修改名称和说明' }).click();
  await panel.getByRole('textbox', { name: '中文名称' }).fill('值夜客服');
  await panel.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '值夜客服' }).waitFor();
});

test('a company is not moved away from whoever has customers below it, and the page says from whom', async () => {
  const { request } = page;
  const group = (await call(request, listCompanies, {})).items[0]?.id ?? '';
  const [east] = await Promise.all(
    ['华东区域', '华南区域'].map((name) => call(request, createCompany, { kind: 'region', parentId: group, name })),
  );
  const project = await call(request, createCompany, { kind: 'project', parentId: east?.id ?? '', name: '湖畔里' });
  const { staff: keeper } = await call(request, addStaff, {
    username: 'gujiahe',
    name: '顾家禾',
    grants: [{ roleId: 'housekeeper', nodeId: east?.id ?? '', ownOnly: false }],
  });
  const { person } = await call(request, createPerson, { projectId: project.id, name: '沈知秋', phones: [] });
  const subjects = [{ kind: 'person' as const, id: person.id, projectId: project.id }];
  await call(request, entrust, { staffId: keeper.id, subjects });

  await page.goto('/settings/companies');
  await page.getByRole('button', { name: '湖畔里', exact: true }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('combobox', { name: '上级' }).click();
  await page.getByRole('treeitem', { name: /华南区域/ }).click();
  await panel.getByRole('button', { name: '保存' }).click();
  await panel.getByRole('alert').filter({ hasText: '顾家禾（名下还有 1 个客户或房屋）' }).waitFor();
  await panel.getByRole('textbox', { name: '名称' }).fill('湖畔里一期');
  await panel.getByRole('combobox', { name: '上级' }).click();
  await page.getByRole('treeitem', { name: /华东区域/ }).click();
  await panel.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '湖畔里一期', exact: true }).waitFor();
});

test('the audit says which parameter was changed, from what to what, and reads on about it alone', async () => {
  await page.goto('/settings/parameters');
  await page.getByRole('button', { name: /^密码最少长度/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('spinbutton').fill('3');
  await panel.getByRole('spinbutton').press('Tab');
  await panel.getByRole('alert').filter({ hasText: '可以填 8 到' }).waitFor();
  expect(await panel.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
  await panel.getByRole('spinbutton').fill('12');
  await panel.getByRole('textbox', { name: '为什么改' }).fill('集团安全要求');
  await panel.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: /^密码最少长度.*12.*本级设定/s }).waitFor();
  await page.goto('/audit');
  await page.getByText('密码最少长度').first().click();
  await panel.getByText('集团安全要求').waitFor();
  await panel.getByRole('button', { name: '只看这个对象的记录' }).click();
  await page.getByRole('button', { name: '看全部对象' }).filter({ hasText: '密码最少长度' }).waitFor();
  await page.getByText('登录', { exact: true }).first().waitFor({ state: 'detached' });
});

test('an API key is shown once, opens what it reaches, and is told so when it is revoked', async () => {
  await page.goto('/api-keys');
  await page.getByRole('button', { name: '新建密钥' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: '用途' }).fill('呼叫中心弹屏');
  await panel.getByRole('combobox', { name: '角色' }).click();
  await page.keyboard.type('呼叫中心');
  await page.keyboard.press('Enter');
  const make = panel.getByRole('button', { name: '新建密钥' });
  // A key that reaches nothing would be of no use to anybody.
  expect(await make.isDisabled()).toBe(true);
  await panel.getByRole('combobox', { name: '范围' }).click();
  await page.getByRole('treeitem', { name: /澜山府一期/ }).click();
  await page.keyboard.press('Escape');
  await make.click();
  const key = (await panel.getByRole('listitem').textContent()) ?? '';
  await panel.getByRole('button', { name: '好' }).click();
  await expect.poll(() => focused()).toContain('新建密钥');
  const ask = () => fetch(`${house.address}/api/companies`, { headers: { authorization: `Bearer ${key}` } });
  expect(await (await ask()).text()).toContain('澜山府一期');
  await page.getByRole('button', { name: '停用 呼叫中心弹屏' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '停用' }).click();
  await page.getByText('已停用', { exact: true }).waitFor();
  await expect.poll(() => focused()).toContain('呼叫中心弹屏');
  const refused = await ask();
  expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining('已停用')]);
  expect(await page.content()).not.toContain(key);
});

test('a colleague is added with a role and a place, and chooses a password of their own before anything else', async () => {
  await page.goto('/staff');
  await page.getByRole('button', { name: '新增员工' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: '姓名' }).fill('程晴');
  await panel.getByRole('textbox', { name: '用户名' }).fill('chengqing');
  await panel.getByRole('combobox', { name: '角色' }).click();
  await page.keyboard.type('管家');
  await page.keyboard.press('Enter');
  await panel.getByRole('combobox', { name: '公司或项目' }).click();
  await page.getByRole('treeitem', { name: /澜山府一期/ }).click();
  await panel.getByRole('button', { name: '新增员工' }).click();
  const password = (await panel.getByRole('listitem').textContent()) ?? '';
  await panel.getByRole('button', { name: '好' }).click();
  await page.getByText('程晴', { exact: true }).waitFor();
  const theirs = await house.windowOf({ username: 'chengqing', password }, '/today');
  await theirs.getByRole('textbox', { name: '收到的临时密码' }).waitFor();
  await theirs.close();
});

/** What the control that has the focus says. */
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

test('who leaves hands over customers and tasks on one sheet, each told as it is done, before the account is closed', async () => {
  const { request } = page;
  const { projectId } = estate;
  const grants = [{ roleId: 'salesConsultant', nodeId: projectId, ownOnly: true }];
  const hire = async (name: string, username: string) =>
    (await call(request, addStaff, { username, name, grants })).staff.id;
  const leaver = await hire('贺南枝', 'henanzhi');
  await hire('施予安', 'shiyuan');
  const { person } = await call(request, createPerson, { projectId, name: '苗青禾', phones: [] });
  await call(request, entrust, { staffId: leaver, subjects: [{ kind: 'person', id: person.id, projectId }] });
  await call(request, createTask, { projectId, title: '回访老客户', on: dayOf(new Date()), assigneeId: leaver });

  await page.goto(`/staff/${leaver}`);
  await page.getByRole('button', { name: '办理离职' }).click();
  const sheet = page.getByRole('dialog');
  const close = sheet.getByRole('button', { name: '办理离职' });
  const receiver = async (field: string) => {
    await sheet.getByRole('combobox', { name: field, exact: true }).fill('施予');
    await page.locator('.ant-select-item-option:visible', { hasText: '施予安' }).click();
  };
  await receiver('移交给');
  await sheet.getByRole('button', { name: '全部移交' }).click();
  await page.getByText('已移交 1 个客户或房屋').waitFor();
  expect(await close.isDisabled(), 'a task is still theirs').toBe(true);
  await receiver('待办转交给');
  await sheet.getByRole('button', { name: '全部转交' }).click();
  await page.getByText('待办已转交 · 1 件').waitFor();
  await close.click();
  await page.getByText('账号已关闭 · 贺南枝').waitFor();

  await page.goto('/staff');
  await page.getByText('已离职', { exact: true }).click();
  await page.getByRole('row').filter({ hasText: '贺南枝' }).getByText('离职时角色已收回').waitFor();
});
