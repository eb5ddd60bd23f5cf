import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BuildingSaid,
  buildingMeant,
  buildingSaid,
  isToldApart,
  type KnownBuilding,
  withoutOwnName,
} from './buildings.ts';
import { parseBuilding } from './notation.ts';

const said = (text: string, phase?: string, own: readonly string[] = ['锦绣花园', 'JXHY']): BuildingSaid => {
  const read = parseBuilding(text);
  if (!read) throw new Error(text);
  return buildingSaid({ ...read, ...(phase && { phase }) }, own);
};
const known = (...codes: (string | KnownBuilding)[]): KnownBuilding[] =>
  codes.map((each) => (typeof each === 'string' ? { code: each } : each));

test.each<[string, readonly KnownBuilding[], string]>([
  // Nothing there yet.
  ['3栋', [], 'make 3'],
  ['锦绣花园3栋', [], 'make 3'],
  ['万科锦绣花园3栋', [], 'make 3'],
  ['锦绣3栋', [], 'make 3'],
  ['JXHY-3栋', [], 'make 3'],
  ['梅园3栋', [], 'make 梅园3'],
  ['锦绣花园梅园3栋', [], 'make 梅园3'],
  ['锦绣花园东区3栋', [], 'make 东区3'],
  ['A区3栋', [], 'make A区3'],
  ['一组团3栋', [], 'make 1组团3'],
  ['三江苑3栋', [], 'make 三江苑3'],
  ['东门苑3栋', [], 'make 东门苑3'],
  ['深圳市南山区科技路15号锦绣花园3栋', [], 'make 3'],
  ['深圳市南山区科技路15号梅园3栋', [], 'make 梅园3'],
  ['二期3栋', [], 'make 3'],
  ['会所', [], 'make 会所'],
  // The same words, whatever else is there.
  ['梅园3栋', known('3', '梅园3', '兰园3'), 'there 梅园3'],
  ['3栋', known('3', '梅园3', '兰园3'), 'there 3'],
  ['东1栋', known('东1', '西1'), 'there 东1'],
  // Other words are another building.
  ['兰园3栋', known('梅园3'), 'make 兰园3'],
  ['兰园3栋', known({ code: '3', calledWords: '梅园' }), 'make 兰园3'],
  ['西区3栋', known('东区3'), 'make 西区3'],
  ['东区3栋', known('3'), 'make 东区3'],
  // Who says less means the only one there is.
  ['3栋', known('梅园3', '兰园5'), 'there 梅园3'],
  ['3栋', known('东区3'), 'make 3'],
  ['东区3栋', known('阳光花园东区3'), 'there 阳光花园东区3'],
  ['3栋', known('梅园3', '兰园3'), 'among 梅园3 兰园3'],
  ['3栋', known('东区3', '西区3'), 'among 东区3 西区3'],
  ['3栋', known({ code: '1期3', phase: '01' }, { code: '2期3', phase: '02' }), 'among 1期3 2期3'],
  ['3栋', known({ code: '3', phase: '01' }, { code: '2期3', phase: '02' }), 'among 3 2期3'],
  // Who says more gives a name to the only one, once.
  ['阳光花园3栋', known('3'), 'there 3 called 阳光花园'],
  ['阳光花园东区3栋', known('东区3', '3'), 'there 东区3 called 阳光花园'],
  ['梅园3栋', known('3', '兰园3'), 'make 梅园3'],
  // Phases.
  ['二期3栋', known('3'), 'there 3 called 02'],
  ['二期3栋', known({ code: '3', phase: '02' }), 'there 3'],
  ['二期3栋', known({ code: '3', phase: '01' }), 'make 2期3'],
  ['二期3栋', known({ code: '3', calledPhase: '01' }), 'make 2期3'],
  ['二期3栋', known({ code: '3', phase: '01' }, { code: '2期3', phase: '02' }), 'there 2期3'],
  ['二期梅园3栋', known({ code: '梅园3', phase: '01' }), 'make 2期梅园3'],
  ['梅园3栋', known({ code: '3', phase: '梅园' }), 'there 3'],
  ['兰园3栋', known({ code: '3', phase: '梅园' }), 'make 兰园3'],
  // Codes of the system that a file comes from.
  ['JX-3栋', [], 'make 3 called JX'],
  ['JX-3栋', known('3'), 'there 3 called JX'],
  ['LY-3栋', known({ code: '3', calledWords: 'JX' }), 'make LY-3'],
  ['LY-3栋', known({ code: '3', calledWords: 'JX' }, 'LY-3'), 'there LY-3'],
  ['3栋', known({ code: '3', calledWords: 'JX' }, 'LY-3'), 'among 3 LY-3'],
])('%s beside %j: %s', (text, there, expected) => {
  expect(told(said(text), there)).toBe(expected);
});

test.each([
  ['梅园', '3栋', 'make 梅园3'],
  ['梅园', '梅园3栋', 'make 梅园3'],
  ['1组团', '一组团3栋', 'make 1组团3'],
  ['1组团', 'JX-3栋', 'make 1组团3'],
  ['锦绣花园', '3栋', 'make 3'],
  ['02', '3栋', 'make 3'],
])('in a column for phases %s, with building %s: %s', (phase, text, expected) => {
  expect(told(said(text, phase), [])).toBe(expected);
});

test('what is said together tells gardens and phases from names of the whole', () => {
  const gardens = [said('梅园3栋'), said('兰园3栋')];
  expect(told(said('梅园3栋'), known('3'), gardens)).toBe('make 梅园3');
  const phases = [said('一期3栋'), said('二期3栋')];
  expect(told(said('一期3栋'), [], phases)).toBe('make 1期3');
  expect(told(said('一期3栋'), known('3'), phases)).toBe('make 1期3');
});

test('two long words with the same end are two buildings, and again the same', () => {
  const texts = ['东山', '西山'].map((start) => `${start}脚下江南水乡国际度假村梅花山庄温泉别苑一街坊花园3栋`);
  let buildings: KnownBuilding[] = [];
  for (const text of [...texts, ...texts]) buildings = after(said(text), buildings).next;
  expect(buildings).toHaveLength(2);
  for (const { code } of buildings) expect(code.length).toBeLessThanOrEqual(24);
});

test.each([
  ['3栋', ['梅园3栋', '兰园3栋'], true],
  ['3栋', ['梅园3栋', '兰园5栋'], false],
  ['3栋', ['梅园3栋', '阳光梅园3栋'], false],
  ['3栋', ['一期3栋', '二期3栋'], true],
  ['一期3栋', ['一期3栋', '二期3栋'], false],
  ['梅园3栋', ['梅园3栋', '兰园3栋'], false],
])('whether %s beside %j could mean several: %s', (text, others, expected) => {
  expect(
    isToldApart(
      said(text),
      others.map((other) => said(other)),
    ),
  ).toBe(expected);
});

test.each([
  ['锦绣花园', '锦绣花园', ''],
  ['锦绣花园小区', '锦绣花园', ''],
  ['锦绣花园', '锦绣花园小区', ''],
  ['锦绣花园', '万科锦绣花园', ''],
  ['锦绣', '锦绣花园', ''],
  ['锦绣花园梅园', '锦绣花园', '梅园'],
  ['锦绣苑', '锦绣花园', '锦绣苑'],
  ['花园', '锦绣花园', '花园'],
  ['翠湖', '翠湖香山别苑', '翠湖'],
  ['碧桂园', '碧桂园凤凰城', ''],
])('%s in %s leaves %j', (words, own, left) => {
  expect(withoutOwnName(words, [own])).toBe(left);
});

const garden = fc
  .tuple(
    fc.constantFrom(...'梅兰竹菊翠湖山海云枫桂松'),
    fc.constantFrom('园', '苑', '庭', '轩', '区', '花园', '组团', ''),
  )
  .map(([one, kind]) => `${one}${kind}`);
const number = fc.oneof(fc.integer({ min: 1, max: 99 }).map(String), fc.constantFrom('A', 'B', '3A'));

test('two different words never give one building, in whatever order files come', () => {
  const texts = fc.array(fc.tuple(fc.option(garden, { nil: '' }), fc.constantFrom('', '一期', '二期')), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(texts, number, (rows, of) => {
      const codes = new Map<string, Set<string>>();
      let buildings: KnownBuilding[] = [];
      for (const [words, phase] of rows) {
        const one = said(`${phase}${words}${of}栋`);
        const { code, next } = after(one, buildings);
        buildings = next;
        if (code && words !== '') codes.set(code, new Set([...(codes.get(code) ?? []), one.words]));
      }
      for (const words of codes.values()) expect(words.size).toBe(1);
    }),
  );
});

test('writing the project’s name or not gives one building, and again the same', () => {
  fc.assert(
    fc.property(
      fc.option(garden, { nil: '' }),
      number,
      fc.shuffledSubarray(['', '锦绣花园', '万科锦绣花园', '深圳市南山区锦绣花园']),
      (words, of, names) => {
        let buildings: KnownBuilding[] = [];
        for (const name of [...names, ...names]) buildings = after(said(`${name}${words}${of}栋`), buildings).next;
        expect(buildings.length).toBe(names.length === 0 ? 0 : 1);
      },
    ),
  );
});

function told(one: BuildingSaid, there: readonly KnownBuilding[], others: readonly BuildingSaid[] = []): string {
  const meant = buildingMeant(one, there, others);
  if ('among' in meant) return `among ${meant.among.map(({ code }) => code).join(' ')}`;
  if ('make' in meant) return inWords('make', meant.make.code, meant.make);
  return inWords('there', meant.there.code, meant.call);
}

function inWords(what: string, code: string, call: Pick<KnownBuilding, 'calledWords' | 'calledPhase'> = {}): string {
  const called = [call.calledWords, call.calledPhase].filter(Boolean).join(' ');
  return called === '' ? `${what} ${code}` : `${what} ${code} called ${called}`;
}

/** What there is once a row has gone in. */
function after(one: BuildingSaid, there: readonly KnownBuilding[]): { code?: string; next: KnownBuilding[] } {
  const meant = buildingMeant(one, there);
  if ('among' in meant) return { next: [...there] };
  if ('make' in meant)
    return { code: meant.make.code, next: [...there, { ...meant.make, ...(one.phase && { phase: one.phase }) }] };
  const next = there.map((each) => (each === meant.there ? { ...each, ...meant.call } : each));
  return { code: meant.there.code, next };
}
