import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { addDays, day } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { type Caller, chance, type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { actOnLine, actOnTask, readToday, type Today } from '@yilu/tasks/contract';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

// What a leader reads about each colleague is what stands on that colleague's own day, to the line.

const today = day('2026-11-22');
let house: House;
let sites: string[];
let lead: Caller;
let team: Caller[];

beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, segments],
    at: '2026-11-22T11:00:00Z',
  });
  sites = [await house.project('澜山府'), await house.project('望江台')];
  lead = house.as({ role: 'regionManager', projects: sites });
  team = Array.from({ length: 6 }, (_, nth) => house.as({ role: 'housekeeper', name: `管家${nth}`, projects: sites }));
  for (const each of [lead, ...team]) await each.ask(readToday, {});
  const { person } = estate(house);
  for (let nth = 0; nth < 160; nth++) await person(sites[nth % 2] ?? '', { name: `业主${nth}` });
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
  await scatter(11);
});
afterAll(() => house.close());

/** Dossiers and silences of every kind, in the hands of everybody; some colleagues have hundreds, some two. */
async function scatter(seed: number) {
  const { next } = chance(seed);
  const of = <T>(some: readonly T[]) => some[Math.floor(next() * next() * some.length)] as T;
  const rows = await house.sql<{ person_id: string; project_id: string }>(
    'select person_id, project_id from customer_fact',
  );
  for (const { person_id, project_id } of rows) {
    const dueOn = addDays(today, of([0, 1, -1, 2, 3, -2, 4, 5, 6, -20, -31, -29, 7, -400, 9, 10, 11, 30]));
    const until = addDays(today, of([0, 1, 2, 5, 6, 4, 3, -1, 9, 12, 40]));
    await house.sql(
      `update customer_fact set responsible_id = $3, staff_ids = array[$3::uuid], completeness = 12, completeness_line = $4,
              standing = $5, completeness_due_on = $6, activity = $7, activity_until = $8
        where person_id = $1 and project_id = $2`,
      [
        person_id,
        project_id,
        of(team).accountId,
        of([60, 60, 100, 12]),
        of(['owner', 'lead']),
        dueOn,
        of(['ACTIVE', 'COOLING', 'SILENT']),
        until,
      ],
    );
  }
}

const all = { most: 2_000 };
async function expectTheSame() {
  const { people = [], more, lines, ahead } = await lead.ask(readToday, { scope: 'team', ...all });
  const days = await Promise.all(
    team.map((each) => lead.ask(readToday, { scope: 'team', of: each.accountId, ...all })),
  );
  const late = (some: Today['lines']) => some.filter(({ dueAt }) => dueAt <= new Date('2026-11-22T11:00:00Z')).length;
  expect(days.map((own) => own.more)).toEqual(team.map(() => 0));
  for (const [nth, own] of days.entries()) {
    const counted = people.find(({ account }) => account.id === team[nth]?.accountId);
    expect({ open: counted?.open ?? 0, late: counted?.late ?? 0 }).toEqual({
      open: own.lines.length,
      late: late(own.lines),
    });
  }
  const ofOthers = lines.filter(({ assignee }) => assignee.id === lead.accountId).length;
  expect(lines.length + more - ofOthers).toBe(days.reduce((sum, own) => sum + own.lines.length, 0));
  expect(ahead.map(({ count }) => count)).toEqual(
    ahead.map((_, nth) => days.reduce((sum, own) => sum + (own.ahead[nth]?.count ?? 0), 0)),
  );
  return days;
}

test('the totals of a team and the week ahead are those of everybody’s own day', async () => {
  const days = await expectTheSame();
  expect(Math.max(...days.map(({ lines }) => lines.length))).toBeGreaterThan(15);
});

test('however few lines are shown, they are the first ones, and what is counted is the same', async () => {
  const whole = await lead.ask(readToday, { scope: 'team', ...all });
  const dueOf = ({ lines }: Today) => lines.filter(({ gathered }) => !gathered).map(({ dueAt }) => dueAt);
  for (const most of [1, 7, 40]) {
    const some = await lead.ask(readToday, { scope: 'team', most });
    expect(some.lines).toHaveLength(most);
    expect(dueOf(some)).toEqual(dueOf(whole).slice(0, dueOf(some).length));
    expect(some.lines.length + some.more).toBe(whole.lines.length + whole.more);
    expect([some.people, some.ahead]).toEqual([whole.people, whole.ahead]);
  }
});

test('a colleague sees on their own day what their leader sees there', async () => {
  for (const each of team.slice(0, 3)) {
    const [own, seen] = [
      await each.ask(readToday, all),
      await lead.ask(readToday, { scope: 'team', of: each.accountId, ...all }),
    ];
    expect(seen.lines.map(({ key, gathered }) => [key, gathered])).toEqual(
      own.lines.map(({ key, gathered }) => [key, gathered]),
    );
    expect(seen.people).toBeUndefined();
  }
});

test('an own portfolio counts as the whole project does, what is not in it left out', async () => {
  const [me] = team;
  if (!me) throw new Error('there is a team');
  const limited = house.as({ role: 'housekeeper', accountId: me.accountId, projects: sites, ownOnly: true });
  expect((await limited.ask(readToday, all)).lines).toEqual([]);
  const mine = await house.sql<{ person_id: string; project_id: string }>(
    'select person_id, project_id from customer_fact where responsible_id = $1',
    [me.accountId],
  );
  for (const { person_id, project_id } of mine)
    await house.sql(
      `insert into portfolio_item (id, staff_id, subject_kind, subject_id, project_id, from_day, entrusted_by)
       values (gen_random_uuid(), $1, 'person', $2, $3, '2026-01-01', $1)`,
      [me.accountId, person_id, project_id],
    );
  const whole = await lead.ask(readToday, { scope: 'team', of: me.accountId, ...all });
  const own = await limited.ask(readToday, all);
  expect(own.lines.map(({ key, gathered }) => [key, gathered])).toEqual(
    whole.lines.map(({ key, gathered }) => [key, gathered]),
  );
  expect(own.ahead).toEqual(whole.ahead);
});

test('what was acted on holds no place and does not count, however much it is', async () => {
  const [me] = team;
  if (!me) throw new Error('there is a team');
  const asked = { scope: 'team', of: me.accountId, ...all } as const;
  for (let nth = 0; nth < 12; nth++) {
    const [line] = (await lead.ask(readToday, asked)).lines.filter(({ taskId, gathered }) => !taskId && !gathered);
    if (!line) break;
    await lead.ask(actOnLine, {
      key: line.key,
      of: me.accountId,
      effect: 'POSTPONED',
      reason: '出差',
      until: addDays(today, 1 + (nth % 3)),
    });
  }
  await expectTheSame();
});

test('what was put off and has settled since is counted nowhere', async () => {
  const before = await house.sql<{ open: number }>('select count(*)::int as open from task where closed_at is null');
  expect(before[0]?.open).toBeGreaterThan(5);
  await house.sql("update task set shown_from = null, due_at = '2026-11-22T10:00:00Z' where closed_at is null");
  await house.sql("update customer_fact set completeness = 100, activity = 'SILENT'");
  await expectTheSame();
  const { people = [] } = await lead.ask(readToday, { scope: 'team' });
  expect(people.filter(({ open, late }) => open !== 0 || late !== 0)).toEqual([]);
});

test('a leader acts on a line of a colleague’s day, and not in a project that they do not reach', async () => {
  await scatter(5);
  const [me] = team;
  if (!me) throw new Error('there is a team');
  const asked = { scope: 'team', of: me.accountId } as const;
  const [line] = (await lead.ask(readToday, asked)).lines.filter(({ kind }) => kind === 'dossier');
  const neighbour = house.as({ role: 'regionManager', projects: [await house.project('云栖里')] });
  const act = {
    key: line?.key ?? '',
    of: me.accountId,
    effect: 'POSTPONED',
    reason: '出差',
    until: addDays(today, 2),
  } as const;
  expect((await neighbour.refused(actOnLine, act)).status).toBe(404);
  expect((await neighbour.ask(readToday, asked)).lines).toEqual([]);
  const made = await lead.ask(actOnLine, act);
  expect((await neighbour.refused(actOnTask, { taskId: made.id, version: made.version, effect: 'DONE' })).status).toBe(
    404,
  );
});
