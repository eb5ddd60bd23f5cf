import { newId, type Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

// What the 360° page asks about one person looks past the policies, for speed: it must show what they would.

let house: House;
let here: string;
let there: string;
const housekeeper = newId();
const recorder = newId();
const people: Record<'both' | 'neighbour' | 'entrusted' | 'byRoom', string> = {
  both: newId(),
  neighbour: newId(),
  entrusted: newId(),
  byRoom: newId(),
};

beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, segments], at: '2026-11-22T02:00:00Z' });
  [here, there] = [await house.project('云栖里'), await house.project('望湖台')];
  for (const [id, name] of [
    [housekeeper, 'housekeeper'],
    [recorder, 'recorder'],
  ])
    await house.sql('insert into staff (id, username, name, name_key, added_at) values ($1, $2, $2, $2, now())', [
      id,
      name,
    ]);
  const made = estate(house);
  await made.person(here, { id: people.both });
  await made.person(there, { id: people.both });
  await made.person(there, { id: people.neighbour, name: '邻居' });
  await made.person(here, { id: people.entrusted, name: '受托' });
  await made.person(here, { id: people.byRoom, name: '住户' });
  const home = await made.room(here, '1-1-101');
  await made.party(here, home, people.byRoom, 'owner', '2026-01-02');
  await made.entrust(here, housekeeper, 'person', people.entrusted);
  await made.entrust(here, housekeeper, 'room', home);
  for (const [nth, project] of [here, there].entries()) {
    for (const [at, personId] of Object.values(people).entries()) {
      await made.visit(project, personId, `2026-0${at + 1}-0${nth + 1}T03:00:00Z`);
      await made.visit(project, personId, `2026-0${at + 1}-1${nth}T03:00:00Z`, 'CALL_IN');
      await made.signed(project, personId, 100_000_000, '2026-03-01', await made.room(project, `2-${nth}-${at}`));
    }
  }
  await house.sql("update interaction set side = 'property' where kind = 'CALL_IN' and project_id = $1", [here]);
  await house.sql("update interaction set recorded_by = $1 where kind = 'VISIT_IN' and person_id = $2", [
    recorder,
    people.both,
  ]);
  await house.sql(
    'update deal set consultant_id = $1 where id in (select deal_id from deal_buyer where person_id = $2)',
    [recorder, people.both],
  );
  // Two buyers of one deal: one of them is the housekeeper's.
  await house.sql(
    `insert into deal_buyer (deal_id, person_id, position)
     select deal.id, $1, 2 from deal join deal_buyer buyer on buyer.deal_id = deal.id
      where buyer.person_id = $2 and buyer.position = 1 and deal.project_id = $3`,
    [people.both, people.entrusted, here],
  );
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
});
afterAll(() => house.close());

const questions = {
  deals: {
    asked: 'select id from sales.deals_of_person($1, 50) order by id',
    byPolicy: 'select id from deal where id in (select deal_id from deal_buyer where person_id = $1) order by id',
  },
  'names of buyers': {
    asked: `select id, buyers::jsonb as buyers from sales.deals_of_person($1, 50) order by id`,
    byPolicy: `select deal.id, (select jsonb_agg(jsonb_build_object('personId', buyer.person_id, 'share', buyer.share, 'name', person.name)
                                              order by buyer.position)
                               from deal_buyer buyer left join person on person.id = buyer.person_id
                              where buyer.deal_id = deal.id) as buyers
                 from deal where id in (select deal_id from deal_buyer where person_id = $1) order by id`,
  },
  contacts: {
    asked: 'select id from interactions.contacts_of_person($1, 50) order by id',
    byPolicy: 'select id from interaction where person_id = $1 order by id',
  },
  tallies: {
    asked: 'select "projectId" as project, calls + visits as some from interactions.tallies_of_person($1) order by 1',
    byPolicy:
      'select project_id as project, count(*)::int as some from interaction where person_id = $1 group by 1 order by 1',
  },
  'places in the book': {
    asked: `select project_id, since is not null as dated from segments.projects_of_person($1) order by 1`,
    byPolicy: `select project_id, exists (select from label_change change where change.person_id = fact.person_id
                                                                          and change.project_id = fact.project_id) as dated
                 from customer_fact fact where person_id = $1 order by 1`,
  },
} as const;

const scopes = () => ({
  nobody: {},
  'one project': { projects: [here], actor: newId(), sides: ['developer', 'property'] as const },
  'the neighbour': { projects: [there], actor: newId(), sides: ['developer', 'property'] as const },
  'both projects': { projects: [here, there], actor: newId(), sides: ['developer', 'property'] as const },
  'the developer side': { projects: [here], actor: newId(), sides: ['developer'] as const },
  'the property side': { projects: [here, there], actor: newId(), sides: ['property'] as const },
  'an own portfolio': {
    projects: [here, there],
    actor: housekeeper,
    own: true,
    sides: ['developer', 'property'] as const,
  },
  'own work only': { projects: [here, there], actor: recorder, own: true, sides: ['developer', 'property'] as const },
});

describe.each(Object.entries(questions))('%s', (_, { asked, byPolicy }) => {
  test.each(Object.keys(scopes()) as (keyof ReturnType<typeof scopes>)[])(
    'are shown to %s as the policies show them',
    async (name) => {
      const scope = scopes()[name];
      for (const personId of Object.values(people)) {
        expect(await house.asApp(scope, asked, [personId])).toEqual(await house.asApp(scope, byPolicy, [personId]));
      }
    },
  );
});

test.each(Object.keys(scopes()) as (keyof ReturnType<typeof scopes>)[])(
  'what a colleague holds is shown to %s as the policy of the book shows it',
  async (name) => {
    const scope = scopes()[name];
    const held = (query: string) => house.asApp(scope, `${query} order by person_id, project_id`, [housekeeper]);
    expect(await held('select person_id, project_id from segments.book_of($1)')).toEqual(
      await held('select person_id, project_id from customer_fact where staff_ids @> array[$1]::uuid[]'),
    );
  },
);

test('among what is compared there is something to see, and something to hide', async () => {
  const all = scopes()['both projects'];
  const own = scopes()['an own portfolio'];
  for (const { asked } of Object.values(questions)) {
    expect((await house.asApp(all, asked, [people.both])).length).toBeGreaterThan(1);
    expect(await house.asApp(own, asked, [people.neighbour])).toEqual([]);
  }
  expect(await house.asApp(own, questions.deals.asked, [people.both])).toHaveLength(1);
  expect(await house.asApp(own, 'select from segments.book_of($1)', [housekeeper])).toHaveLength(2);
});
