import { day } from '@yilu/platform/contract';
import { inTransaction } from '@yilu/platform/server';
import type { Caller } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addPhone,
  answerDossier,
  changePerson,
  createPerson,
  findPeople,
  type ImportedPerson,
  personHistory,
  roomPeople,
  viewPerson,
} from '../contract/index.ts';
import { importPeople, personReferrers, undoPeople } from '../server/index.ts';
import { type Estate, openEstate } from './estate.ts';

const referredTo = new Set<string>();
const later = {
  name: 'later',
  contributes: [
    personReferrers.with({ name: 'later', refersTo: async (_, ids) => ids.filter((id) => referredTo.has(id)) }),
  ],
};

let estate: Estate;
let manager: Caller;
beforeAll(async () => {
  estate = await openEstate([later]);
  manager = estate.house.as({ role: 'projectManager', name: '严正', projects: [estate.here] });
  await manager.ask(findPeople, { text: 'x' });
});
afterAll(() => estate.house.close());

const asManager = <Result>(act: Parameters<typeof inTransaction<Result>>[2]) =>
  inTransaction(
    estate.house.engine,
    { entry: { as: 'account', accountId: manager.accountId }, requestId: 'import' },
    act,
  );
const importing = (rows: readonly ImportedPerson[], dryRun = false) =>
  asManager((work) => importPeople(work, rows, { dryRun }));
const undoing = (people: Parameters<typeof undoPeople>[1]) => asManager((work) => undoPeople(work, people));

let ref = 0;
const row = (name: string, over: Partial<ImportedPerson> = {}): ImportedPerson => ({
  ref: ++ref,
  kind: 'natural',
  name,
  phones: [],
  projectId: estate.here,
  parties: [],
  answers: [],
  ...over,
});
const owning = (at: 0 | 1 | 2, share?: number) => ({
  parties: [{ roomId: estate.rooms[at], role: 'owner' as const, share, startedOn: day('2024-06-28') }],
});
const people = async () =>
  (await estate.house.sql<{ count: number }>('select count(*)::int as count from person'))[0]?.count;

test('one person of several rows with rooms, phones and answers; running it again changes nothing', async () => {
  const rows = [
    row('许静安', {
      ...owning(0),
      sex: 'female',
      phones: [{ number: '13857120046' }],
      registeredOn: day('2024-03-09'),
    }),
    row('许静安', {
      ...owning(1),
      phones: [{ number: '13857120046' }],
      answers: [{ field: 'address', value: '文一路' }],
    }),
  ];
  const before = await people();
  expect((await importing(rows, true)).map(({ outcome }) => outcome)).toEqual(['created', 'updated']);
  expect(await people()).toBe(before);

  const outcomes = await importing(rows);
  expect(outcomes.map(({ outcome, joinedBy }) => [outcome, joinedBy])).toEqual([
    ['created', undefined],
    ['updated', 'earlierRow'],
  ]);
  const view = await manager.ask(viewPerson, { personId: outcomes[0]?.personId ?? '' });
  expect(view.person).toMatchObject({ name: '许静安', sex: 'female', registeredAt: new Date('2024-03-08T16:00:00Z') });
  expect(view.homes.map(({ roomLabel, primaryContact, startedOn }) => [roomLabel, primaryContact, startedOn])).toEqual([
    ['3-2-1801', true, '2024-06-28'],
    ['3-2-1802', true, '2024-06-28'],
  ]);
  expect((await manager.ask(findPeople, { text: '静安' })).people).toMatchObject([{ rooms: ['3-2-1801', '3-2-1802'] }]);

  const again = await importing(rows);
  expect(again.map(({ outcome, joinedBy }) => [outcome, joinedBy])).toEqual([
    ['unchanged', 'phoneAndName'],
    ['unchanged', 'phoneAndName'],
  ]);
});

test('an import fills what is empty and never overwrites what a person entered; the history says where it came from', async () => {
  const number = '13857120101';
  const { person } = await manager.ask(createPerson, {
    projectId: estate.here,
    name: '周启明',
    sex: 'male',
    phones: [{ number }],
  });
  await manager.ask(answerDossier, { personId: person.id, answers: [{ field: 'address', value: '本人说的地址' }] });
  const [outcome] = await importing([
    row('周启明', {
      phones: [{ number }, { number: '13857120102' }],
      sex: 'female',
      birthYear: 1980,
      answers: [
        { field: 'address', value: '表里的地址' },
        { field: 'wechat', value: 'zqm' },
      ],
    }),
  ]);
  expect(outcome?.differences.map(({ place }) => place)).toEqual(['sex', 'answer:address']);
  const view = await manager.ask(viewPerson, { personId: person.id });
  expect(view.person).toMatchObject({ sex: 'male', birthYear: 1980 });
  expect(view.person.phones.map(({ masked, primary }) => [masked, primary])).toEqual([
    ['138****0101', true],
    ['138****0102', false],
  ]);
  const { changes } = await manager.ask(personHistory, { personId: person.id, field: 'wechat' });
  expect(changes).toMatchObject([{ after: 'zqm', source: 'import' }]);
});

test('what the command line brings in, as the system, is read like everything else', async () => {
  const [brought] = await inTransaction(estate.house.engine, { entry: { as: 'system' }, requestId: 'cli' }, (work) =>
    importPeople(work, [row('游子衿', { answers: [{ field: 'nativePlace', value: '绍兴' }] })], {}),
  );
  const { dossier } = await manager.ask(viewPerson, { personId: brought?.personId ?? '' });
  expect(dossier.answers).toMatchObject([{ field: 'nativePlace', value: '绍兴', source: 'import' }]);
});

test('what several rows say of one person comes together: one first phone, sex and birth from different rows', async () => {
  const known = await manager.ask(createPerson, {
    projectId: estate.here,
    name: '分行甲',
    phones: [{ number: '13857120150' }],
  });
  const outcomes = await importing([
    row('分行甲', { phones: [{ number: '13857120150' }], sex: 'male' }),
    row('分行甲', { phones: [{ number: '13857120150' }], birthDate: day('1980-02-29') }),
    row('分行乙', { ...owning(2), phones: [{ number: '13857120151' }] }),
    row('分行乙', { phones: [{ number: '13857120151' }, { number: '13857120152' }], birthYear: 1970 }),
    row('分行乙', { phones: [{ number: '13857120151' }], sex: 'female' }),
  ]);
  const view = (at: number) => manager.ask(viewPerson, { personId: outcomes[at]?.personId ?? '' });
  expect((await view(0)).person).toMatchObject({ id: known.person.id, sex: 'male', birthDate: '1980-02-29' });
  const { person } = await view(2);
  expect(person).toMatchObject({ sex: 'female', birthYear: 1970 });
  expect(person.phones.map(({ masked, primary }) => [masked, primary])).toEqual([
    ['138****0151', true],
    ['138****0152', false],
  ]);
  await undoing(
    outcomes.map(({ personId, outcome, filled }) => ({ personId, created: outcome === 'created', filled })),
  );
});

test('import then undo is identity, for created and for filled people', async () => {
  const number = '13857120201';
  const { person } = await manager.ask(createPerson, { projectId: estate.here, name: '已有人', phones: [{ number }] });
  const rows = [
    row('已有人', {
      ...owning(2),
      phones: [{ number }, { number: '13857120202' }],
      birthDate: day('1980-02-29'),
      answers: [{ field: 'wechat', value: 'x' }],
    }),
    row('新来人', { phones: [{ number: '13857120203' }], relations: [{ toRef: ref + 1, kind: 'spouse' }] }),
  ];
  const before = [await people(), await manager.ask(viewPerson, { personId: person.id })];
  const outcomes = await importing(rows);
  expect((await manager.ask(roomPeople, { roomId: estate.rooms[2] })).parties).toHaveLength(1);

  const undone = await undoing(
    outcomes.map(({ personId, outcome, filled }) => ({ personId, created: outcome === 'created', filled })),
  );
  expect(undone.map(({ removed, kept }) => [removed, kept])).toEqual([
    [false, []],
    [true, []],
  ]);
  expect([await people(), await manager.ask(viewPerson, { personId: person.id })]).toEqual(before);
  expect((await manager.ask(findPeople, { text: '13857120202' })).people).toEqual([]);
});

test('what was edited since stays and is listed, and so does a created person to whom something refers', async () => {
  const rows = [
    row('改过的人', { phones: [{ number: '13857120301' }] }),
    row('有往来的人', { phones: [{ number: '13857120302' }] }),
  ];
  const outcomes = await importing(rows);
  const [edited, referred] = outcomes.map(({ personId }) => personId);
  await manager.ask(addPhone, { personId: edited ?? '', number: '13857120399' });
  referredTo.add(referred ?? '');
  const undone = await undoing(outcomes.map(({ personId, filled }) => ({ personId, created: true, filled })));
  expect(undone.map(({ removed, keptBecause }) => [removed, keptBecause])).toEqual([
    [false, 'editedSince'],
    [false, 'referredTo'],
  ]);
});

test('of a new person no value has to be remembered to see whether somebody edited them', async () => {
  const named = ['没动过', '改了性别', '答案变了', '答案没了', '多答一项'];
  const outcomes = await importing(
    named.map((name, at) =>
      row(name, {
        sex: 'male',
        phones: [{ number: `1385712050${at}` }],
        answers: [{ field: 'address', value: '文一路' }],
      }),
    ),
  );
  const [, sex = '', changed = '', cleared = '', more = ''] = outcomes.map(({ personId }) => personId);
  await manager.ask(changePerson, { personId: sex, sex: 'female', version: 1 });
  await manager.ask(answerDossier, { personId: changed, answers: [{ field: 'address', value: '文二路' }] });
  await manager.ask(answerDossier, { personId: cleared, answers: [{ field: 'address' }] });
  await manager.ask(answerDossier, { personId: more, answers: [{ field: 'nativePlace', value: '杭州' }] });
  const undone = await undoing(
    outcomes.map(({ personId, filled }) => ({
      personId,
      created: true,
      filled: filled.map(({ place }) => ({ place })),
    })),
  );
  expect(undone.map(({ removed, keptBecause }, at) => [named[at], removed ? 'removed' : keptBecause])).toEqual([
    ['没动过', 'removed'],
    ['改了性别', 'editedSince'],
    ['答案变了', 'editedSince'],
    ['答案没了', 'editedSince'],
    ['多答一项', 'editedSince'],
  ]);
});

test('thousands of rows go in within seconds, and are found at once', async () => {
  const rows = Array.from({ length: 5_000 }, (_, at) =>
    row(`批量${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(at / 10) % 10]}`, {
      phones: [{ number: `159${String(10_000_000 + at)}` }],
      answers: [{ field: 'nativePlace', value: '杭州' }],
    }),
  );
  const began = performance.now();
  const outcomes = await importing(rows);
  const seconds = (performance.now() - began) / 1_000;
  expect(outcomes.every(({ outcome }) => outcome === 'created')).toBe(true);
  expect(seconds).toBeLessThan(15);
  expect((await manager.ask(findPeople, { text: '甲子' })).people).toHaveLength(20);
  process.stdout.write(`5,000 rows in ${seconds.toFixed(2)} s\n`);
});
