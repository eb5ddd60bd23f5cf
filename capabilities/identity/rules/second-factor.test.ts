import { expect, test } from 'vitest';
import { acceptedSteps } from './second-factor.ts';

// 59 s after the epoch is the first case of RFC 6238: step 1.
test.each<[string, number, number, number[]]>([
  ['the present step and its neighbours are accepted', 59, -1, [1, 0, 2]],
  ['a step changes at its thirtieth second', 60, -1, [2, 1, 3]],
  ['a used step and those before are not accepted again', 59, 1, [2]],
  ['a code of the next step uses up the present one', 59, 2, []],
])('%s', (_, seconds, lastStep, steps) => {
  expect(acceptedSteps(new Date(seconds * 1_000), lastStep)).toEqual(steps);
});
