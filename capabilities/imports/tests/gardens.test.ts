import type { Caller } from '@yilu/platform/testing';
import { listBuildings, searchRooms } from '@yilu/properties/contract';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { chooseProject, type ImportRun, listImportRows, readImport } from '../contract/index.ts';
import { type Office, openOffice } from './office.ts';

vi.setConfig({ testTimeout: 120_000 });
let office: Office;
let administrator: Caller;
beforeAll(async () => {
  office = await openOffice();
  administrator = office.administrator;
});
afterAll(() => office.house.close());

/** Lists of owners whose homes are written in one cell; each line a home and a name. */
const owners = (...lines: readonly string[]) =>
  ['房号,业主姓名,联系电话', ...lines.map((line) => `${line},${phoneOf(line)}`)].join('\n');
/** A phone of one's own for each name. */
const phones = new Map<string, string>();
function phoneOf(line: string): string {
  const name = line.split(',')[1] ?? '';
  const phone = phones.get(name) ?? String(13_800_300_000 + phones.size);
  phones.set(name, phone);
  return phone;
}

let projects = 0;
const newProject = () => {
  projects += 1;
  return office.house.project(`${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄'[projects]}湖花园`);
};
const bring = async (projectId: string, files: Readonly<Record<string, string>>): Promise<ImportRun> => {
  const preview = await office.drop(administrator, files, projectId);
  const applied = await office.bringIn(administrator, preview);
  expect(applied.counts).toEqual(preview.counts);
  return applied;
};
/** Who lives where. */
const homes = async (projectId: string) => {
  const rows = await office.house.sql<{ home: string; people: string }>(
    `select room.display_code as home, string_agg(person.name, '+' order by person.name) as people
       from room left join room_party party on party.room_id = room.id left join person on person.id = party.person_id
      where room.project_id = $1 group by room.id order by 1`,
    [projectId],
  );
  return rows.map(({ home, people }) => `${home} ${people ?? '-'}`);
};
const found = async (projectId: string, text: string) =>
  (await administrator.ask(searchRooms, { projectId, text })).items.map(({ displayCode }) => displayCode);
const told = async (run: ImportRun) =>
  (await administrator.ask(listImportRows, { importId: run.id, outcome: 'rejected' })).items.map(
    ({ row, reasons }) => `${row} ${reasons[0]?.column}：${reasons[0]?.message.zh}`,
  );

test('two gardens with a building 3 each are two buildings, in whatever columns the words stand', async () => {
  const projectId = await newProject();
  const files = {
    '业主.csv': owners('梅园3栋-1-101,梅业主', '兰园3栋1单元101,兰业主'),
    '房源.csv': '组团,楼栋,单元,房号,建筑面积\n梅园,3栋,1单元,101,89.5\n兰园,3栋,1单元,101,120\n兰园,4栋,1单元,101,120',
  };
  const run = await bring(projectId, files);
  expect(run.counts).toMatchObject({ rows: 5, rejected: 0 });
  expect(await homes(projectId)).toEqual(['兰园3-1-101 兰业主', '兰园4-1-101 -', '梅园3-1-101 梅业主']);
  const { buildings } = await administrator.ask(listBuildings, { projectId });
  expect(buildings.map(({ name }) => name)).toEqual(['兰园3栋', '兰园4栋', '梅园3栋']);

  const again = await bring(projectId, files);
  expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 5 });
  // The other way round it is the same.
  const turned = await newProject();
  await bring(turned, { '房源.csv': files['房源.csv'] });
  await bring(turned, { '业主.csv': files['业主.csv'] });
  expect(await homes(turned)).toEqual(await homes(projectId));
});

test('who leaves the garden out is asked for it, as soon as two have the number', async () => {
  const projectId = await newProject();
  await bring(projectId, { '业主.csv': owners('梅园3栋-1-101,梅一', '兰园3栋-1-101,兰一', '兰园5栋-1-101,兰二') });
  const before = await homes(projectId);
  const run = await bring(projectId, {
    '后来.csv': owners('3栋-1-101,谁', '5栋-1-102,兰三', '梅园-3-1-102,梅二', '3-1-103,又谁'),
  });
  expect(run.counts).toMatchObject({ rows: 4, rejected: 2 });
  expect(await told(run)).toEqual([
    '2 房号：这个楼号有 2 栋：兰园3栋、梅园3栋，请写明是哪一栋',
    '5 房号：这个楼号有 2 栋：兰园3栋、梅园3栋，请写明是哪一栋',
  ]);
  expect(await homes(projectId)).toEqual([...before, '兰园5-1-102 兰三', '梅园3-1-102 梅二'].sort());
  expect(await office.house.sql(`select from person where name in ('谁', '又谁')`)).toEqual([]);
});

test('in one list too, nobody is put into a building by guess', async () => {
  const projectId = await newProject();
  const run = await bring(projectId, {
    '业主.csv': owners('3栋-1-101,某甲', '梅园3栋-1-101,某乙', '兰园3栋-1-101,某丙'),
  });
  expect(run.counts).toMatchObject({ rejected: 1 });
  expect(await homes(projectId)).toEqual(['兰园3-1-101 某丙', '梅园3-1-101 某乙']);
});

test('a bare number is not placed by guess where a later sheet of the same import tells gardens apart', async () => {
  const projectId = await newProject();
  const files = {
    '业主.csv': owners('3-1-101,早来', '5-1-101,早也来'),
    '租户.csv':
      '房号,租户姓名,联系电话\n梅园3栋-1-101,梅租,13800301001\n兰园3栋-1-101,兰租,13800301002\n兰园5栋-1-101,兰五,13800301003',
  };
  const preview = await office.drop(administrator, files, projectId);
  expect(await told(preview)).toEqual(['2 房号：这个楼号有 2 栋：梅园3栋、兰园3栋，请写明是哪一栋']);
  const applied = await office.bringIn(administrator, preview);
  expect(applied.counts).toEqual(preview.counts);
  expect(await homes(projectId)).toEqual(['兰园3-1-101 兰租', '兰园5-1-101 兰五+早也来', '梅园3-1-101 梅租']);
  expect((await bring(projectId, files)).counts).toMatchObject({ created: 0, updated: 0, rejected: 1 });
});

test('what is concluded about a building without its garden is told on the row that says it', async () => {
  const projectId = await newProject();
  await bring(projectId, { '一.csv': owners('3-1-101,先三', '5-1-101,先五') });
  const notes = async (run: ImportRun) =>
    (await administrator.ask(listImportRows, { importId: run.id, outcome: 'wentIn' })).items.flatMap(
      ({ row, reasons }) => reasons.map(({ message }) => `${row} ${message.zh.split(/[；，]/)[0]}`),
    );
  const taking = await bring(projectId, { '二.csv': owners('梅园3-1-102,后三', '梅园3-1-103,又三') });
  expect(await notes(taking)).toEqual(['2 已有的3栋就当作梅园3栋']);
  const beside = await bring(projectId, { '三.csv': owners('梅园5-1-101,后五', '兰园5-1-101,又五') });
  expect(await notes(beside)).toEqual(['2 梅园5栋和已有的5栋当作两栋', '3 兰园5栋和已有的5栋当作两栋']);
  const bare = await bring(projectId, { '四.csv': owners('7-1-101,没写', '竹园7-1-102,写了') });
  expect(await notes(bare)).toEqual(['2 只写了7栋']);
  expect(await homes(projectId)).toEqual([
    '3-1-101 先三',
    '3-1-102 后三',
    '3-1-103 又三',
    '5-1-101 先五',
    '兰园5-1-101 又五',
    '梅园5-1-101 后五',
    '竹园7-1-101 没写',
    '竹园7-1-102 写了',
  ]);
});

test('two gardens that a person counts to one project keep their buildings apart', async () => {
  const projectId = await newProject();
  const list =
    '小区,房号,业主姓名,联系电话\n梅花苑,3-1-101,梅主,13800302001\n兰花苑,3-1-101,兰主,13800302002\n梅花苑,车位B1-1,梅主,13800302001';
  const asking = await office.drop(administrator, { '业主.csv': list });
  expect(asking.asks?.map(({ name }) => name)).toEqual(['梅花苑', '兰花苑']);
  const names = ['梅花苑', '兰花苑'].map((name) => ({ name, projectId }));
  await administrator.ask(chooseProject, { importId: asking.id, names });
  await office.house.settle();
  const preview = await administrator.ask(readImport, { importId: asking.id });
  expect(preview.counts).toMatchObject({ rows: 3, rejected: 0 });
  await office.bringIn(administrator, preview);
  expect(await homes(projectId)).toEqual(['兰花苑3-1-101 兰主', '梅花苑3-1-101 梅主', '车位梅花苑B1-1 梅主']);
});

test('gardens that come one file after the other stay apart', async () => {
  const projectId = await newProject();
  await bring(projectId, { '梅园.csv': owners('梅园3栋-1-101,先来') });
  await bring(projectId, { '兰园.csv': owners('兰园3栋-1-101,后来') });
  expect(await homes(projectId)).toEqual(['兰园3-1-101 后来', '梅园3-1-101 先来']);
});

test('a list that names its garden once means it for all its rows', async () => {
  const projectId = await newProject();
  await bring(projectId, { '梅园.csv': owners('3-1-101,先到'), '兰园业主名册.csv': owners('3-1-101,后到') });
  expect(await homes(projectId)).toEqual(['兰园3-1-101 后到', '梅园3-1-101 先到']);
});

test('villas of two gardens are two, though they stand in no building', async () => {
  const projectId = await newProject();
  await bring(projectId, { '别墅.csv': owners('梅园别墅8号,墅一', '兰园8#别墅,墅二', '别墅9号,墅三') });
  expect(await homes(projectId)).toEqual(['9 墅三', '兰园8 墅二', '梅园8 墅一']);
  expect(await found(projectId, '梅园别墅8号')).toEqual(['梅园8']);
});

test('a name of the whole estate that we do not know makes no second building', async () => {
  const projectId = await newProject();
  const plain = owners('3栋-1-101,推广', '4栋-1-101,推二');
  await bring(projectId, { '一.csv': plain });
  const run = await bring(projectId, { '二.csv': owners('阳光名邸3栋-1-101,推广', '阳光名邸4栋-1-102,推三') });
  expect(run.counts).toMatchObject({ rejected: 0, created: 1, unchanged: 1 });
  expect(await homes(projectId)).toEqual(['3-1-101 推广', '4-1-101 推二', '4-1-102 推三']);
  // Now that it is called so, another name is another building.
  await bring(projectId, { '三.csv': owners('月亮名邸3栋-1-101,别家') });
  expect(await homes(projectId)).toContain('月亮名邸3-1-101 别家');
  expect((await bring(projectId, { '二.csv': owners('阳光名邸3栋-1-101,推广') })).counts).toMatchObject({
    unchanged: 1,
  });
});

test('a name that came with an import taken back is forgotten', async () => {
  const projectId = await newProject();
  await bring(projectId, { '一.csv': owners('3栋-1-101,原主') });
  const wrong = await bring(projectId, { '错.csv': owners('别处名邸3栋-1-101,错主') });
  expect(await office.takeBack(administrator, wrong)).toMatchObject({ phase: 'undone', kept: [] });
  await bring(projectId, { '对.csv': owners('此处名邸3栋-1-101,原主') });
  expect(await homes(projectId)).toEqual(['3-1-101 原主']);
});

test('the project’s own name before a building changes nothing', async () => {
  const projectId = await newProject();
  const [project] = await office.house.sql<{ name: string }>('select name from company_node where id = $1', [
    projectId,
  ]);
  await bring(projectId, {
    '一.csv': owners(`${project?.name}3栋-1-101,本名`, '3栋-1-102,不写', `万科${project?.name}3-1-103,加名`),
  });
  expect(await homes(projectId)).toEqual(['3-1-101 本名', '3-1-102 不写', '3-1-103 加名']);
});

test.each([
  ['phases', ['一期3栋1单元101', '二期3栋1单元101'], ['1期3-1-101 其二', '2期3-1-101 其三']],
  ['districts', ['东区3栋1单元101', '西区3栋1单元101'], ['东区3-1-101 其二', '西区3-1-101 其三']],
  ['lettered districts', ['A区3栋1单元101', 'B区3栋1单元101'], ['A区3-1-101 其二', 'B区3-1-101 其三']],
  ['groups', ['一组团3栋1单元101', '二组团3栋1单元101'], ['1组团3-1-101 其二', '2组团3-1-101 其三']],
])('%s may number apart', async (_, rooms, expected) => {
  const [first, second] = rooms;
  const together = await newProject();
  await bring(together, { '一.csv': owners(`${first},其二`, `${second},其三`) });
  expect(await homes(together)).toEqual(expected);
  expect((await bring(together, { '一.csv': owners(`${first},其二`, `${second},其三`) })).counts).toMatchObject({
    unchanged: 2,
  });
  expect((await office.drop(administrator, { '又.csv': owners('3栋1单元101,其四') }, together)).counts).toMatchObject({
    rejected: 1,
  });

  const apart = await newProject();
  await bring(apart, { '一.csv': owners(`${first},其二`) });
  await bring(apart, { '二.csv': owners(`${second},其三`) });
  const people = (await homes(apart)).map((home) => home.split(' ')[1]);
  expect(people.sort()).toEqual(['其三', '其二']);
});

test('a list with phases finds the homes of a list without, as long as one building has the number', async () => {
  const projectId = await newProject();
  await bring(projectId, { '一.csv': owners('3-1-101,分期') });
  const run = await bring(projectId, {
    '二.csv': '分期,楼栋,单元,房号,业主姓名,联系电话\n一期,3栋,1,101,分期,13800309999',
  });
  expect(run.records).toMatchObject({ rooms: 1 });
  await bring(projectId, { '三.csv': '分期,楼栋,单元,房号,业主姓名,联系电话\n二期,3栋,1,101,别期,13800309998' });
  expect(await homes(projectId)).toEqual(['2期3-1-101 别期', '3-1-101 分期+分期']);
});

test('a room is found with its garden and without', async () => {
  const projectId = await newProject();
  await bring(projectId, { '业主.csv': owners('梅园3栋-1-101,寻一', '兰园3栋-1-101,寻二', '梅园13栋-1-101,寻三') });
  expect(await found(projectId, '3-1-101')).toEqual(['兰园3-1-101', '梅园3-1-101']);
  expect(await found(projectId, '梅园3-1-101')).toEqual(['梅园3-1-101']);
  expect(await found(projectId, '梅园3栋1单元101')).toEqual(['梅园3-1-101']);
  expect(await found(projectId, '兰园-3-1-101')).toEqual(['兰园3-1-101']);
  expect(await found(projectId, '竹园3-1-101')).toEqual([]);
});

test('gardens are previewed without a trace, and taken back whole', async () => {
  const projectId = await newProject();
  await bring(projectId, { '一.csv': owners('3栋-1-101,原有') });
  const tables = ['person', 'room', 'building', 'building_unit', 'phase', 'room_party'];
  const everything = async () => [await Promise.all(tables.map(office.count)), await homes(projectId)];
  const before = await everything();
  const files = {
    '业主.csv': owners('梅园3栋-1-101,梅业主', '兰园3栋1单元101,兰业主'),
    '房源.csv': '组团,楼栋,单元,房号\n梅园,3栋,1单元,102\n兰园,3栋,1单元,102',
  };
  const preview = await office.drop(administrator, files, projectId);
  expect(await everything()).toEqual(before);
  const applied = await office.bringIn(administrator, preview);
  expect((await homes(projectId)).length).toBe(5);
  expect(await office.takeBack(administrator, applied)).toMatchObject({ phase: 'undone', kept: [] });
  expect(await everything()).toEqual(before);
});
