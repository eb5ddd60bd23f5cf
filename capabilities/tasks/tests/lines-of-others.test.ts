import { day } from '@yilu/platform/contract';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actOnLine, actOnTask, createTask, readToday } from '../contract/index.ts';
import { type ComputedLine, tasks, todayLines } from '../server/index.ts';

const wanted: ComputedLine[] = [];
/** As a source reads: of one person, or of everybody up to the limit. */
const rule = {
  name: 'rule',
  contributes: [
    todayLines.with({
      origin: 'rule.line',
      lines: async (_, { accountId, limit }) =>
        wanted.filter(({ assigneeId }) => !accountId || assigneeId === accountId).slice(0, limit),
    }),
  ],
};

let house: House;
let here: string;
let lead: Caller;
let me: Caller;
let colleague: Caller;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, tasks, rule], at: '2026-11-20T02:00:00Z' });
  here = await house.project('澜山府一期');
  const own = { role: 'salesConsultant', projects: [here], ownOnly: true, sides: ['developer'] } as const;
  lead = house.as({ role: 'salesSiteManager', name: '何敏', projects: [here], sides: ['developer'] });
  [me, colleague] = [house.as({ ...own, name: '程望' }), house.as({ ...own, name: '陆远' })];
  for (const each of [lead, me, colleague]) await each.ask(readToday, {});
});
afterAll(() => house.close());
beforeEach(() => void wanted.splice(0));

let nth = 0;
function line(of: Caller): string {
  const occurrence = `line ${++nth}`;
  wanted.push({
    occurrence,
    kind: 'other',
    projectId: here,
    title: { zh: occurrence, en: occurrence },
    why: { zh: '试', en: 'try' },
    dueAt: new Date('2026-11-20T10:00:00Z'),
    showOn: '2026-11-20' as ComputedLine['showOn'],
    assigneeId: of.accountId,
  });
  return `rule.line#${occurrence}`;
}
const keysOf = async (who: Caller) => (await who.ask(readToday, {})).lines.map(({ key }) => key);

test('a line that a leader gave to a colleague leaves the one who had it, though they see their own tasks only', async () => {
  const key = line(me);
  expect(await keysOf(me)).toEqual([key]);
  await lead.ask(actOnLine, { key, effect: 'HANDED_OVER', to: colleague.accountId });
  expect(await keysOf(me)).toEqual([]);
  expect(await keysOf(colleague)).toHaveLength(1);
});

test('a leader acts on a line of the own day, however many the team has before it', async () => {
  for (let at = 0; at < 600; at += 1) line(me);
  const key = line(lead);
  expect(await keysOf(lead)).toContain(key);
  expect((await lead.ask(actOnLine, { key, effect: 'DONE' })).closedAt).toBeDefined();
});

test('of more lines than stand on a page all are counted, and the rest is reached by asking for more', async () => {
  for (let at = 0; at < 250; at += 1) line(me);
  const short = await me.ask(readToday, {});
  expect([short.lines.length, short.more]).toEqual([200, 50]);
  const long = await me.ask(readToday, { most: 400 });
  expect([long.lines.length, long.more]).toEqual([250, 0]);
  expect(new Set(long.lines.map(({ key }) => key)).size).toBe(250);
  const team = await lead.ask(readToday, { scope: 'team' });
  expect(team.people?.find(({ account }) => account.id === me.accountId)?.open).toBe(250);
  const opened = await lead.ask(readToday, { scope: 'team', of: me.accountId, most: 400 });
  expect(opened.lines.map(({ key }) => key)).toEqual(long.lines.map(({ key }) => key));
});

test('of more tasks than stand on a page all are counted, those that come first by the clock shown', async () => {
  const busy = house.as({ role: 'salesConsultant', projects: [here] });
  for (let at = 0; at < 210; at += 1)
    await busy.ask(createTask, { projectId: here, title: `第 ${at} 件`, on: day('2026-11-20') });
  const first = await busy.ask(createTask, { projectId: here, title: '九点', on: day('2026-11-20'), atMinutes: 630 });
  const today = await busy.ask(readToday, {});
  expect([today.lines.length, today.more]).toEqual([200, 11]);
  expect(today.lines[0]?.taskId).toBe(first.id);
  const [account] = (await lead.ask(readToday, { scope: 'team' })).people ?? [];
  expect(account).toMatchObject({ account: { id: busy.accountId }, open: 211 });
});

test('whoever did seventy things is told seventy', async () => {
  const busy = house.as({ role: 'salesConsultant', projects: [here] });
  for (let at = 0; at < 70; at += 1) {
    const { id, version } = await busy.ask(createTask, { projectId: here, title: `${at}`, on: day('2026-11-20') });
    await busy.ask(actOnTask, { taskId: id, version, effect: 'DONE' });
  }
  const { doneCount, done } = await busy.ask(readToday, {});
  expect([doneCount, done.length]).toEqual([70, 50]);
});

test('of three hundred colleagues each has their totals', async () => {
  await house.sql(
    `insert into staff (id, username, name, name_key, added_at)
     select gen_random_uuid(), 'many' || nth, '同事' || nth, 'tongshi', now() from generate_series(1, 300) nth`,
  );
  await house.sql(
    `insert into task (id, project_id, kind, title, why, origin, occurrence, due_at, assignee_id, created_by, created_at, changed_by, changed_at)
     select gen_random_uuid(), $1, 'other', '{"zh":"a","en":"a"}', '{"zh":"a","en":"a"}', 'rule.many', id::text,
            '2026-11-20T10:00:00Z', id, id, now(), id, now()
       from staff where username like 'many%'`,
    [here],
  );
  const { people = [] } = await lead.ask(readToday, { scope: 'team' });
  expect(people.filter(({ account, open }) => account.name.startsWith('同事') && open === 1)).toHaveLength(300);
});
