import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

test('each is done whole before the next begins, and one that fails holds nobody up', async () => {
  const inTurn = oneAtATime();
  const seen: string[] = [];
  const inTwoSteps = (name: string) => async () => {
    seen.push(`${name} begins`);
    await nextTurn();
    if (name === 'second') throw new Error('cannot be judged');
    seen.push(`${name} ends`);
    return name;
  };
  const done = await Promise.allSettled(['first', 'second', 'third'].map((name) => inTurn(inTwoSteps(name))));
  expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'third begins', 'third ends']);
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
