import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { beingWaitedFor, breathe, isAskedOfLate, makeWay } from './breath.ts';

/** Longer than any stretch of bulk work. */
function workOn(): void {
  const until = performance.now() + 6;
  while (performance.now() < until);
}

test('bulk work gives others one turn; what nobody waits for stands still until they have their answer', async () => {
  expect(isAskedOfLate()).toBe(false);
  const orderOf = async (pause: () => Promise<void>) => {
    const order: string[] = [];
    workOn();
    const request = beingWaitedFor(async () => {
      await nextTurn();
      await nextTurn();
      order.push('answered');
    });
    expect(isAskedOfLate()).toBe(true);
    await pause();
    order.push('went on');
    await request;
    return order;
  };
  expect(await orderOf(breathe)).toEqual(['went on', 'answered']);
  expect(await orderOf(makeWay)).toEqual(['answered', 'went on']);
  expect(isAskedOfLate()).toBe(true);
});

test('an answer that takes long does not keep background work for ever', async () => {
  const answer = Promise.withResolvers<void>();
  const request = beingWaitedFor(() => answer.promise);
  workOn();
  await makeWay();
  answer.resolve();
  await request;
});
