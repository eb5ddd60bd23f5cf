import { openAuditEntry, searchAudit } from '@yilu/identity/contract';
import type { Caller } from '@yilu/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRelation, createPerson, relationGraph, revealRelationNote, viewPerson } from '../contract/index.ts';
import { addRoom, type Estate, openEstate } from './estate.ts';

let estate: Estate;
let manager: Caller;
beforeAll(async () => {
  estate = await openEstate();
  manager = estate.house.as({ role: 'projectManager', projects: [estate.here] });
});
afterAll(() => estate.house.close());

const register = async (name: string) =>
  (await manager.ask(createPerson, { projectId: estate.here, name, anyway: true })).person.id;

describe('the relations around a person', () => {
  test('two steps, as the company has set; nobody out of reach, and nobody through them', async () => {
    const { house, neighbour } = estate;
    const [me, wife, mother, further] = [
      await register('图中人'),
      await register('图中妻'),
      await register('图中岳母'),
      await register('图中舅舅'),
    ];
    const elsewhere = house.as({ role: 'projectManager', projects: [neighbour] });
    const both = house.as({ role: 'projectManager', projects: [estate.here, neighbour] });
    const stranger = (await elsewhere.ask(createPerson, { projectId: neighbour, name: '望江台友', anyway: true }))
      .person.id;
    const behind = await register('友人之友');
    const link = (personId: string, otherId: string, kind: 'spouse' | 'parent' | 'sibling' | 'friend') =>
      both.ask(addRelation, { personId, otherId, kind });
    await link(me, wife, 'spouse');
    await link(wife, mother, 'parent');
    await link(mother, further, 'sibling');
    await link(me, stranger, 'friend');
    await link(stranger, behind, 'friend');

    const names = async (asker: typeof manager, steps?: number) =>
      (await asker.ask(relationGraph, { personId: me, ...(steps && { steps }) })).people.map(
        ({ name, depth }) => `${depth} ${name}`,
      );
    expect(await names(manager)).toEqual(['0 图中人', '1 图中妻', '2 图中岳母']);
    expect(await names(manager, 1)).toEqual(['0 图中人', '1 图中妻']);
    expect(await names(both)).toEqual(['0 图中人', '1 图中妻', '1 望江台友', '2 图中岳母', '2 友人之友']);
    const { links } = await manager.ask(relationGraph, { personId: me });
    expect(links.map(({ kind }) => kind)).toEqual(['spouse', 'parent']);
    expect(await elsewhere.refused(relationGraph, { personId: me })).toMatchObject({ status: 404 });
  });

  test('an own portfolio sees only its own people in it', async () => {
    const { house, here } = estate;
    const [mine, theirs] = [await register('我的户'), await register('别人的户')];
    await manager.ask(addRelation, { personId: mine, otherId: theirs, kind: 'friend' });
    const housekeeper = house.as({ role: 'housekeeper', name: '林晓', projects: [here], ownOnly: true });
    await house.sql(
      `insert into staff (id, username, name, name_key, added_at) values ($1, 'hk', '林晓', 'lx', now()) on conflict do nothing`,
      [housekeeper.accountId],
    );
    await house.sql(
      `insert into portfolio_item (id, staff_id, subject_kind, subject_id, project_id, from_day, entrusted_by)
       values (gen_random_uuid(), $1, 'person', $2, $3, '2020-01-01', $1)`,
      [housekeeper.accountId, mine, here],
    );
    const { people, links } = await housekeeper.ask(relationGraph, { personId: mine });
    expect([people.map(({ name }) => name), links]).toEqual([['我的户'], []]);
  });
});

test('a phone in the note of a relation is masked in every answer and in the audit; one logged look shows it whole (SEC-09)', async () => {
  const { house } = estate;
  const [me, driver] = [await register('备注人'), await register('司机')];
  const note = '有事打他司机 139-1111-2222，晚上别打';
  const masked = '有事打他司机 139****2222，晚上别打';
  const added = await manager.ask(addRelation, { personId: me, otherId: driver, kind: 'friend', note });
  const view = await manager.ask(viewPerson, { personId: me });
  const [theirs] = (await manager.ask(viewPerson, { personId: driver })).relations;
  for (const [relation] of [added.relations, view.relations, [theirs]]) {
    expect(relation).toMatchObject({ note: masked, masked: true });
  }
  const relationId = added.relations[0]?.id ?? '';

  const look = { personId: me, relationId };
  expect(await manager.refused(revealRelationNote, { ...look, reason: '' })).toMatchObject({ status: 422 });
  expect(await manager.ask(revealRelationNote, { ...look, reason: '找司机约时间' })).toEqual({ note });
  const neighbour = house.as({ role: 'projectManager', projects: [estate.neighbour] });
  expect(await neighbour.refused(revealRelationNote, { ...look, reason: '好奇' })).toMatchObject({ status: 404 });

  const administrator = house.as('administrator');
  const entries = (await administrator.ask(searchAudit, { subjectId: me })).items;
  expect(entries[0]).toMatchObject({ action: 'customers.phone_revealed', reason: '找司机约时间' });
  const opened = await Promise.all(entries.map(({ id }) => administrator.ask(openAuditEntry, { entryId: id })));
  expect(JSON.stringify(opened)).toContain('139****2222');
  expect(JSON.stringify(opened)).not.toContain('1111-2222');
});

test('the database itself refuses owners beyond the whole, whatever wrote them; a file is believed', async () => {
  const { house, here } = estate;
  const roomId = await addRoom(house, here, '1901');
  const [one, other] = [await register('份额一'), await register('份额二')];
  const write = (personId: string, imported: boolean) =>
    house.sql(
      `insert into room_party (id, room_id, project_id, person_id, role, share, imported)
       values (gen_random_uuid(), $1, $2, $3, 'coOwner', 0.6, $4)`,
      [roomId, here, personId, imported],
    );
  await write(one, true);
  await expect(write(other, false)).rejects.toMatchObject({ constraint: 'shares_of_a_room' });
  await write(other, true);
});
