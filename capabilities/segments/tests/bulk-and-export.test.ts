import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { newId, readWholeSpreadsheet, type Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { listNotices } from '@yilu/tasks/contract';
import { closingsOf, createTasks, tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  askExport,
  type BulkDeed,
  fetchExport,
  listExports,
  readBook,
  readBulkAct,
  releaseExport,
  startBulkAct,
  undoBulkAct,
} from '../contract/index.ts';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
let project: string;
const keeper = newId();
const elsewhere = newId();

beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, segments],
    at: '2026-11-22T02:00:00Z',
  });
  project = await house.project('澜山府');
  await house.as({ role: 'housekeeper', accountId: keeper, name: '林晓', projects: [project] }).ask(readBook, {});
  const neighbour = await house.project('望江台');
  await house.as({ role: 'housekeeper', accountId: elsewhere, name: '远舟', projects: [neighbour] }).ask(readBook, {});
  const made = estate(house);
  for (const [index, name] of ['何雨桐', '许静安', '陆明远', '=1+1', '沈国栋'].entries()) {
    await made.person(project, { name, pinyin: `p${index}`, phone: `1380000200${index}` });
  }
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
});
afterAll(() => house.close());

const manager = () => house.as({ role: 'projectManager', name: '苗经理', projects: [project] });
const leads = { match: 'all', of: [{ field: 'standing', is: 'in', value: ['lead'] }] } as const;
const everybody = {
  all: { filter: { ...leads, of: [...leads.of].map((one) => ({ ...one, value: [...one.value] })) } },
};

describe('acting on all results', () => {
  const column: Record<string, (row: Record<string, unknown>) => boolean> = {
    addTag: (row) => (row.tags as string[]).includes('PETS'),
    addCircle: (row) => (row.circles as string[]).includes('FINANCE'),
    entrust: (row) => row.responsible === '林晓',
    task: (row) => row.nextTask === '邀请二期看房',
  };
  const deeds: BulkDeed[] = [
    { kind: 'addTag', key: 'PETS' },
    { kind: 'addCircle', key: 'FINANCE' },
    { kind: 'entrust', staffId: keeper },
    { kind: 'task', title: '邀请二期看房', dueOn: '2026-11-25', assigneeId: keeper },
  ];

  /** What the timelines tell of tasks that ended. */
  const closingsOfEverybody = () =>
    begin(house)(async (work) => {
      const people = await house.sql<{ id: string }>('select id from person');
      const closings = await Promise.all(people.map(({ id }) => closingsOf(work, { kind: 'person', id }, 10)));
      return closings.flat().map(({ title }) => title.zh);
    });

  test.each(deeds)('$kind is done for each in the background, and undone as a whole', async (deed) => {
    const asker = manager();
    const holds = async () => {
      const { items } = await asker.ask(readBook, { limit: 200 });
      return items.filter((row) => column[deed.kind]?.(row as unknown as Record<string, unknown>)).length;
    };
    const begun = await asker.ask(startBulkAct, { deed, chosen: everybody });
    expect(begun).toMatchObject({ total: 5, done: 0 });
    await house.settle();
    expect(await asker.ask(readBulkAct, { bulkId: begun.id })).toMatchObject({ done: 5, changed: 5, refused: 0 });
    expect(await holds()).toBe(5);

    const again = await asker.ask(startBulkAct, { deed, chosen: everybody });
    await house.settle();
    if (deed.kind !== 'task')
      expect(await asker.ask(readBulkAct, { bulkId: again.id })).toMatchObject({ changed: 0, unchanged: 5 });
    if (deed.kind === 'task') await asker.ask(undoBulkAct, { bulkId: again.id });

    const undoings = await Promise.all([1, 2, 3].map(() => asker.exchange(undoBulkAct, { bulkId: begun.id })));
    expect(undoings.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
    await house.settle();
    await begin(house)((work) => markAll(work as Work<Tables>));
    await recomputeMarked(begin(house));
    expect(await holds()).toBe(0);
    expect(await asker.refused(undoBulkAct, { bulkId: begun.id })).toMatchObject({ status: 409 });
    expect(await closingsOfEverybody()).toEqual([]);
  });

  test('who is refused stands alone: the others are done, and can be undone', async () => {
    const asker = manager();
    const [full] = (await asker.ask(readBook, { limit: 200, sort: 'name' })).items;
    const answers = estate(house);
    const everyTag = Array.from({ length: 50 }, (_, index) => `T${index}`);
    await answers.answer(full?.personId ?? '', 'careAbout', everyTag);
    const begun = await asker.ask(startBulkAct, { deed: { kind: 'addTag', key: 'PETS' }, chosen: everybody });
    await house.settle();
    expect(await asker.ask(readBulkAct, { bulkId: begun.id })).toMatchObject({ done: 5, changed: 4, refused: 1 });
    const tagged = () =>
      house
        .sql(`select from dossier_answer where field = 'careAbout' and value @> '["PETS"]'`)
        .then((rows) => rows.length);
    expect(await tagged()).toBe(4);
    await asker.ask(undoBulkAct, { bulkId: begun.id });
    await house.settle();
    expect(await tagged()).toBe(0);
    await house.sql('delete from dossier_answer where person_id = $1', [full?.personId]);
  });

  test.each<[string, BulkDeed, string]>([
    ['an invented tag', { kind: 'addTag', key: 'NOT_A_TAG' }, 'deed.key'],
    ['a task due yesterday', { kind: 'task', title: '回访', dueOn: '2026-11-21' }, 'deed.dueOn'],
    [
      'a task for somebody who does not work here',
      { kind: 'task', title: '回访', dueOn: '2026-11-25', assigneeId: newId() },
      'deed.assigneeId',
    ],
    ['an account that is none', { kind: 'entrust', staffId: newId() }, 'deed.staffId'],
    ['somebody who works in another project only', { kind: 'entrust', staffId: elsewhere }, 'deed.staffId'],
  ])('%s is refused before anything begins', async (_, deed, field) => {
    const refused = await manager().refused(startBulkAct, { deed, chosen: everybody });
    expect(refused).toMatchObject({ status: 422, fields: [{ path: field }] });
  });

  test('it needs the permission of the deed, too, and somebody to act on', async () => {
    const bare = house.as({
      role: 'projectManager',
      projects: [project],
      permissions: ['segments.bulk', 'segments.see'],
    });
    const deed: BulkDeed = { kind: 'addTag', key: 'PETS' };
    expect(await bare.refused(startBulkAct, { deed, chosen: everybody })).toMatchObject({ status: 403 });
    const nobody = { customers: [{ personId: newId(), projectId: project }] };
    expect(await manager().refused(startBulkAct, { deed, chosen: nobody })).toMatchObject({
      status: 409,
      code: 'segments.nobody_chosen',
    });
  });
});

describe('taking customers along', () => {
  const wish = {
    selection: {},
    sort: 'name' as const,
    columns: ['name' as const, 'phone' as const, 'lifecycle' as const],
    reason: '周会核对',
  };

  test.each(['csv', 'xlsx'] as const)(
    'as %s: exactly what is shown, masked, defused, marked and logged',
    async (format) => {
      const asker = manager();
      const made = await asker.ask(askExport, { ...wish, format });
      expect(made).toMatchObject({ rows: 5, own: true });
      expect(made.releasedAt).toBeDefined();
      const file = await asker.exchange(fetchExport, { exportId: made.id });
      expect(file.statusCode).toBe(200);
      expect(file.headers['content-disposition']).toContain(format);
      const rows = (await readWholeSpreadsheet(file.rawPayload))[0]?.rows.map(({ cells }) => cells);
      expect(rows?.slice(0, 6)).toEqual([
        ['姓名', '电话', '生命周期'],
        ['何雨桐', '138****2000', '潜在'],
        ['许静安', '138****2001', '潜在'],
        ['陆明远', '138****2002', '潜在'],
        [format === 'csv' ? "'=1+1" : '=1+1', '138****2003', '潜在'],
        ['沈国栋', '138****2004', '潜在'],
      ]);
      expect(String(rows?.at(-1)?.[0])).toContain('苗经理 于 2026-11-22 10:00 导出 5 户，用途：周会核对');
      const logged = await house.sql<{ action: string }>(
        `select action from audit_entry where subject_id = $1 order by at, id`,
        [made.id],
      );
      expect(logged.map(({ action }) => action)).toEqual(['segments.export_asked', 'segments.exported']);
    },
  );

  test('the next step is said in the language of whoever reads, and one due by midnight belongs to the day that ends', async () => {
    const asker = manager();
    const [{ personId } = { personId: '' }] = (await asker.ask(readBook, { search: '何雨桐' })).items;
    await begin(house)((work) =>
      createTasks(work, [
        {
          projectId: project,
          kind: 'dossier',
          subject: { kind: 'person', id: personId },
          title: { zh: '资料补到 70%', en: 'Complete the dossier to 70%' },
          why: { zh: '还有 3 天', en: '3 days left' },
          origin: 'test',
          occurrence: personId,
          dueAt: new Date('2026-11-25T16:00:00Z'),
          assigneeId: keeper,
        },
      ]),
    );
    await begin(house)((work) => markAll(work as Work<Tables>));
    await recomputeMarked(begin(house));
    for (const [language, words] of [
      ['zh', '资料补到 70%'],
      ['en', 'Complete the dossier to 70%'],
    ] as const) {
      const headers = { 'accept-language': language };
      const [row] = (await asker.ask(readBook, { search: '何雨桐' }, headers)).items;
      expect(row).toMatchObject({ nextTaskOn: '2026-11-25', nextTask: words });
      for (const format of ['csv', 'xlsx'] as const) {
        const selection = { search: '何雨桐' };
        const made = await asker.ask(askExport, { ...wish, selection, columns: ['nextTaskOn'], format });
        const file = await asker.exchange(fetchExport, { exportId: made.id }, headers);
        const rows = (await readWholeSpreadsheet(file.rawPayload))[0]?.rows.map(({ cells }) => cells);
        expect(rows?.[1]?.[0]).toBe(`2026-11-25 ${words}`);
      }
    }
  });

  test('a large one waits for a manager, and only its asker fetches it', async () => {
    const elsewhere = await house.project('云栖里');
    const head = house.as({ role: 'projectManager', name: '许经理', projects: [project, elsewhere] });
    const stranger = house.as({ role: 'projectManager', name: '丁经理', projects: [elsewhere] });
    const bells = async () =>
      Promise.all(
        [head, stranger, site].map(async (each) =>
          (await each.ask(listNotices, {})).items.map(({ title }) => title.zh),
        ),
      );
    await house.sql(
      `insert into parameter_override (key, node_id, value, changed_by, changed_by_name, changed_at)
       select 'export.release.aboveRows', id, '3', gen_random_uuid(), 'x', now() from company_node where kind = 'group'`,
    );
    const site = house.as({ role: 'salesSiteManager', name: '案场', projects: [project] });
    const named = (text: string) => ({ ...wish, selection: { search: text }, format: 'csv' as const });
    expect((await site.ask(askExport, named('何雨桐'))).releasedAt).toBeDefined();
    expect((await site.ask(askExport, named('许静安'))).releasedAt).toBeDefined();
    expect((await site.ask(askExport, named('陆明远'))).releasedAt).toBeDefined();
    // One at a time would come to the same: what is taken within a day counts together.
    expect((await site.ask(askExport, named('沈国栋'))).releasedAt).toBeUndefined();
    const made = await site.ask(askExport, { ...wish, format: 'csv' });
    expect(made.releasedAt).toBeUndefined();
    expect(await site.refused(fetchExport, { exportId: made.id })).toMatchObject({
      status: 409,
      code: 'segments.export_not_released',
    });
    expect(await site.refused(releaseExport, { exportId: made.id })).toMatchObject({ status: 403 });
    expect((await manager().ask(listExports, {})).items.map(({ id }) => id)).toContain(made.id);
    expect(await bells()).toEqual([['案场要导出 5 户，等您批准', '案场要导出 1 户，等您批准'], [], []]);
    await manager().ask(releaseExport, { exportId: made.id });
    expect(await bells()).toEqual([['案场要导出 1 户，等您批准'], [], ['苗经理放行了您的导出，5 户，可以下载了']]);
    const [notice] = (await site.ask(listNotices, {})).items;
    expect(notice).toMatchObject({
      title: {
        zh: '苗经理放行了您的导出，5 户，可以下载了',
        en: '苗经理 released your export of 5 customers; it can be downloaded',
      },
      path: `/customers?export=${made.id}`,
    });
    expect((await manager().ask(listNotices, {})).items).toEqual([]);

    // Two who release the same at once are one release.
    const awaited = await site.ask(askExport, { ...wish, format: 'csv' });
    await Promise.all([1, 2, 3, 4].map(() => manager().ask(releaseExport, { exportId: awaited.id })));
    const [told] = await house.sql<{ times: number }>(
      "select count(*)::int as times from audit_entry where action = 'segments.export_released' and subject_id = $1",
      [awaited.id],
    );
    expect(told?.times).toBe(1);
    // Somebody who came after the asking is not among those who were released.
    await estate(house).person(project, { name: '新来的', pinyin: 'a0' });
    await begin(house)((work) => markAll(work as Work<Tables>));
    await recomputeMarked(begin(house));
    const file = await site.exchange(fetchExport, { exportId: made.id });
    expect(file.statusCode).toBe(200);
    expect((await readWholeSpreadsheet(file.rawPayload))[0]?.rows).toHaveLength(1 + made.rows + 1);
    expect(await manager().refused(fetchExport, { exportId: made.id })).toMatchObject({ status: 404 });
    house.setClock('2026-11-24T02:00:00Z');
    expect(await site.refused(fetchExport, { exportId: made.id })).toMatchObject({ code: 'segments.export_is_over' });
  });

  test('of several small ones asked for at once, what goes over the line waits', async () => {
    const site = house.as({ role: 'salesSiteManager', name: '另一案场', projects: [project] });
    const names = ['何雨桐', '许静安', '陆明远', '沈国栋', '沈国栋'];
    // Each on a connection that is open already, so that they meet.
    await Promise.all(names.map(() => site.ask(listExports, {})));
    const asked = await Promise.all(
      names.map((search) => site.ask(askExport, { ...wish, selection: { search }, format: 'csv' as const })),
    );
    expect(asked.filter(({ releasedAt }) => releasedAt)).toHaveLength(3);
  });
});
