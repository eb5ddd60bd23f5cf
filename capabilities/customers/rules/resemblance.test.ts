import { expect, test } from 'vitest';
import { type Lead, mustBeCompared, resemblancesOf } from './resemblance.ts';

const zhang = { personId: 'p1', name: '张三', nameKey: '张三', inReach: true };
const newcomer = { nameKey: '张三', hasPhone: true };

test.each<[string, Lead[], string]>([
  ['the same phone and name', [{ ...zhang, likeness: 'samePhone', number: '13857120046' }], 'certain'],
  [
    'the same phone, another name',
    [{ ...zhang, nameKey: '李四', likeness: 'samePhone', number: '13857120046' }],
    'probable',
  ],
  ['the same ID number and name', [{ ...zhang, likeness: 'sameIdentity' }], 'certain'],
  ['the same name and room', [{ ...zhang, likeness: 'sameRoom', hasPhone: true }], 'probable'],
  ['the same name, and the other has no phone', [{ ...zhang, likeness: 'sameName', hasPhone: false }], 'probable'],
  ['the same name, and both have another phone', [{ ...zhang, likeness: 'sameName', hasPhone: true }], 'hint'],
  ['a name that sounds the same', [{ ...zhang, nameKey: '章三', likeness: 'samePinyin' }], 'hint'],
  ['only the same room', [{ ...zhang, nameKey: '李四', likeness: 'sameRoom' }], 'hint'],
])('%s', (_, leads, strength) => {
  const found = resemblancesOf(newcomer, leads);
  expect(found.map((one) => one.strength)).toEqual([strength]);
  expect(mustBeCompared(found)).toBe(strength !== 'hint');
});

test('outside one’s reach the name is masked, and the phone everywhere', () => {
  const lead: Lead = { ...zhang, inReach: false, likeness: 'samePhone', number: '13857120046' };
  expect(resemblancesOf(newcomer, [lead])).toEqual([
    {
      personId: 'p1',
      name: '张*',
      maskedPhone: '138****0046',
      inReach: false,
      reasons: ['samePhone', 'sameName'],
      strength: 'certain',
    },
  ]);
});

test('one person found in two ways is one line, the strongest first', () => {
  const found = resemblancesOf(newcomer, [
    { ...zhang, personId: 'p2', nameKey: '章三', likeness: 'samePinyin' },
    { ...zhang, likeness: 'sameName', hasPhone: true },
    { ...zhang, likeness: 'samePhone', number: '13857120046' },
  ]);
  expect(found.map(({ personId, reasons }) => [personId, reasons])).toEqual([
    ['p1', ['samePhone', 'sameName']],
    ['p2', ['samePinyin']],
  ]);
});
