import { expect, test } from 'vitest';
import { basementOf, onWhateverFloor, spaceCodeOf, writtenOtherwise } from './spaces.ts';

test.each([
  ['B1-023', 'B1-023'],
  ['负二层B2-014', 'B2-014'],
  ['b1-023', 'B1-023'],
  ['负一层-023', 'B1-023'],
  ['负1层023号', 'B1-023'],
  ['B1层023', 'B1-023'],
  ['B1层023号车位', 'B1-023'],
  ['-1F-023', 'B1-023'],
  ['-1-023', 'B1-023'],
  ['地下一层023', 'B1-023'],
  ['地下负二层 023', 'B2-023'],
  ['Ｂ１－０２３', 'B1-023'],
  ['B1F-A025', 'B1-A025'],
  ['负一层A区025', 'B1-A区025'],
  ['A区026', 'A区026'],
  ['人防-012', '人防-012'],
  ['车位023', '023'],
  ['023', '023'],
  ['1-023', '1-023'],
  ['B1023', 'B1023'],
  ['B-12', 'B-12'],
])('the space %s is %s', (text, code) => {
  expect(spaceCodeOf(text)).toBe(code);
});

test.each([
  ['负一层', '1'],
  ['地下负一层', '1'],
  ['地下二层车库', '2'],
  ['B1', '1'],
  ['-2F', '2'],
  ['西区车库', undefined],
  ['地下车库', undefined],
])('%s is the basement floor %s', (text, floor) => {
  expect(basementOf(text)).toBe(floor);
});

test.each([
  ['S-101', 'S101'],
  ['S101', 'S-101'],
  ['A12', 'A-12'],
  ['B1-023', undefined],
  ['023', undefined],
  ['人防-012', undefined],
])('%s may be written %s', (number, other) => {
  expect(writtenOtherwise(number)).toBe(other);
});

test.each([
  ['012', 'B1-012'],
  ['A区-012', 'A区-B1-012'],
  ['B1-012', undefined],
  ['A区-B1-012', undefined],
])('a space %s may be %s', (number, first) => {
  expect(onWhateverFloor(number)[0]).toBe(first);
});
