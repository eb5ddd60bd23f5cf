import { addRelation, answerDossier, createPerson, viewPerson } from '@yilu/customers/contract';
import { entrust, roleDescriptions } from '@yilu/identity/contract';
import { createRegister, recordContact } from '@yilu/interactions/contract';
import { type Endpoint, type Fen, shippedRoles } from '@yilu/platform/contract';
import { type Caller, chance, type House, openHouse, sampleOf } from '@yilu/platform/testing';
import { createRoom } from '@yilu/properties/contract';
import { registerDeal } from '@yilu/sales/contract';
import { recordGivingUp } from '@yilu/segments/contract';
import { createTask, readToday } from '@yilu/tasks/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capabilities } from '../capabilities.ts';

// Two colleagues in one project, each limited to the own portfolio. Every endpoint that takes an id is given those of the colleague's
// people, tasks, registers and contacts: nothing of them is shown, and nothing changes. Generated from the endpoint list.

const endpoints = capabilities.flatMap(({ routes = [] }) => routes.map(({ endpoint }) => endpoint));
const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;
const secret = '静安密语';
/** Random inputs per endpoint: one that its shapes accept but its rules decline proves nothing. */
const tries = 3;

let house: House;
let projectId: string;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  house = await openHouse({ capabilities, at: '2026-11-20T02:00:00Z' });
  projectId = await house.project('澜山府');
  const whole = house.as({ role: 'projectManager', name: '何敏', projects: [projectId] });
  const colleague = house.as({ role: 'salesConsultant', name: '程望', projects: [projectId], ownOnly: true });
  await colleague.ask(readToday, {});
  const roomId = (await whole.ask(createRoom, { projectId, kind: 'RESIDENCE', number: '1801' })).id;
  const newPerson = async (name: string, number: string, room?: { roomId: string; role: 'owner' }) => {
    const asked = { projectId, name, phones: [{ number }], anyway: true, ...(room && { room }) };
    return (await whole.ask(createPerson, asked)).person.id;
  };
  const personId = await newPerson(secret, '13800002046', { roomId, role: 'owner' });
  const otherId = await newPerson(`${secret}二`, '13800002047');
  const subjects = [personId, otherId].map((id) => ({ kind: 'person' as const, id, projectId }));
  await whole.ask(entrust, { staffId: colleague.accountId, subjects });
  const feedback = `${secret}说想要低楼层，下周带父母一起再来看样板间和车位，顺便问问付款的办法和交房的日子`;
  const contact = await colleague.ask(recordContact, { personId, projectId, kind: 'CALL_OUT', parts: { feedback } });
  const register = await colleague.ask(createRegister, {
    projectId,
    kind: 'VISIT_IN',
    personId,
    contactedAt: new Date('2026-11-20T01:00:00Z'),
    form: { parts: { keyPoints: `问${secret}` } },
    keepOpen: true,
  });
  const subject = { kind: 'person', id: personId };
  const task = await colleague.ask(createTask, { projectId, subject, title: secret, on: '2026-11-20' as never });
  const deal = await colleague.ask(registerDeal, {
    projectId,
    state: 'INTENTION_PAID',
    buyers: [{ personId }],
    amountFen: 1_000_000 as Fen,
    note: secret,
    intentionPaidOn: '2026-11-19' as never,
  });
  await whole.ask(answerDossier, { personId, answers: [{ field: 'community', value: secret }] });
  const { relations } = await whole.ask(addRelation, { personId, otherId, kind: 'friend', note: secret });
  await house.settle();
  await colleague.ask(recordGivingUp, { personId: otherId, projectId, on: '2026-11-20' as never, reason: secret });
  await house.settle();
  const { person } = await whole.ask(viewPerson, { personId });
  const [party] = await house.sql<{ id: string }>('select id from room_party where person_id = $1', [personId]);
  ids = {
    projectId,
    personId,
    otherId,
    memberId: otherId,
    subjectId: personId,
    phoneId: person.phones[0]?.id ?? '',
    partyId: party?.id ?? '',
    relationId: relations[0]?.id ?? '',
    interactionId: contact.id,
    registerId: register.id,
    taskId: task.id,
    dealId: deal.id,
    roomId,
  };
});
afterAll(() => house?.close());

const words = '想要低楼层，下周带父母一起再来看样板间和车位，顺便问问付款的办法和交房的日子，还有装修怎么选';
/** What the rules of a field accept, so that only its whereabouts can speak against an input. */
const plausible: Readonly<Record<string, unknown>> = {
  parts: { feedback: words, keyPoints: words },
  answers: [{ field: 'community', value: '梅园' }],
  reason: '核对一下',
  title: '回电',
  on: '2026-11-20',
  endedOn: '2026-11-20',
  startedOn: '2026-11-01',
  until: '2026-11-25',
  contactedAt: '2026-11-20T01:00:00Z',
  savedAt: '2026-11-20T01:30:00Z',
  keepOpen: true,
  state: 'INTENTION_PAID',
  intentionPaidOn: '2026-11-19',
  buyers: [{ personId: '' }],
  payments: [],
  number: '13800002099',
  idNumber: '330106199001011234',
};

/** Whatever the shape asks for, with every id that it takes named. */
function inputFor({ params, query, body }: Endpoint, seed: number): { readonly input: object; readonly names: number } {
  const random = chance(seed);
  const sampled = Object.assign({}, ...[params, query, body].map((shape) => sampleOf(shape, random)));
  let names = 0;
  const named = (value: unknown, key = ''): unknown => {
    if (key === 'subject' || key === 'subjects') {
      names += 1;
      const subject = { kind: 'person', id: ids.personId, projectId };
      return key === 'subject' ? subject : [subject];
    }
    if (key in ids && typeof value === 'string') {
      names += 1;
      return ids[key];
    }
    if (key in plausible && value !== plausible[key]) return named(plausible[key]);
    if (Array.isArray(value)) return value.map((each) => named(each));
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, named(each, name)]));
  };
  const input = named(sampled) as object;
  return { input: { ...input, version: 1 }, names };
}

/** All that is kept about the colleague's people, as one text. */
async function state(): Promise<string> {
  const tables = await house.sql<{ name: string }>(`
    select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'person_id' and t.table_type = 'BASE TABLE'
       and c.table_name not in ('audit_entry', 'customer_mark', 'customer_fact', 'person_sealing_key') order by 1`);
  const people = [ids.personId, ids.otherId];
  const parts = [];
  for (const { name } of tables)
    parts.push(
      ...(await house.sql<{ row: string }>(
        `select '${name} ' || row_to_json(r)::text as row from ${name} r where person_id = any ($1) order by 1`,
        [people],
      )),
    );
  parts.push(
    ...(await house.sql<{ row: string }>(
      "select 'portfolio ' || row_to_json(r)::text as row from portfolio_item r where subject_id = any ($1) order by 1",
      [people],
    )),
    ...(await house.sql<{ row: string }>(
      "select 'task ' || row_to_json(r)::text as row from task r where subject_id = any ($1) order by 1",
      [people],
    )),
    ...(await house.sql<{ row: string }>("select 'deal ' || row_to_json(r)::text as row from deal r order by 1")),
  );
  return parts.map(({ row }) => row).join('\n');
}

async function trespass(caller: Caller): Promise<string[]> {
  const done: string[] = [];
  let before = await state();
  for (const endpoint of endpoints) {
    if (endpoint.kind !== 'json' || endpoint.permission === 'public') continue;
    for (let seed = 1; seed <= tries; seed += 1) {
      const { input, names } = inputFor(endpoint, seed);
      if (names === 0) continue;
      const { statusCode, body } = await caller.exchange(endpoint, input as never);
      if (body.includes(secret)) done.push(`${nameOf(endpoint)} tells`);
      if (statusCode >= 500) done.push(`${nameOf(endpoint)} breaks`);
      // What is refused commits nothing.
      if (endpoint.method === 'GET' || statusCode >= 400) continue;
      const after = await state();
      if (after !== before) done.push(`${nameOf(endpoint)} writes`);
      before = after;
    }
  }
  return [...new Set(done)];
}

/** Roles that may the same for the same side are one attacker. */
const attackers = [
  ...Map.groupBy(
    shippedRoles.filter((role) => role !== 'administrator'),
    (role) =>
      JSON.stringify([
        roleDescriptions[role].side,
        capabilities.flatMap(({ permissions = [] }) =>
          permissions.flatMap(({ id, grantedTo }) => (grantedTo.includes(role) ? [id] : [])),
        ),
      ]),
  ).values(),
].map((alike) => ({ role: alike[0] ?? '', title: alike.join(', ') }));

describe.each(attackers)('$title with an own portfolio', ({ role }) => {
  test('neither reads nor changes anything of a colleague’s people in the same project', async () => {
    const caller = house.as({ role, name: '旁人', projects: [projectId], ownOnly: true });
    await caller.exchange(readToday, {});
    expect(await trespass(caller)).toEqual([]);
  });
});

test('whoever reaches the whole project meets them by the same requests', async () => {
  const done = await trespass(house.as({ role: 'administrator', projects: [projectId] }));
  expect(done).toEqual(
    expect.arrayContaining([
      'GET /people/:personId/view tells',
      'GET /registers/:registerId tells',
      'GET /tasks/:taskId tells',
      'GET /deals/:dealId tells',
      'PATCH /people/:personId writes',
      'PATCH /people/:personId/dossier writes',
      'PATCH /interactions/:interactionId writes',
      'POST /people/:personId/phones writes',
      'PUT /people/:personId/identity writes',
      'POST /interactions writes',
      'POST /tasks/:taskId/outcomes writes',
      'POST /deals/:dealId/cancellation writes',
      'PATCH /parties/:partyId writes',
    ]),
  );
});
