import { createPerson } from '@yilu/customers/contract';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { interactions } from '@yilu/interactions/server';
import { openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { expect, test } from 'vitest';
import { editDeal, listDeals, readDeal, registerDeal } from '../contract/index.ts';
import { sales } from '../server/index.ts';

test('a phone in the words of a deal is masked wherever it is answered, and stays whole through an edit (SEC-09)', async () => {
  const house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, sales],
    at: '2026-11-20T10:00:00+08:00',
  });
  const projectId = await house.project('澜山府');
  const manager = house.as({ role: 'salesSiteManager', projects: [projectId], sides: ['developer'] });
  const { person } = await manager.ask(createPerson, { projectId, name: '许静安', anyway: true });
  const terms = {
    state: 'INTENTION_PAID' as const,
    buyers: [{ personId: person.id }],
    intentionPaidOn: '2026-11-19' as never,
    note: '尾款找他弟弟 13911112222',
    payments: [
      {
        kind: 'INTENTION' as const,
        amountFen: 5_000_000,
        receivedOn: '2026-11-19' as never,
        note: '弟弟 13911112222 转',
      },
    ],
  };
  const made = await manager.ask(registerDeal, { projectId, ...terms });
  const shown = { note: '尾款找他弟弟 139****2222', payments: [{ note: '弟弟 139****2222 转' }] };
  expect(made).toMatchObject(shown);
  expect(await manager.ask(readDeal, { dealId: made.id })).toMatchObject(shown);
  expect((await manager.ask(listDeals, { projectId })).items).toMatchObject([shown]);

  const edit = { dealId: made.id, ...terms, payments: made.payments };
  expect(await manager.refused(editDeal, { ...edit, version: 7 })).toMatchObject({ status: 409, current: shown });
  await manager.ask(editDeal, { ...edit, version: made.version, note: '尾款找他弟弟 139****2222，晚上打' });
  const stored = async () => {
    const [row] = await house.sql<{ note: string; paid: string }>(
      'select deal.note, payment.note as paid from deal join deal_payment payment on payment.deal_id = deal.id',
    );
    return row;
  };
  expect(await stored()).toEqual({ note: '尾款找他弟弟 13911112222，晚上打', paid: '弟弟 13911112222 转' });
  const invented = { ...edit, version: made.version + 1, note: '打 138****0000' };
  expect(await manager.refused(editDeal, invented)).toMatchObject({ status: 422, fields: [{ path: 'note' }] });
  await house.close();
});
