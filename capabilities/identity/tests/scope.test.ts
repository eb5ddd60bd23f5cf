import { type Asked, day } from '@yilu/platform/contract';
import { newId } from '@yilu/platform/server';
import type { House } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  closeAccount,
  editStaff,
  entrust,
  type GivenGrant,
  grantRole,
  listColleagues,
  nameColleagues,
  readMe,
  readPortfolio,
} from '../contract/index.ts';
import { enterWith, identity } from '../server/index.ts';
import { type Arrived, colleague, firstAdministrator, groupId, openRealHouse } from './arrivals.ts';

let house: House;
let administrator: Arrived;
const nodes: Record<string, string> = {};
beforeAll(async () => {
  house = await openRealHouse();
  administrator = await firstAdministrator(house);
  nodes.group = await groupId(house);
  for (const [name, kind, parent] of [
    ['east', 'region', 'group'],
    ['west', 'region', 'group'],
    ['hangzhou', 'city', 'east'],
    ['lake', 'project', 'hangzhou'],
    ['hill', 'project', 'hangzhou'],
    ['port', 'project', 'east'],
    ['dune', 'project', 'west'],
  ] as const) {
    const id = newId();
    nodes[name] = id;
    await house.sql('insert into company_node (id, kind, parent_id, name) values ($1, $2, $3, $4)', [
      id,
      kind,
      nodes[parent],
      name,
    ]);
  }
});
afterAll(() => house.close());

const grant = (node: string, roleId = 'housekeeper', ownOnly = false): GivenGrant => ({
  roleId,
  nodeId: nodes[node] ?? '',
  ownOnly,
});
const names = (ids: readonly string[]) =>
  Object.keys(nodes)
    .filter((name) => ids.includes(nodes[name] ?? ''))
    .sort();
let count = 0;
const hire = (...grants: GivenGrant[]) => colleague(house, administrator, `member${++count}`, grants);

test.each<[string, () => GivenGrant[], string[]]>([
  ['a role on the group reaches every project', () => [grant('group', 'oversight')], ['dune', 'hill', 'lake', 'port']],
  ['on a region those of its cities too', () => [grant('east', 'regionManager')], ['hill', 'lake', 'port']],
  ['on a city those of the city', () => [grant('hangzhou', 'projectManager')], ['hill', 'lake']],
  ['on a project that one', () => [grant('lake')], ['lake']],
  ['several roles together', () => [grant('lake'), grant('west', 'serviceAgent')], ['dune', 'lake']],
  ['no role nothing', () => [], []],
])('%s', async (_, grants, projects) => {
  const me = await (await hire(...grants())).ask(readMe, {});
  expect(names(me.projects)).toEqual(projects);
});

test('sides are those of the roles, both when there are both', async () => {
  const sidesOf = async (...grants: GivenGrant[]) => (await (await hire(...grants)).ask(readMe, {})).sides;
  expect(await sidesOf(grant('lake', 'salesConsultant'))).toEqual(['developer']);
  expect(await sidesOf(grant('lake', 'housekeeper'))).toEqual(['property']);
  expect(await sidesOf(grant('lake', 'salesConsultant'), grant('hill', 'housekeeper'))).toEqual([
    'developer',
    'property',
  ]);
  expect(await sidesOf(grant('lake', 'projectManager'))).toEqual(['developer', 'property']);
});

test('a project that is moved under another company changes who reaches it, at once', async () => {
  const region = await hire(grant('west', 'regionManager'));
  expect(names((await region.ask(readMe, {})).projects)).toEqual(['dune']);
  await house.sql('update company_node set parent_id = $1 where id = $2', [nodes.west, nodes.port]);
  expect(names((await region.ask(readMe, {})).projects)).toEqual(['dune', 'port']);
  await house.sql('update company_node set parent_id = $1 where id = $2', [nodes.east, nodes.port]);
});

test('the transaction carries exactly that scope', async () => {
  const manager = await hire(grant('hangzhou', 'projectManager'));
  const client = await house.engine.pool.connect();
  try {
    await client.query('begin');
    const actor = await house.engine.enter(
      client,
      { as: 'account', accountId: manager.staffId },
      new Date('2026-12-31T16:00:00Z'),
    ).actor;
    const { rows } = await client.query(
      'select current_user as role, scope.actor() as actor, scope.projects() as projects, scope.own_only() as own, scope.is_group() as grp, scope.sides() as sides, scope.today() as today',
    );
    expect(rows[0]).toMatchObject({
      role: 'yilu_app',
      actor: manager.staffId,
      own: false,
      grp: false,
      sides: ['developer', 'property'],
      today: '2027-01-01',
    });
    expect(names(rows[0].projects)).toEqual(['hill', 'lake']);
    expect(actor?.projects.toSorted()).toEqual(rows[0].projects.toSorted());
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('what a process remembers enters the same scope, and ends with any change that another makes', async () => {
  const keeper = await hire(grant('lake', 'housekeeper', true));
  const otherProcess = enterWith([settings, identity]);
  const settingsNow = async () => {
    const client = await house.engine.pool.connect();
    try {
      await client.query('begin');
      const sessionToken = keeper.cookie.split('=')[1];
      const entering = otherProcess(
        client,
        { as: 'credentials', credentials: { sessionToken } },
        new Date('2026-12-01T00:01:00Z'),
      );
      // Asked in one go, as a request does that reads.
      const asked = client
        .query(
          `select current_user as role, scope.actor() as actor, scope.projects() as projects, scope.own_only() as own,
                  scope.is_group() as grp, scope.sides() as sides, scope.today()::text as today`,
        )
        .then(({ rows }) => rows[0])
        .catch(({ message }: Error) => message);
      return { actor: await entering.actor, scope: await asked };
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const first = await settingsNow();
  expect(first.scope).toMatchObject({
    role: 'yilu_app',
    actor: keeper.staffId,
    own: true,
    grp: false,
    sides: ['property'],
  });
  expect(await settingsNow()).toEqual(first);

  await administrator.ask(grantRole, { staffId: keeper.staffId, ...grant('hill', 'serviceAgent', true) });
  const nothing = { actor: undefined, scope: expect.stringContaining('current transaction is aborted') };
  expect(await settingsNow()).toEqual(nothing);
  const wider = await settingsNow();
  expect(names(wider.scope.projects)).toEqual(['hill', 'lake']);
  expect(wider.actor?.roles).toEqual(['housekeeper', 'serviceAgent']);
  expect(await settingsNow()).toEqual(wider);

  await house.sql('delete from auth.session where staff_id = $1', [keeper.staffId]);
  expect(await settingsNow()).toEqual(nothing);
  expect((await settingsNow()).actor).toBeUndefined();
});

test('with nothing set nothing is visible; a neighbouring project is not; nor another’s portfolio', async () => {
  const [mine, other] = [
    await hire(grant('lake', 'housekeeper', true)),
    await hire(grant('lake', 'housekeeper', true)),
  ];
  const [room, neighbour] = [newId(), newId()];
  const lake = nodes.lake ?? '';
  await administrator.ask(entrust, {
    staffId: mine.staffId,
    subjects: [{ kind: 'room', id: room, projectId: lake }],
    from: day('2026-01-01'),
  });
  await administrator.ask(entrust, {
    staffId: other.staffId,
    subjects: [{ kind: 'room', id: neighbour, projectId: lake }],
    from: day('2026-01-01'),
  });

  const seen = async (scope: Parameters<House['asApp']>[0], table: string) =>
    (await house.asApp(scope, `select 1 from ${table}`)).length;
  for (const table of ['staff', 'staff_grant', 'staff_leaving', 'portfolio_item', 'audit_entry'])
    expect(await seen({}, table)).toBe(0);

  const held = 'select subject_id from portfolio_item order by 1';
  const inLake = { actor: mine.staffId, projects: [lake] };
  expect(await house.asApp({ ...inLake, own: true }, held)).toEqual([{ subject_id: room }]);
  expect((await house.asApp(inLake, held)).length).toBe(2);
  expect(await house.asApp({ actor: mine.staffId, projects: [nodes.hill ?? ''] }, held)).toEqual([]);
  expect(await house.asApp({ ...inLake, own: true }, 'select scope.own_subjects() as id')).toEqual([{ id: room }]);
  expect(await house.asApp({}, 'select scope.own_subjects() as id')).toEqual([]);

  expect(await mine.ask(readMe, {})).toMatchObject({ ownOnly: true });
  expect(await mine.refused(readPortfolio, { staffId: other.staffId })).toMatchObject({ status: 403 });
});

test('the application cannot step up: no role, no function of entering', async () => {
  await expect(house.asApp({}, "select auth.enter('system', null, null, now())")).rejects.toThrow('permission denied');
  await expect(house.asApp({}, 'select auth.session_actor(null, now())')).rejects.toThrow('permission denied');
  await expect(house.asApp({}, 'update audit_entry set reason = null')).rejects.toThrow(
    /permission denied|append-only/,
  );
});

describe('choosing a colleague', () => {
  /** Somebody of this name, apart from all others of these tests by a letter that nobody else has. */
  const named = async (name: string, ...grants: GivenGrant[]) => {
    const one = await hire(...grants);
    await administrator.ask(editStaff, { staffId: one.staffId, version: 1, name });
    return one;
  };
  const found = async (who: Arrived, asked: Asked<typeof listColleagues>) =>
    (await who.ask(listColleagues, asked)).map(({ name }) => name);

  test('finds by name, pinyin, pinyin in syllables and initials, who begins so first', async () => {
    await named('欧阳俏', grant('lake'));
    await named('俏欧', grant('lake'));
    for (const q of ['欧', 'ouyang', "ou'yang qiao", 'OYQ'])
      expect((await found(administrator, { q }))[0]).toBe('欧阳俏');
    expect(await found(administrator, { q: '欧' })).toEqual(['欧阳俏', '俏欧']);
    expect(await found(administrator, { q: '100%' })).toEqual([]);
  });

  test('says where they work, since two may have the same name', async () => {
    await named('司马渺', grant('lake'), grant('dune'));
    await named('司马渺', grant('port'));
    const two = await administrator.ask(listColleagues, { q: 'smm' });
    expect(two.map(({ places }) => places).sort()).toEqual([['dune', 'lake'], ['port']]);
  });

  test('nobody of a neighbour is found or named, not by naming the project either', async () => {
    const own = await named('尉迟蓼', grant('lake'));
    const above = await named('尉迟苇', grant('east', 'regionManager'));
    const neighbour = await named('尉迟荻', grant('dune'));
    const manager = await hire(grant('hangzhou', 'projectManager'));
    expect(await found(manager, { q: 'yuchi' })).toEqual(['尉迟蓼', '尉迟苇']);
    expect(await found(manager, { q: 'yuchi', projectId: nodes.dune })).toEqual([]);
    expect(await found(manager, { q: 'yuchi', projectId: nodes.hill })).toEqual(['尉迟苇']);
    expect(await found(administrator, { q: 'yuchi', projectId: nodes.dune })).toEqual(['尉迟荻']);
    const ids = [own, above, neighbour].map(({ staffId }) => staffId).join(',');
    const names = await manager.ask(nameColleagues, { ids });
    expect(names.map(({ name }) => name).sort()).toEqual(['尉迟苇', '尉迟蓼']);
    expect(await neighbour.ask(nameColleagues, { ids: neighbour.staffId })).toHaveLength(1);
  });

  test('whoever has left is named still, and found where it is asked for', async () => {
    const leaver = await named('澹台葭', grant('lake'));
    const manager = await hire(grant('lake', 'projectManager'));
    await administrator.ask(closeAccount, { staffId: leaver.staffId });
    expect(await found(manager, { q: 'dtj' })).toEqual([]);
    expect(await found(manager, { q: 'tantaijia', alsoLeft: 'true' })).toEqual(['澹台葭']);
    const [one] = await manager.ask(nameColleagues, { ids: leaver.staffId });
    expect(one).toMatchObject({ name: '澹台葭', leftAt: expect.any(Date) });
  });

  test('of more than fifty each is found by typing on', async () => {
    await house.sql(
      `insert into staff (id, username, name, name_key, added_at)
       select gen_random_uuid(), 'crowd' || number, '甲' || number, 'jia' || number || ' j' || number, now()
         from generate_series(100, 160) number`,
    );
    expect(await found(administrator, { q: 'jia1' })).toHaveLength(50);
    expect(await found(administrator, { q: 'j160' })).toEqual(['甲160']);
  });
});
