import type { Parameter } from '@yilu/platform/contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { capabilities } from '../apps/server/capabilities.ts';

const parameters = capabilities.flatMap((capability) => capability.parameters ?? []);

test('every choice and every part of a parameter has a name in both languages', () => {
  const nameless = parameters.flatMap((parameter) =>
    namesWithin(parameter)
      .filter((name) => !parameter.words?.[name]?.zh || !parameter.words[name].en)
      .map((name) => `${parameter.key}: ${name}`),
  );
  expect(nameless).toEqual([]);
});

test('whatever lies between 0 and 1 and is no whole number is told as per cent', () => {
  const shares = parameters.filter(({ shape }) => {
    const { type, maximum } = z.toJSONSchema(shape, { unrepresentable: 'any' });
    return type === 'number' && maximum === 1;
  });
  expect(shares.filter(({ isShare }) => !isShare).map(({ key }) => key)).toEqual([]);
  expect(shares.length).toBeGreaterThan(0);
});

/** What a page would have to show of the value besides figures and free words. */
function namesWithin({ shape, default: value }: Parameter): string[] {
  const { type, enum: choices, items, properties } = z.toJSONSchema(shape, { unrepresentable: 'any' });
  const within = typeof items === 'object' && 'enum' in items ? items.enum : undefined;
  const parts = type === 'object' ? Object.keys(properties ?? (value as object)) : [];
  return [...(choices ?? within ?? []), ...parts].map(String);
}
