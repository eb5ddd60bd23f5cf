import fc from 'fast-check';
import { expect, test } from 'vitest';
import { criteria, type Reason } from '../contract/index.ts';
import { keptReasons, reasonsKept } from './kept-reasons.ts';

const seen = fc.oneof(fc.string(), fc.integer(), fc.boolean());
const reason: fc.Arbitrary<Reason> = fc.record(
  {
    criterion: fc.constantFrom(...criteria.filter((one) => one !== 'missingField')),
    observed: seen,
    needed: fc.oneof(seen, fc.array(fc.integer())),
    met: fc.boolean(),
  },
  { requiredKeys: ['criterion', 'met'] },
);
const gap = (item: string, weight: number): Reason => ({
  criterion: 'missingField',
  observed: item,
  needed: weight,
  met: false,
});

test('what the history keeps of reasons gives them back', () => {
  fc.assert(
    fc.property(fc.array(fc.array(reason)), (ofLabels) => {
      const stored = JSON.parse(keptReasons(ofLabels)) as Parameters<typeof reasonsKept>[0][];
      expect(stored.map(reasonsKept)).toEqual(ofLabels);
    }),
  );
});

test('the gaps of a dossier stay behind the line they miss, in their order', () => {
  const reasons: Reason[] = [
    { criterion: 'completenessLine', observed: 34, needed: 100, met: false },
    gap('age', 2),
    gap('cars', 1),
    gap('brands', 1),
  ];
  const [stored] = JSON.parse(keptReasons([reasons])) as [Parameters<typeof reasonsKept>[0]];
  expect(reasonsKept(stored)).toEqual(reasons);
});

test('histories from before, at full length, are read as they stand', () => {
  const reasons: Reason[] = [{ criterion: 'signed', observed: '2025-02-01', met: true }, gap('age', 2)];
  expect(reasonsKept(reasons)).toEqual(reasons);
});
