import { expect, test } from 'vitest';
import type { RelationGraph } from '../contract/index.ts';
import { type Branch, branchesOf, placesOf } from './relation-tree.ts';

const people = (...rings: readonly string[][]): RelationGraph['people'] =>
  rings.flatMap((names, depth) => names.map((name) => ({ personId: name, name, depth })));
const link = (fromId: string, kind: RelationGraph['links'][number]['kind'], toId: string) => ({
  id: `${fromId}-${kind}-${toId}`,
  fromId,
  toId,
  kind,
});
const said = (branch: Branch): unknown => [branch.name, branch.seenAs.join('+'), branch.beyond.map(said)];

test.each<[string, RelationGraph, unknown]>([
  ['nobody around', { people: people(['我']), links: [] }, []],
  [
    'a spouse, and the spouse’s mother beyond',
    { people: people(['我'], ['妻'], ['岳母']), links: [link('妻', 'spouse', '我'), link('岳母', 'parent', '妻')] },
    [['妻', 'spouse', [['岳母', 'parent', []]]]],
  ],
  [
    'from the other side a parent has a child, a referrer somebody referred',
    { people: people(['我'], ['女', '客']), links: [link('我', 'parent', '女'), link('我', 'referrer', '客')] },
    [
      ['女', 'child', []],
      ['客', 'referred', []],
    ],
  ],
  [
    'linked twice stands once',
    { people: people(['我'], ['友']), links: [link('友', 'friend', '我'), link('友', 'colleague', '我')] },
    [['友', 'friend+colleague', []]],
  ],
  [
    'reached over two, stands beneath the first',
    {
      people: people(['我'], ['甲', '乙'], ['丙']),
      links: [
        link('甲', 'friend', '我'),
        link('乙', 'friend', '我'),
        link('甲', 'friend', '丙'),
        link('乙', 'friend', '丙'),
      ],
    },
    [
      ['甲', 'friend', [['丙', 'friend', []]]],
      ['乙', 'friend', []],
    ],
  ],
])('%s', (_, graph, expected) => {
  expect(branchesOf(graph).map(said)).toEqual(expected);
});

test('a link between two who stand elsewhere is said of both', () => {
  const [first, second] = branchesOf({
    people: people(['我'], ['妻', '女']),
    links: [link('妻', 'spouse', '我'), link('我', 'parent', '女'), link('妻', 'parent', '女')],
  });
  expect(first?.also).toEqual([{ personId: '女', name: '女', seenAs: 'child' }]);
  expect(second?.also).toEqual([{ personId: '妻', name: '妻', seenAs: 'parent' }]);
});

test('nobody is drawn on somebody, and nobody outside', () => {
  const first = Array.from({ length: 12 }, (_, at) => `甲${at}`);
  const second = Array.from({ length: 40 }, (_, at) => `乙${at}`);
  const placed = placesOf(
    branchesOf({
      people: people(['我'], first, second),
      links: [
        ...first.map((name) => link(name, 'friend', '我')),
        ...second.map((name, at) => link(name, 'friend', first[at % 5] ?? '')),
      ],
    }),
  );
  expect(placed).toHaveLength(52);
  for (const one of placed) {
    expect(Math.hypot(one.x, one.y)).toBeLessThanOrEqual(1 + 1e-9);
    for (const other of placed)
      if (other !== one) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(0.03);
  }
});
