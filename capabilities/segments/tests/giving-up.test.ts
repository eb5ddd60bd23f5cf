import { customers } from '@yilu/customers/server';
import { listColleagues } from '@yilu/identity/contract';
import { identity } from '@yilu/identity/server';
import { interactions } from '@yilu/interactions/server';
import { day } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { sales } from '@yilu/sales/server';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { expect, test } from 'vitest';
import { explainLabel, recordGivingUp, takeBackGivingUp } from '../contract/index.ts';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

test('an owner in one project may give up looking in another, and only there', async () => {
  const house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, sales, segments],
    at: '2026-11-22T02:00:00Z',
  });
  const [one, other] = [await house.project('澜山府'), await house.project('望江台')].sort() as [string, string];
  const made = estate(house);
  /** Owns in the first project and looks in the second. */
  const who = async (owns: string, looks: string) => {
    const id = await made.person(owns);
    await made.person(looks, { id });
    const home = await made.room(owns, `${owns.slice(-4)}-1801`);
    await made.party(owns, home, id, 'owner', '2026-01-10');
    await made.visit(looks, id, '2026-11-01T03:00:00Z');
    return id;
  };
  for (const [owns, looks] of [
    [one, other],
    [other, one],
  ] as const) {
    const personId = await who(owns, looks);
    await begin(house)((work) => markAll(work as Work<Tables>));
    await recomputeMarked(begin(house));
    const manager = house.as({ role: 'salesSiteManager', projects: [one, other], sides: ['developer'] });
    const said = { personId, on: day('2026-11-21'), reason: '买了别处' };
    expect((await manager.refused(recordGivingUp, { ...said, projectId: owns })).code).toBe('segments.owns_already');
    await manager.ask(recordGivingUp, { ...said, projectId: looks });
  }
  await house.close();
});

test('somebody just registered may give up before any label is reckoned; those out of reach are not found (SEG-05)', async () => {
  const house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, sales, segments],
    at: '2026-11-22T02:00:00Z',
  });
  const [project, neighbour] = [await house.project('澜山府'), await house.project('望江台')];
  const made = estate(house);
  const own = { role: 'salesConsultant', projects: [project], ownOnly: true, sides: ['developer'] } as const;
  const [consultant, colleague] = [house.as({ ...own, name: '程望' }), house.as({ ...own, name: '何敏' })];
  for (const one of [consultant, colleague]) await one.ask(listColleagues, {});
  const personId = await made.person(project, { registeredAt: '2026-11-22T01:59:00Z' });
  await made.entrust(project, consultant.accountId, 'person', personId);

  const said = { personId, projectId: project, on: day('2026-11-22'), reason: '预算不够' };
  expect(await colleague.refused(recordGivingUp, said)).toMatchObject({ status: 404 });
  expect(await consultant.refused(recordGivingUp, { ...said, projectId: neighbour })).toMatchObject({ status: 404 });
  expect(await consultant.refused(recordGivingUp, { ...said, on: day('2026-11-23') })).toMatchObject({
    status: 422,
    code: 'segments.gives_up_later',
  });
  await consultant.ask(recordGivingUp, said);
  await house.settle();
  const asked = { personId, projectId: project, label: 'lifecycle' } as const;
  expect(await consultant.ask(explainLabel, asked)).toMatchObject({ value: 'LOST' });
  await consultant.ask(takeBackGivingUp, { personId, projectId: project });

  // A buyer whose contract is not in the book yet owns here all the same.
  await made.signed(project, personId, 300_000_000, '2026-11-22', await made.room(project, '3-2-1801'));
  expect((await consultant.refused(recordGivingUp, said)).code).toBe('segments.owns_already');
  await house.close();
});
