import { createPerson } from '@yilu/customers/contract';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { interactions } from '@yilu/interactions/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { editDeal, type Payment, readDeal, registerDeal } from '@yilu/sales/contract';
import { sales } from '@yilu/sales/server';
import { setParameter } from '@yilu/settings/contract';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainLabel, readBook } from '../contract/index.ts';
import { segments } from '../server/index.ts';

// SEG-17: who pays is in touch with us.

let house: House;
let projectId: string;
let personId: string;
let dealId: string;
beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, sales, segments],
    at: '2026-11-22T02:00:00Z',
  });
  projectId = await house.project('澜山府');
  personId = (await manager().ask(createPerson, { projectId, name: '许静安' })).person.id;
  dealId = (await manager().ask(registerDeal, { ...intention, projectId, payments: [] })).id;
});
afterAll(() => house.close());

const manager = () => house.as({ role: 'projectManager', projects: [projectId] });
const intention = {
  state: 'INTENTION_PAID' as const,
  intentionPaidOn: '2026-08-01',
  get buyers() {
    return [{ personId }];
  },
};
const paid = async (...payments: { kind: Payment['kind']; receivedOn: string }[]) => {
  const { version } = await manager().ask(readDeal, { dealId });
  await manager().ask(editDeal, {
    ...intention,
    dealId,
    version,
    payments: payments.map((one) => ({ ...one, amountFen: 5_000_000 })),
  });
  await house.settle();
};
const activity = async () => {
  const { value, reasons } = await manager().ask(explainLabel, { personId, projectId, label: 'activity' });
  const [row] = (await manager().ask(readBook, {})).items;
  expect(row?.activity).toBe(value);
  expect(row?.lastContactOn).toBeUndefined();
  return [value, reasons[0]?.criterion, reasons[0]?.observed];
};

test('a payment that is recorded moves the label, one that is removed moves it back', async () => {
  const before = ['SILENT', 'sinceMilestone', '2026-08-01'];
  await house.settle();
  expect(await activity()).toEqual(before);
  await paid({ kind: 'INTENTION', receivedOn: '2026-08-01' }, { kind: 'INSTALMENT', receivedOn: '2026-11-03' });
  expect(await activity()).toEqual(['ACTIVE', 'sincePayment', '2026-11-03']);
  await paid({ kind: 'INTENTION', receivedOn: '2026-08-01' });
  expect(await activity()).toEqual(before);
});

test('what a bank pays for somebody says nothing of them', async () => {
  await paid({ kind: 'LOAN', receivedOn: '2026-11-10' }, { kind: 'OTHER', receivedOn: '2026-10-01' });
  expect(await activity()).toEqual(['COOLING', 'sincePayment', '2026-10-01']);
});

test('a project may leave payments out of what counts', async () => {
  await paid({ kind: 'DOWN_PAYMENT', receivedOn: '2026-11-03' });
  const counted = (value: string[]) =>
    house.as('administrator').ask(setParameter, { key: 'activity.countedEvents', nodeId: projectId, value });
  await counted(['CALL_IN', 'VISIT_IN']);
  await house.settle();
  expect(await activity()).toEqual(['SILENT', 'sinceMilestone', '2026-08-01']);
  await counted(['CALL_IN', 'VISIT_IN', 'PAYMENT']);
  await house.settle();
  expect(await activity()).toEqual(['ACTIVE', 'sincePayment', '2026-11-03']);
});
