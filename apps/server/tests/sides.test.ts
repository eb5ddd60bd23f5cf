import { answerDossier, createPerson } from '@yilu/customers/contract';
import { seeAudit } from '@yilu/identity/contract';
import { createRegister, recordContact } from '@yilu/interactions/contract';
import type { Endpoint, Fen } from '@yilu/platform/contract';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { registerDeal } from '@yilu/sales/contract';
import { recordGivingUp } from '@yilu/segments/contract';
import { actOnTask, createTask } from '@yilu/tasks/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capabilities } from '../capabilities.ts';

// ORG-08, decision 33: the developer's side writes the same few words, and one amount, wherever it can. Whoever works for the property
// company reads everything that can be read, and meets neither.

const secret = '底价六百二十';
const amountFen = 1_234_567_800 as Fen;
const readers = capabilities
  .flatMap(({ routes = [] }) => routes.map(({ endpoint }) => endpoint))
  .filter(({ method, kind }) => method === 'GET' && kind === 'json');

let house: House;
let ids: Record<string, string>;
beforeAll(async () => {
  house = await openHouse({ capabilities, at: '2026-11-20T02:00:00Z' });
  const projectId = await house.project('澜山府');
  const consultant = house.as({ role: 'salesSiteManager', name: '程望', projects: [projectId], sides: ['developer'] });
  const newPerson = async (name: string, number: string) =>
    (await consultant.ask(createPerson, { projectId, name, phones: [{ number }], anyway: true })).person.id;
  const personId = await newPerson('许静安', '13800002046');
  const gone = await newPerson('何雨桐', '13800002047');
  const feedback = `客户说${secret}万才肯定，家里老人要同住，想要低楼层，下周带父母一起再来看样板间和车位`;
  const contact = await consultant.ask(recordContact, {
    personId,
    projectId,
    kind: 'CALL_OUT',
    parts: { feedback },
    followUp: { what: `谈${secret}`, on: '2026-11-20' as never },
  });
  const register = await consultant.ask(createRegister, {
    projectId,
    kind: 'VISIT_IN',
    contactedAt: new Date('2026-11-20T01:00:00Z'),
    form: { name: '许静安', phone: '13800002046', parts: { keyPoints: `问${secret}` } },
    keepOpen: true,
  });
  const done = await consultant.ask(createTask, {
    projectId,
    title: `报${secret}`,
    on: '2026-11-20' as never,
    subject: { kind: 'person', id: personId },
  });
  await consultant.ask(actOnTask, {
    taskId: done.id,
    version: done.version,
    effect: 'NOT_NEEDED',
    reason: `已经${secret}`,
  });
  const deal = await consultant.ask(registerDeal, {
    projectId,
    state: 'INTENTION_PAID',
    buyers: [{ personId }],
    amountFen,
    discount: secret,
    note: secret,
    intentionPaidOn: '2026-11-19' as never,
  });
  await consultant.ask(answerDossier, {
    personId,
    answers: [
      { field: 'resistance', value: [secret] },
      { field: 'propertyHistory', value: secret },
      { field: 'purchaseDecider', value: secret },
    ],
  });
  await house.settle();
  await consultant.ask(recordGivingUp, { personId: gone, projectId, on: '2026-11-20' as never, reason: secret });
  await house.settle();
  ids = {
    projectId,
    personId,
    nodeId: projectId,
    dealId: deal.id,
    taskId: done.id,
    interactionId: contact.id,
    registerId: register.id,
  };
});
afterAll(() => house?.close());

async function meets(caller: Caller, endpoint: Endpoint): Promise<boolean> {
  const answers = [];
  for (const personId of [ids.personId, undefined]) {
    const input = { ...ids, ...(personId ? {} : { personId: undefined }), total: 'true', limit: 50, scope: 'team' };
    answers.push((await caller.exchange(endpoint, input as never)).body);
    answers.push((await caller.exchange(endpoint, { ...ids } as never)).body);
  }
  return answers.some((body) => body.includes(secret) || body.includes(String(amountFen)));
}

test.each(['propertyManager', 'housekeeper', 'administrator'] as const)(
  'on the property side even what a %s may do meets nothing of it at any endpoint',
  async (role) => {
    const caller = house.as({ role, projects: [ids.projectId ?? ''], sides: ['property'] });
    const found = [];
    for (const endpoint of readers) if (await meets(caller, endpoint)) found.push(endpoint.path);
    // The audit tells everything to whoever may search it, which is nobody of one side only.
    expect(found).toEqual(role === 'administrator' ? ['/audit-entries'] : []);
  },
);

test('no shipped role of one side may search the audit', async () => {
  const roles = await house.sql<{ side: string }>('select side from role where id = any ($1)', [seeAudit.grantedTo]);
  expect(roles.map(({ side }) => side)).toEqual(roles.map(() => 'both'));
  expect(roles.length).toBeGreaterThan(0);
});

test('the sales office itself meets it all', async () => {
  const caller = house.as({ role: 'salesSiteManager', projects: [ids.projectId ?? ''], sides: ['developer'] });
  const found = [];
  for (const endpoint of readers) if (await meets(caller, endpoint)) found.push(endpoint.path);
  expect(found).toEqual(
    expect.arrayContaining([
      '/today',
      '/tasks',
      '/people/:personId/view',
      '/people/:personId/moments',
      '/deals',
      '/registers/:registerId',
      '/customer-book',
    ]),
  );
});
