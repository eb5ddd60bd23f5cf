import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withClient, yiluAt } from './command.ts';

const estate = mkdtempSync(join(tmpdir(), 'yilu-demo-'));
afterAll(() => rmSync(estate, { recursive: true, force: true }));

test('a demo estate is invented with labels, once per seed, and another beside it under names of its own', async () => {
  const made = await yiluAt(estate, ['demo', '--households', '40', '--seed', '3', '--json']);
  expect(made).toMatchObject({ code: 0 });
  expect(made.answer()).toMatchObject({ households: 40, seed: 3 });
  const first: number = await withClient(estate, async (owner) => {
    const { rows } = await owner.query(
      `select (select count(*)::int from room) as rooms, (select count(*)::int from interaction) > 100 as contacts,
              (select count(*)::int from customer_fact where lifecycle is not null and activity is not null) as labelled,
              (select count(*)::int from person) as people,
              (select count(*)::int from register_entry where completed_at is null) as open,
              (select count(*)::int from register_entry where completed_at <= due_at) > 0 as timely,
              (select bool_and(person_id = (select person_id from interaction where id = interaction_id)) from register_entry
                where completed_at is not null) as of_their_contacts`,
    );
    expect(rows[0]).toMatchObject({ rooms: 50, contacts: true, labelled: rows[0].people });
    expect(rows[0]).toMatchObject({ open: 2, timely: true, of_their_contacts: true });
    expect(made.answer().people, 'the customers of this estate').toBe(rows[0].people);
    return rows[0].people;
  });
  const again = await yiluAt(estate, ['demo', '--households', '40', '--seed', '3']);
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('--seed 4') });
  const beside = await yiluAt(estate, ['demo', '--households', '40', '--seed', '4', '--json']);
  expect(beside).toMatchObject({ code: 0 });
  await withClient(estate, async (owner) => {
    const { rows: all } = await owner.query<{ people: number }>('select count(*)::int as people from person');
    expect(beside.answer().people, 'of the second estate alone').toBe((all[0]?.people ?? 0) - first);
    const { rows } = await owner.query<{ name: string }>(
      "select name from company_node where kind = 'project' order by name",
    );
    expect(rows.map(({ name }) => name)).toEqual(['澜山府', '澜山府（4）']);
  });
}, 120_000);

test('two estates made at the same moment in an empty house both come, under one group', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'yilu-demo-'));
  try {
    await yiluAt(empty, ['doctor']);
    const made = await Promise.all(
      ['5', '6'].map((seed) => yiluAt(empty, ['demo', '--households', '40', '--seed', seed])),
    );
    expect(made.map(({ code }) => code)).toEqual([0, 0]);
    await withClient(empty, async (owner) => {
      const { rows } = await owner.query('select kind, count(*)::int from company_node group by kind order by kind');
      expect(rows).toEqual([
        { kind: 'city', count: 2 },
        { kind: 'group', count: 1 },
        { kind: 'project', count: 2 },
        { kind: 'region', count: 1 },
      ]);
    });
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}, 120_000);

test('computing the labels anew changes nothing', async () => {
  const { answer } = await yiluAt(estate, ['recompute', '--json']);
  expect(answer()).toMatchObject({ written: 0, changes: 0 });
}, 60_000);

test.each([['none'], ['0'], ['2000000'], ['1.5']])('%s is not a number of households', async (households) => {
  expect((await yiluAt(estate, ['demo', '--households', households])).code).toBe(2);
});
