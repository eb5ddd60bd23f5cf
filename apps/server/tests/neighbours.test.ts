import type { Endpoint } from '@yilu/platform/contract';
import { type Caller, chance, type House, openHouse, sampleOf } from '@yilu/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeEstate } from '../../../database/demo/make-estate.ts';
import { capabilities } from '../capabilities.ts';

// Two projects of one estate. Whoever works in the second is given the ids of the first, at every endpoint that takes an id:
// what is not theirs must look as if it did not exist. A housekeeper is given the ids of a colleague's households.

const endpoints = capabilities.flatMap(({ routes = [] }) => routes.map(({ endpoint }) => endpoint));
const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;

let house: House;
let here: string;
let there: string;
beforeAll(async () => {
  house = await openHouse({ capabilities });
  const client = await house.engine.pool.connect();
  const size = {
    rooms: 640,
    owners: 520,
    coOwners: 20,
    leads: 30,
    contactsPerPerson: 3,
    projects: 2,
    floors: 5,
    roomsPerFloor: 2,
  };
  await makeEstate(client, { size, seed: 3, today: '2026-12-01' }).finally(() => client.release());
  const projects = await house.sql<{ id: string }>("select id from company_node where kind = 'project' order by id");
  [there = '', here = ''] = projects.map(({ id }) => id);
});
afterAll(() => house?.close());

/** An id of the first project for each parameter that names a record of a project. */
const idQueries: Readonly<Record<string, string>> = {
  projectId: 'select $1::uuid as id',
  personId: 'select person_id as id from person_project where project_id = $1 limit 1',
  memberId: 'select person_id as id from person_project where project_id = $1 limit 1',
  phoneId:
    'select phone.id from person_phone phone join person_project link using (person_id) where link.project_id = $1 limit 1',
  partyId: 'select id from room_party where project_id = $1 limit 1',
  roomId: 'select id from room where project_id = $1 limit 1',
  milestoneId: 'select id from room_milestone where project_id = $1 limit 1',
  buildingId: 'select id from building where project_id = $1 limit 1',
  unitId: 'select id from building_unit where project_id = $1 limit 1',
  phaseId: 'select id from phase where project_id = $1 limit 1',
  interactionId: 'select id from interaction where project_id = $1 limit 1',
  dealId: 'select id from deal where project_id = $1 limit 1',
  taskId: 'select id from task where project_id = $1 limit 1',
};

async function trespass(caller: Caller, ids: Readonly<Record<string, string>>): Promise<string[]> {
  const seen = [];
  for (const endpoint of endpoints) {
    const named = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name).filter((name) => name in ids);
    if (named.length === 0 || endpoint.kind !== 'json') continue;
    const random = chance(11);
    const sampled = Object.assign({}, ...[endpoint.query, endpoint.body].map((shape) => sampleOf(shape, random)));
    const input = { ...(sampleOf(endpoint.params, random) as object), ...sampled, ...ids };
    const { statusCode, body } = await caller.exchange(endpoint, input as never);
    // Refused for the input alone proves nothing, but shows nothing either. An empty page is nothing as well.
    const isEmpty = statusCode === 200 && /^(\{"items":\[\]\}|\[\]|\{\})$/.test(body);
    if (statusCode < 400 && !isEmpty) seen.push(`${nameOf(endpoint)} answers ${statusCode} ${body.slice(0, 160)}`);
    if (statusCode >= 500) seen.push(`${nameOf(endpoint)} breaks: ${body.slice(0, 160)}`);
  }
  return seen;
}

async function idsOf(project: string): Promise<Record<string, string>> {
  const entries = [];
  for (const [name, query] of Object.entries(idQueries))
    entries.push([name, (await house.sql<{ id: string }>(query, [project]))[0]?.id] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

describe.each([
  'projectManager',
  'salesSiteManager',
  'propertyManager',
  'salesConsultant',
  'housekeeper',
  'administrator',
])('%s of the neighbouring project', (role) => {
  test('finds nothing of this project at any endpoint', async () => {
    const caller = house.as({ role, projects: [here], isGroup: false });
    expect(await trespass(caller, await idsOf(there))).toEqual([]);
  });
});

test('with no scope set, nothing is visible in any guarded table', async () => {
  const guarded = await house.sql<{ name: string; rows: number }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relrowsecurity and has_table_privilege('yilu_app', c.oid, 'select')`);
  let guardedRows = 0;
  for (const { name } of guarded) {
    const [all] = await house.sql<{ n: number }>(`select count(*)::int as n from ${name}`);
    const [visible] = await house.asApp<{ n: number }>({}, `select count(*)::int as n from ${name}`);
    expect([name, visible?.n]).toEqual([name, 0]);
    guardedRows += all?.n ?? 0;
  }
  expect(guardedRows).toBeGreaterThan(1_000);
});

test('a housekeeper with a portfolio sees the households entrusted and nobody else', async () => {
  const [keeper] = await house.sql<{ id: string }>(
    "select staff_id as id from portfolio_item where subject_kind = 'room' and project_id = $1 group by 1 order by count(*) desc limit 1",
    [there],
  );
  const scope = { actor: keeper?.id ?? '', projects: [there], own: true, sides: ['property'] as const };
  const [seen] = await house.asApp<{ n: number }>(scope, 'select count(*)::int as n from person');
  const [entrusted] = await house.sql<{ n: number }>(
    `select count(distinct party.person_id)::int as n from room_party party join portfolio_item item on item.subject_id = party.room_id
      where item.staff_id = $1 and party.ended_on is null`,
    [keeper?.id],
  );
  expect(seen?.n).toBe(entrusted?.n);
  expect(seen?.n).toBeGreaterThan(0);

  // An owner whom a colleague looks after, with contacts and answers of which nothing may show.
  const strangers = await house.sql<{ id: string }>(
    `select party.person_id as id from room_party party
      where party.project_id = $1 and party.role = 'owner' and party.room_id not in (select subject_id from portfolio_item where staff_id = $2)
        and exists (select from interaction where interaction.person_id = party.person_id and side = 'property')
        and exists (select from dossier_answer where dossier_answer.person_id = party.person_id and side = 'both') limit 1`,
    [there, keeper?.id],
  );
  const personId = strangers[0]?.id ?? 'nobody';
  for (const table of [
    'interaction',
    'person_phone',
    'dossier_answer',
    'customer_fact',
    'label_change',
    'field_change',
    'room_party',
  ]) {
    const [row] = await house.asApp<{ n: number }>(
      scope,
      `select count(*)::int as n from ${table} where person_id = $1`,
      [personId],
    );
    expect([table, row?.n]).toEqual([table, 0]);
  }
  const caller = house.as({ role: 'housekeeper', projects: [there], ownOnly: true, isGroup: false });
  expect(await trespass(caller, { personId, projectId: here })).toEqual([]);
});
