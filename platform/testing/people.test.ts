import { expect, test } from 'vitest';
import { chance, idNumber, mobile, personName, roomLabel } from './people.ts';

test('the same seed makes the same people', () => {
  const family = (seed: number) => {
    const dice = chance(seed);
    return Array.from({ length: 20 }, () => [personName(dice), mobile(dice), idNumber(dice)]);
  };
  expect(family(7)).toEqual(family(7));
  expect(family(7)).not.toEqual(family(8));
});

test('names, phones and ID numbers have the shapes of real ones', () => {
  const dice = chance(1);
  for (let round = 0; round < 500; round++) {
    expect(personName(dice)).toMatch(/^\p{Script=Han}{2,4}$/u);
    expect(mobile(dice)).toMatch(/^1[3-9]\d{9}$/);
    expect(idNumber(dice)).toMatch(/^\d{17}[\dX]$/);
  }
});

test('the check digit of an ID number is that of GB 11643', () => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
  const number = idNumber(chance(3));
  const sum = weights.reduce(
    (total, weight, place) => total + weight * (number[place] === 'X' ? 10 : Number(number[place])),
    0,
  );
  expect(sum % 11).toBe(1);
});

test('a room is called by building, unit, floor and place', () => {
  expect(roomLabel({ building: 3, unit: 1, floor: 12, place: 2 })).toBe('3-1-1202');
});
