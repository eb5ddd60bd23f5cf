import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actOnLine, readToday } from '../contract/index.ts';
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
