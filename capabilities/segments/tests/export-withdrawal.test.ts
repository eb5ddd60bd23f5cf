import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import type { Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { listNotices } from '@yilu/tasks/contract';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askExport, fetchExport, listExports, releaseExport, withdrawExport } from '../contract/index.ts';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
let project: string;

beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, segments],
    at: '2026-11-22T02:00:00Z',
  });
  project = await house.project('澜山府');
  const made = estate(house);
  for (const [index, name] of ['何雨桐', '许静安', '陆明远', '=1+1', '沈国栋'].entries()) {
    await made.person(project, { name, pinyin: `p${index}`, phone: `1380000200${index}` });
  }
  await house.sql(
    `insert into parameter_override (key, node_id, value, changed_by, changed_by_name, changed_at)
     select 'export.release.aboveRows', id, '3', gen_random_uuid(), 'x', now() from company_node where kind = 'group'`,
  );
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
});
afterAll(() => house.close());

const manager = () => house.as({ role: 'projectManager', name: '苗经理', projects: [project] });
const wish = {
  selection: {},
  sort: 'name' as const,
  columns: ['name' as const, 'phone' as const, 'lifecycle' as const],
  reason: '周会核对',
};

test('who asked takes it back, who releases refuses it or takes the release back, and nothing is fetched from then on', async () => {
  const asker = house.as({ role: 'salesSiteManager', name: '路遥', projects: [project] });
  const peer = house.as({ role: 'salesSiteManager', name: '旁人', projects: [project] });
  const bell = async () => (await asker.ask(listNotices, {})).items.map(({ title }) => title.zh);
  const waiting = async () =>
    (await manager().ask(listNotices, {})).items.filter(({ title }) => title.zh.startsWith('路遥')).length;
  const askFor = () => asker.ask(askExport, { ...wish, format: 'csv' });
  const audited = async (exportId: string) =>
    (
      await house.sql<{ line: string }>(
        `select action || ' ' || actor_name as line from audit_entry where subject_id = $1 order by at, id`,
        [exportId],
      )
    ).map(({ line }) => line);
  await manager().ask(listExports, {});

  const mistaken = await askFor();
  expect(mistaken.columns).toEqual(['name', 'phone', 'lifecycle']);
  expect(await peer.refused(withdrawExport, { exportId: mistaken.id })).toMatchObject({ status: 404 });
  expect(await asker.ask(withdrawExport, { exportId: mistaken.id })).toMatchObject({ withdrawnBy: '路遥' });
  expect(await waiting()).toBe(0);
  expect(await manager().refused(releaseExport, { exportId: mistaken.id })).toMatchObject({
    status: 409,
    code: 'segments.export_withdrawn',
  });
  expect(await asker.refused(fetchExport, { exportId: mistaken.id })).toMatchObject({
    status: 409,
    code: 'segments.export_withdrawn',
  });
  expect(await bell()).toEqual([]);

  const refused = await askFor();
  expect(await manager().ask(withdrawExport, { exportId: refused.id })).toMatchObject({ withdrawnBy: '苗经理' });
  await manager().ask(withdrawExport, { exportId: refused.id });
  expect(await bell()).toEqual(['苗经理没有批准您导出 5 户']);
  expect(await audited(refused.id)).toEqual(['segments.export_asked 路遥', 'segments.export_refused 苗经理']);

  const released = await askFor();
  await manager().ask(releaseExport, { exportId: released.id });
  await manager().ask(withdrawExport, { exportId: released.id });
  expect(await bell()).toEqual(['苗经理收回了对您导出 5 户的批准，不能再下载', '苗经理没有批准您导出 5 户']);
  expect(await asker.refused(fetchExport, { exportId: released.id })).toMatchObject({
    code: 'segments.export_withdrawn',
  });
});

test('of a release and a withdrawal at the same moment one comes first, and nothing is fetched after either', async () => {
  const asker = house.as({ role: 'salesSiteManager', name: '路遥二', projects: [project] });
  const releasing = manager();
  for (let round = 0; round < 12; round += 1) {
    const { id } = await asker.ask(askExport, { ...wish, format: 'csv' });
    const [release, withdrawal, fetched] = await Promise.all([
      releasing.exchange(releaseExport, { exportId: id }),
      asker.exchange(withdrawExport, { exportId: id }),
      asker.exchange(fetchExport, { exportId: id }),
    ]);
    expect(withdrawal.json()).toMatchObject({ withdrawnBy: '路遥二', withdrawnAs: 'takenBack' });
    const wasReleased = release.statusCode === 200;
    if (!wasReleased) expect(release.json()).toMatchObject({ status: 409, code: 'segments.export_withdrawn' });
    expect(withdrawal.json().releasedAt !== undefined).toBe(wasReleased);
    if (fetched.statusCode !== 200) expect(fetched.json().code).toMatch(/^segments\.export_(not_released|withdrawn)$/);
    else expect(wasReleased).toBe(true);
    expect(await asker.refused(fetchExport, { exportId: id })).toMatchObject({ code: 'segments.export_withdrawn' });
    const lines = await house.sql<{ action: string }>(
      `select action from audit_entry where subject_id = $1 and action <> 'segments.exported' order by at, id`,
      [id],
    );
    expect(lines.map(({ action }) => action).sort()).toEqual(
      [
        'segments.export_asked',
        ...(wasReleased ? ['segments.export_released'] : []),
        'segments.export_taken_back',
      ].sort(),
    );
  }
});

test('two who withdraw at the same moment end it once', async () => {
  const asker = house.as({ role: 'salesSiteManager', name: '路遥三', projects: [project] });
  const releasing = manager();
  for (let round = 0; round < 6; round += 1) {
    const { id } = await asker.ask(askExport, { ...wish, format: 'csv' });
    const both = await Promise.all([
      asker.ask(withdrawExport, { exportId: id }),
      releasing.ask(withdrawExport, { exportId: id }),
    ]);
    expect(new Set(both.map(({ withdrawnBy }) => withdrawnBy)).size).toBe(1);
    const [line] = await house.sql<{ n: number }>(
      `select count(*)::int as n from audit_entry where subject_id = $1 and action in ('segments.export_taken_back', 'segments.export_refused')`,
      [id],
    );
    expect(line).toEqual({ n: 1 });
  }
});
