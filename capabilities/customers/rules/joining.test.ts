import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportedPerson, JoinedBy } from '../contract/index.ts';
import { emptyRecord, fill, type RecordState } from './filling.ts';
import { joinRows, type KnownPeople, type KnownPerson } from './joining.ts';

const row = (over: Partial<ImportedPerson> = {}): ImportedPerson => ({
  ref: 0,
  kind: 'natural',
  name: '张三',
  phones: [],
  projectId: 'here',
  parties: [],
  answers: [],
  ...over,
});
const phone = (number: string) => ({ phones: [{ number }] });
const identity = { identity: { kind: 'residentId' as const, number: '11010519491231002X' } };
const room = (roomId: string) => ({ parties: [{ roomId, role: 'owner' as const }] });

const tools = () => {
  let count = 0;
  return {
    newId: () => `new${++count}`,
    hashOf: (one: ImportedPerson) => one.identity?.number,
    sourcesOf: (one: ImportedPerson) => (one.sourceKeys ?? []).map((key) => `${one.name} ${key}`),
  };
};
const knows = (
  person: Partial<KnownPerson>,
  by: { phone?: string; identity?: string; room?: string; source?: string },
): KnownPeople => {
  const people = [{ personId: 'zhang', nameKey: '张三', hasPhone: by.phone !== undefined, ...person }];
  const map = (key: string | undefined) => new Map(key === undefined ? [] : [[key, people]]);
  return { byPhone: map(by.phone), byIdentity: map(by.identity), byRoom: map(by.room), bySource: map(by.source) };
};
const nobody = knows({}, {});

test('of two namesakes in one home a row without a phone is whoever came to it first', () => {
  const namesakes = [
    { personId: 'reached', nameKey: '张三', hasPhone: true },
    { personId: 'unreached', nameKey: '张三', hasPhone: false },
  ];
  for (const people of [namesakes, namesakes.toReversed()]) {
    const known = { ...nobody, byRoom: new Map([['r1', people]]) };
    expect(joinRows([row(room('r1'))], known, tools())[0]?.personId).toBe(people[0]?.personId);
  }
});

describe('a row joins a person already known (decision 2)', () => {
  test.each<[string, ImportedPerson, KnownPeople, JoinedBy | undefined]>([
    ['by phone and name', row(phone('1')), knows({}, { phone: '1' }), 'phoneAndName'],
    ['by ID number and name', row(identity), knows({}, { identity: identity.identity.number }), 'identityAndName'],
    ['by name and room, without a phone', row(room('r1')), knows({}, { room: 'r1' }), 'nameAndRoom'],
    [
      'by name and room, when the record has no phone yet',
      row({ ...phone('1'), ...room('r1') }),
      knows({}, { room: 'r1' }),
      'nameAndRoom',
    ],
    [
      'not by name and room when both have different phones',
      row({ ...phone('1'), ...room('r1') }),
      knows({ hasPhone: true }, { room: 'r1' }),
      undefined,
    ],
    [
      'by name and agreement, without a phone',
      row({ sourceKeys: ['deal RG1'] }),
      knows({}, { source: '张三 deal RG1' }),
      'nameAndSource',
    ],
    [
      'by name and agreement, also after the name was corrected here',
      row({ sourceKeys: ['deal RG1'] }),
      knows({ nameKey: '张山' }, { source: '张三 deal RG1' }),
      'nameAndSource',
    ],
    [
      'by name and agreement, when the row at last tells the phone',
      row({ ...phone('1'), sourceKeys: ['deal RG1'] }),
      knows({}, { source: '张三 deal RG1' }),
      'nameAndSource',
    ],
    [
      'not by the agreement alone',
      row({ name: '李四', sourceKeys: ['deal RG1'] }),
      knows({}, { source: '张三 deal RG1' }),
      undefined,
    ],
    ['not by a phone alone', row(phone('1')), knows({ nameKey: '李四' }, { phone: '1' }), undefined],
    [
      'not by an ID number alone',
      row(identity),
      knows({ nameKey: '李四' }, { identity: identity.identity.number }),
      undefined,
    ],
    ['not by a room alone', row(room('r1')), knows({ nameKey: '李四' }, { room: 'r1' }), undefined],
    ['not by a name alone', row(), nobody, undefined],
  ])('%s', (_, one, known, joinedBy) => {
    const [joined] = joinRows([one], known, tools());
    expect([joined?.joinedBy, joined?.isNew]).toEqual([joinedBy, joinedBy === undefined]);
  });
});

test('rows of one file join each other, and a phone learnt from one row serves the next', () => {
  const joined = joinRows(
    [
      row({ ref: 1, ...phone('1') }),
      row({ ref: 2, ...phone('1'), ...identity }),
      row({ ref: 3, ...identity }),
      row({ ref: 4, ...phone('2') }),
    ],
    nobody,
    tools(),
  );
  expect(joined.map(({ personId, joinedBy }) => [personId, joinedBy])).toEqual([
    ['new1', undefined],
    ['new1', 'earlierRow'],
    ['new1', 'earlierRow'],
    ['new2', undefined],
  ]);
});

test('five people with one ID number are five people, each warned of', () => {
  const people = ['甲', '乙', '丙', '丁', '戊'].map((name, ref) => row({ ref, name, ...identity, ...phone(`${ref}`) }));
  const joined = joinRows(people, nobody, tools());
  expect(new Set(joined.map(({ personId }) => personId)).size).toBe(5);
  expect(joined.map(({ sharesIdentity }) => sharesIdentity)).toEqual([false, true, true, true, true]);
});

test('what is too weak to join is a suggestion', () => {
  const [joined] = joinRows([row(phone('1'))], knows({ nameKey: '李四' }, { phone: '1' }), tools());
  expect(joined?.suggestions).toEqual(['zhang']);
});

describe('filling a record', () => {
  const circumstances = { newId: () => 'id', identityHash: undefined, switches: [] };
  const joined = (one: ImportedPerson) => ({
    row: one,
    personId: 'p',
    isNew: false,
    suggestions: [],
    sharesIdentity: false,
  });
  const given = row({
    sex: 'male',
    birthYear: 1985,
    ...phone('1'),
    ...room('r1'),
    answers: [{ field: 'address', value: '文一路' }],
  });

  test('what is empty is filled', () => {
    expect(fill(joined(given), emptyRecord, circumstances).filled.map(({ place }) => place)).toEqual([
      'sex',
      'birthYear',
      'project:here',
      'phone:id',
      'party:id',
      'answer:address',
    ]);
  });

  test('what stands there stays, and the difference is listed', () => {
    const state: RecordState = {
      ...emptyRecord,
      sex: 'female',
      birthYear: 1990,
      projects: ['here'],
      answers: { address: '文二路' },
    };
    const { filled, differences } = fill(
      joined(row({ sex: 'male', birthYear: 1985, answers: given.answers })),
      state,
      circumstances,
    );
    expect(filled).toEqual([]);
    expect(differences.map(({ place }) => place)).toEqual(['sex', 'birthYear', 'answer:address']);
  });

  test('an answer that was declined is not filled by a file', () => {
    const state: RecordState = { ...emptyRecord, projects: ['here'], answers: { address: null } };
    expect(fill(joined(row({ answers: given.answers })), state, circumstances).filled).toEqual([]);
  });

  test('income is left out with a warning while it is not collected', () => {
    const income = row({ answers: [{ field: 'personalIncome', value: 'over100' }] });
    expect(fill(joined(income), emptyRecord, circumstances).warnings).toEqual([
      { kind: 'fieldOff', field: 'personalIncome' },
    ]);
  });

  test('importing twice is importing once', () => {
    const rows = fc.record({
      ref: fc.nat(),
      kind: fc.constant('natural' as const),
      name: fc.constant('张三'),
      sex: fc.option(fc.constantFrom('male' as const, 'female' as const), { nil: undefined }),
      birthYear: fc.option(fc.integer({ min: 1940, max: 2010 }), { nil: undefined }),
      phones: fc.array(fc.record({ number: fc.constantFrom('1', '2', '3') }), { maxLength: 3 }),
      projectId: fc.constantFrom('here', 'there'),
      parties: fc.array(
        fc.record({
          roomId: fc.constantFrom('r1', 'r2'),
          role: fc.constantFrom('owner' as const, 'coOwner' as const, 'resident' as const),
        }),
        { maxLength: 3 },
      ),
      answers: fc.array(
        fc.record({ field: fc.constantFrom('address' as const, 'wechat' as const), value: fc.constantFrom('a', 'b') }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(rows, (one) => {
        const { state } = fill(joined(one), emptyRecord, circumstances);
        expect(fill(joined(one), state, circumstances).filled).toEqual([]);
      }),
    );
  });
});
