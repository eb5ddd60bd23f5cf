import { permission } from '@yilu/platform/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesFor, permissionsOfRole, permissionsOfRoles } from './permissions.ts';

const text = { zh: '', en: '' };
const declared = [
  permission('a.see', text, ['housekeeper', 'projectManager']),
  permission('a.edit', text, ['projectManager']),
  permission('a.own', text, []),
];

test.each([
  ['a shipped role has what declares it', { id: 'housekeeper', added: [], removed: [] }, ['a.see']],
  ['a company may add', { id: 'housekeeper', added: ['a.edit'], removed: [] }, ['a.see', 'a.edit']],
  ['and take away', { id: 'projectManager', added: [], removed: ['a.edit'] }, ['a.see']],
  [
    'an administrator has all, whatever a row says',
    { id: 'administrator', added: [], removed: ['a.see'] },
    ['a.see', 'a.edit', 'a.own'],
  ],
  ['an own role has what was added', { id: 'nightWatch', added: ['a.own'], removed: [] }, ['a.own']],
  ['what no capability declares any more is gone', { id: 'nightWatch', added: ['old.gone'], removed: [] }, []],
])('%s', (_, role, permissions) => {
  expect(permissionsOfRole(role, declared)).toEqual(permissions);
});

test('several roles allow together what each allows', () => {
  const both = permissionsOfRoles(
    [
      { id: 'housekeeper', added: [], removed: ['a.see'] },
      { id: 'nightWatch', added: ['a.own'], removed: [] },
    ],
    declared,
  );
  expect([...both]).toEqual(['a.own']);
});

test('any wish for a role is kept exactly by its differences', () => {
  const ids = declared.map(({ id }) => id);
  fc.assert(
    fc.property(fc.subarray(ids), fc.constantFrom('housekeeper', 'projectManager', 'nightWatch'), (wanted, id) => {
      expect(permissionsOfRole({ id, ...differencesFor(id, wanted, declared) }, declared)).toEqual(wanted);
    }),
  );
});
