import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '../../contract/index.ts';
import { type House, openHouse } from '../../testing/index.ts';
import {
  dayArray,
  type GrowingArray,
  intArray,
  smallintArray,
  textArray,
  uuidArray,
} from '../database/binary-array.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ capabilities: [], at: '2026-11-22T02:00:00Z' });
});
afterAll(() => house.close());

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.array(fc.option(value, { nil: undefined }), { maxLength: 40 });
const day = fc.integer({ min: -70_000, max: 70_000 }).map((days) => addDays('2000-01-01' as Day, days));
const smallint = fc.integer({ min: -32_768, max: 32_767 });
const int = fc.integer({ min: -2_147_483_648, max: 2_147_483_647 });
// PostgreSQL keeps no NUL, and no half of a sign.
const text = fc.string({ unit: 'grapheme', maxLength: 2_000 }).filter((given) => !given.includes('\0'));

test('what is sent in binary arrives as it was, absence as null', async () => {
  await fc.assert(
    fc.asyncProperty(maybe(day), maybe(smallint), maybe(int), maybe(text), fc.array(fc.uuid()), async (...given) => {
      const [days, smallints, ints, texts, ids] = given;
      const [arrived] = await house.sql(
        `select array(select each::text from unnest($1::date[]) each) as days, $2::smallint[] as smallints, $3::int[] as ints,
                $4::text[] as texts, array(select each::text from unnest($5::uuid[]) each) as ids`,
        [
          filled(dayArray(), days),
          filled(smallintArray(), smallints),
          filled(intArray(), ints),
          filled(textArray(), texts),
          uuidArray(ids),
        ],
      );
      expect(arrived).toEqual({
        days: orNull(days),
        smallints: orNull(smallints),
        ints: orNull(ints),
        texts: orNull(texts),
        ids,
      });
    }),
    { numRuns: 60, seed: 20261208, endOnFailure: true },
  );
});

function filled<Value>(array: GrowingArray<Value>, values: readonly (Value | undefined)[]): Buffer {
  for (const value of values) array.add(value);
  return array.bytes();
}

const orNull = (values: readonly unknown[]) => values.map((value) => value ?? null);
