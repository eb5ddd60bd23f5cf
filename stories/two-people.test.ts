import { addRelation, changePerson, createPerson, viewPerson } from '@yilu/customers/contract';
import { changeInteraction, readInteraction, recordContact } from '@yilu/interactions/contract';
import { day, fenFromYuan } from '@yilu/platform/contract';
import { editDeal, readDeal, registerDeal } from '@yilu/sales/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { call } from './call.ts';
import { type Estate, makeEstate, owner } from './estate.ts';
import { administrator, type House, openHouse } from './house.ts';

// Two people open the same record; the second one to save sees both versions and chooses.

let house: House;
let estate: Estate;
beforeAll(async () => {
  house = await openHouse();
  estate = await makeEstate(house);
});
afterAll(() => house.close());

const dialogOf = (page: Page) => page.getByRole('dialog', { name: '别人刚改过' });

test('a deal that somebody else changed meanwhile: mine wins when I say so, and what I never touched stays theirs', async () => {
  const request = await house.requestOf(administrator);
  const terms = {
    state: 'SUBSCRIBED' as const,
    roomId: estate.roomId,
    buyers: [{ personId: estate.personId, share: 1 }],
    amountFen: fenFromYuan(2_600_000),
    subscribedOn: day('2026-03-02'),
    payments: [],
  };
  const deal = await call(request, registerDeal, { ...terms, projectId: estate.projectId });
  const page = await house.windowOf(administrator, `/deals/${deal.id}`);
  await page.getByLabel('认购书编号').fill('RG-0101');
  const second = await call(request, editDeal, { ...terms, dealId: deal.id, version: deal.version, discount: '98 折' });
  await page.getByRole('button', { name: '保存' }).click();

  const dialog = dialogOf(page);
  await dialog.waitFor();
  const mineAlone = [expect.stringContaining('现在的'), expect.stringMatching(/认购书编号\s+—\s+RG-0101/)];
  expect(await dialog.getByRole('row').allInnerTexts()).toEqual(mineAlone);
  expect(await seriousFaults(page)).toEqual([]);
  // A third one saves while the dialog is open; what was taken over from the second is not mine either.
  await call(request, editDeal, { ...terms, dealId: deal.id, version: second.version, discount: '97 折' });
  const declined = page.waitForResponse((answer) => answer.status() === 409);
  await dialog.getByRole('button', { name: '用我写的' }).click();
  await declined;
  await dialog.waitFor();
  expect(await dialog.getByRole('row').allInnerTexts()).toEqual(mineAlone);
  await dialog.getByRole('button', { name: '用我写的' }).click();
  await page.waitForURL('**/deals');
  const saved = await call(request, readDeal, { dealId: deal.id });
  expect([saved.number, saved.discount]).toEqual(['RG-0101', '97 折']);
  await page.close();
});

test('a person whom somebody else changed meanwhile: what I never touched stays theirs', async () => {
  const request = await house.requestOf(administrator);
  const { person } = await call(request, createPerson, { projectId: estate.projectId, name: '方小满', anyway: true });
  const page = await house.windowOf(administrator, `/customers/${person.id}`);
  await page.getByRole('button', { name: '编辑', exact: true }).first().click();
  const panel = page.getByRole('dialog', { name: '编辑' });
  await panel.getByLabel('姓名').fill('方小曼');
  await call(request, changePerson, { personId: person.id, version: person.version, birthYear: 1988 });
  await panel.getByRole('button', { name: '保存' }).click();

  const dialog = dialogOf(page);
  await dialog.waitFor();
  const mineAlone = [expect.stringContaining('现在的'), expect.stringMatching(/姓名\s+方小满\s+方小曼/)];
  expect(await dialog.getByRole('row').allInnerTexts()).toEqual(mineAlone);
  await dialog.getByRole('button', { name: '用我写的' }).click();
  await panel.waitFor({ state: 'hidden' });
  const { person: saved } = await call(request, viewPerson, { personId: person.id });
  expect([saved.name, saved.birthYear]).toEqual(['方小曼', 1988]);
  await page.close();
});

test('a person whom a third one changes while two versions are compared: what came from the second is not mine', async () => {
  const request = await house.requestOf(administrator);
  const { person } = await call(request, createPerson, { projectId: estate.projectId, name: '何佳音', anyway: true });
  const page = await house.windowOf(administrator, `/customers/${person.id}`, { phone: true });
  await page.getByRole('button', { name: '编辑', exact: true }).first().click();
  const panel = page.getByRole('dialog', { name: '编辑' });
  await panel.getByLabel('姓名').fill('何嘉音');
  const { person: second } = await call(request, changePerson, {
    personId: person.id,
    version: person.version,
    birthYear: 1988,
  });
  await panel.getByRole('button', { name: '保存' }).click();
  const dialog = dialogOf(page);
  await dialog.waitFor();
  const mineAlone = [expect.stringContaining('现在的'), expect.stringMatching(/姓名\s+何佳音\s+何嘉音/)];
  expect(await dialog.getByRole('row').allInnerTexts()).toEqual(mineAlone);
  expect(await seriousFaults(page)).toEqual([]);

  await call(request, changePerson, { personId: person.id, version: second.version, birthYear: 1990, sex: 'female' });
  const declined = page.waitForResponse((answer) => answer.status() === 409);
  await dialog.getByRole('button', { name: '用我写的' }).click();
  await declined;
  await dialog.waitFor();
  expect(await dialog.getByRole('row').allInnerTexts()).toEqual(mineAlone);
  await dialog.getByRole('button', { name: '用我写的' }).click();
  await panel.waitFor({ state: 'hidden' });
  const { person: saved } = await call(request, viewPerson, { personId: person.id });
  expect([saved.name, saved.birthYear, saved.sex]).toEqual(['何嘉音', 1990, 'female']);
  await page.close();
});

test('a contact record that somebody else changed meanwhile: theirs can be taken over', async () => {
  const request = await house.requestOf(administrator);
  const words = '客户说孩子明年上小学，希望尽快看三居样板间，周末带父母一起来，关注学区。';
  const { personId, projectId } = estate;
  const contact = await call(request, recordContact, {
    personId,
    projectId,
    kind: 'CALL_OUT',
    parts: { feedback: words },
  });
  const page = await house.windowOf(administrator, `/customers/${personId}`);
  await page.getByRole('button', { name: words }).click();
  const passage = page.getByRole('textbox', { name: '客户反馈' });
  await passage.fill(`${words}首付已备好。`);
  const theirs = `${words}首付要缓两个月。`;
  await call(request, changeInteraction, {
    interactionId: contact.id,
    version: contact.version,
    parts: { feedback: theirs },
  });
  await page.getByRole('button', { name: '保存' }).click();

  const dialog = dialogOf(page);
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain('首付要缓两个月');
  expect(await dialog.textContent()).toContain('首付已备好');
  await dialog.getByRole('button', { name: '用现在的' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await passage.inputValue()).toBe(theirs);
  expect((await call(request, readInteraction, { interactionId: contact.id })).parts.feedback).toBe(theirs);
  await page.close();
});

test('relations two steps away are drawn, and walked through as a list', async () => {
  const request = await house.requestOf(administrator);
  const { personId, projectId } = estate;
  const add = async (name: string) => (await call(request, createPerson, { projectId, name, anyway: true })).person.id;
  const [husband, mother] = [await add('周启明'), await add('周桂兰')];
  await call(request, addRelation, { personId, otherId: husband, kind: 'spouse' });
  await call(request, addRelation, { personId: husband, otherId: mother, kind: 'parent' });

  const page = await house.windowOf(administrator, `/customers/${personId}`);
  await page.getByRole('button', { name: '看更远的关系' }).press('Enter');
  const panel = page.getByRole('dialog', { name: `看更远的关系 · ${owner.name}` });
  await panel.getByRole('link', { name: '周桂兰' }).waitFor();
  expect(await panel.getByRole('listitem').first().textContent()).toMatch(/周启明\s*配偶\s*周桂兰\s*父母/);
  expect(await seriousFaults(page)).toEqual([]);
  await panel.getByRole('link', { name: '周桂兰' }).press('Enter');
  await page.waitForURL(`**/customers/${mother}`);
  await page.close();
});

test('a link that was taken away by a slip is brought back as it was, from either side', async () => {
  const request = await house.requestOf(administrator);
  const { personId, projectId } = estate;
  const { person: child } = await call(request, createPerson, { projectId, name: '周可', anyway: true });
  await call(request, addRelation, { personId: child.id, otherId: personId, kind: 'parent' });

  const page = await house.windowOf(administrator, `/customers/${personId}`);
  const line = page.getByRole('listitem').filter({ hasText: '周可' });
  await expect.poll(() => line.textContent()).toContain('子女');
  await page.getByRole('button', { name: '删除 周可' }).click();
  await page.getByText('与周可的关系已去掉').waitFor();
  await line.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => line.textContent()).toContain('子女');
  await page.close();
});
