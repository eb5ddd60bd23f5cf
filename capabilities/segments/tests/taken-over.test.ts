import { customers } from '@yilu/customers/server';
import { entrust, transferPortfolio } from '@yilu/identity/contract';
import { identity } from '@yilu/identity/server';
import type { Work } from '@yilu/platform/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { actOnLine, readToday } from '@yilu/tasks/contract';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBook } from '../contract/index.ts';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
let project: string;
const people: string[] = [];
let leaver: Caller;
let heir: Caller;
let manager: Caller;

beforeAll(async () => {
  const capabilities = [settings, identity, tasks, properties, customers, segments];
  house = await openHouse({ capabilities, at: '2026-11-22T02:00:00Z' });
  project = await house.project('澜山府');
  const { person } = estate(house);
  for (let nth = 0; nth < 8; nth++) people.push(await person(project, { name: `业主${nth}` }));
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
  leaver = house.as({ role: 'housekeeper', name: '王芳', projects: [project], ownOnly: true, sides: ['property'] });
  heir = house.as({ role: 'housekeeper', name: '李娜', projects: [project], ownOnly: true, sides: ['property'] });
  manager = house.as({ role: 'propertyManager', projects: [project], sides: ['property'] });
  await Promise.all([leaver, heir, manager].map((each) => each.ask(readToday, {})));
  const subjects = people.map((id) => ({ kind: 'person' as const, id, projectId: project }));
  await manager.ask(entrust, { staffId: leaver.accountId, subjects });
  await house.settle();
});
afterAll(() => house.close());

const told = async (who: Caller) =>
  (await who.ask(readToday, {})).lines.filter(({ key }) => key.startsWith('segments.takenOver'));

test('whoever takes over tells each household, by when, with the name they know (ORG-16)', async () => {
  expect(await told(leaver)).toEqual([]);
  await manager.ask(transferPortfolio, { fromStaffId: leaver.accountId, toStaffId: heir.accountId });
  await house.settle();
  const lines = await told(heir);
  expect(lines).toHaveLength(6);
  expect(lines[0]).toMatchObject({
    title: { zh: '告诉客户换了联系人' },
    why: { zh: '原来由王芳负责，11 月 22 日起由您接手，还没有联系过' },
    words: { zh: '您好，王芳的工作现在由我接手，以后有事可以直接找我。' },
    dueAt: new Date('2026-11-25T10:00:00Z'),
  });
  expect(lines.at(-1)).toMatchObject({ gathered: 3 });
  expect(await told(leaver)).toEqual([]);
});

/** Whom a line of Today opens the customer book at. */
async function opened(who: Caller) {
  const [outcome] = (await told(who)).at(-1)?.outcomes ?? [];
  const asked = new URL(outcome?.path ?? '', 'http://book').searchParams;
  const { items } = await who.ask(readBook, { filter: asked.get('filter') ?? '', sort: 'lastContactOn' });
  return items.map(({ personId }) => personId).sort();
}

test('the line for the others opens exactly the others, whatever else its holder has', async () => {
  const already = await estate(house).person(project, { name: '早就是她的' });
  await manager.ask(entrust, {
    staffId: heir.accountId,
    subjects: [{ kind: 'person', id: already, projectId: project }],
  });
  await house.settle();
  const others = async () => {
    const alone = (await told(heir)).map(({ key }) => key.split('/')[1] ?? '');
    return people.filter((id) => !alone.includes(id)).sort();
  };
  expect(await opened(heir)).toEqual(await others());
  expect(await opened(heir)).toHaveLength(3);

  const [first] = await told(heir);
  await heir.ask(actOnLine, { key: first?.key ?? '', effect: 'DONE' });
  expect(await opened(heir)).toHaveLength(2);
  expect(await opened(heir)).toEqual((await others()).filter((id) => id !== first?.key.split('/')[1]));
});

test('whoever was told, or contacted since, is no longer on the list; a month later it is no news', async () => {
  const [first] = await told(heir);
  await heir.ask(actOnLine, { key: first?.key ?? '', effect: 'DONE' });
  expect((await told(heir)).at(-1)).toMatchObject({ gathered: 1 });
  await house.sql("update customer_fact set last_contact_on = '2026-11-22' where person_id = any ($1)", [
    people.slice(1),
  ]);
  expect(await told(heir)).toHaveLength(0);
  await house.sql('update customer_fact set last_contact_on = null');
  house.setClock('2026-12-23T02:00:00Z');
  expect(await told(heir)).toHaveLength(0);
});
