import { expect, test } from 'vitest';
import { type CompanyNode, groupStays, ownDescendant, wrongParent } from '../contract/index.ts';
import { inherited, nodesInReach, refusalToMove, refusalToStandUnder } from './companies.ts';

const node = (id: string, kind: CompanyNode['kind'], path: string[], more: Partial<CompanyNode> = {}): CompanyNode => ({
  id,
  kind,
  path,
  name: id,
  pinyin: id,
  version: 1,
  ...more,
});
const group = node('group', 'group', ['group'], { developer: '和光地产', propertyCompany: '和光物业' });
const east = node('east', 'region', ['group', 'east'], { propertyCompany: '和光物业华东' });
const suzhou = node('suzhou', 'city', ['group', 'east', 'suzhou']);
const lan = node('lan', 'project', ['group', 'east', 'suzhou', 'lan']);
const qing = node('qing', 'project', ['group', 'qing'], { developer: '清和置业' });
const nodes = [group, east, suzhou, lan, qing];

test.each([
  ['region', group, undefined],
  ['city', east, undefined],
  ['project', suzhou, undefined],
  ['project', group, undefined],
  ['region', east, wrongParent],
  ['city', lan, wrongParent],
  ['project', lan, wrongParent],
  ['group', group, wrongParent],
] as const)('a %s under %o', (kind, parent, expected) => {
  expect(refusalToStandUnder(kind, parent)).toEqual(expected);
});

test('nothing moves below itself, and the group never moves', () => {
  expect(refusalToMove(east, suzhou)).toEqual(ownDescendant);
  expect(refusalToMove(east, east)).toEqual(ownDescendant);
  expect(refusalToMove(group, east)).toEqual(groupStays);
  expect(refusalToMove(lan, group)).toBeUndefined();
});

test('the nearest company above says who builds and who manages', () => {
  expect(inherited(nodes, 'lan', 'developer')).toBe('和光地产');
  expect(inherited(nodes, 'lan', 'propertyCompany')).toBe('和光物业华东');
  expect(inherited(nodes, 'qing', 'developer')).toBe('清和置业');
  expect(inherited(nodes, 'qing', 'letterhead')).toBeUndefined();
});

test('whoever has one project sees it and the companies above, not the neighbour', () => {
  expect(nodesInReach(nodes, ['lan']).map(({ id }) => id)).toEqual(['group', 'east', 'suzhou', 'lan']);
  expect(nodesInReach(nodes, [])).toEqual([]);
});
