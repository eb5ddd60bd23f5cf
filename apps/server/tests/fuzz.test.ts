import { fuzz, type House, openHouse } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capabilities } from '../capabilities.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ capabilities });
  await house.project();
});
afterAll(() => house?.close());

// The full walk of 20,000 requests is part of `npm run soak`.
const requests = Number(process.env.YILU_FUZZ_REQUESTS ?? 1_500);
const seed = Number(process.env.YILU_FUZZ_SEED ?? 20261121);

test('no request made from the shapes breaks the server or goes unanswered', { timeout: 1_800_000 }, async () => {
  // Ending one's own session is tried elsewhere; here it would only end the walk.
  const endpoints = capabilities
    .flatMap(({ routes = [] }) => routes.map(({ endpoint }) => endpoint))
    .filter(({ permission }) => permission !== 'public');
  const report = await fuzz(house.as('administrator'), endpoints, { seed, requests });
  expect(report.broken).toEqual([]);
  // A walk that is refused everywhere proves nothing.
  expect(report.statuses[200] ?? 0).toBeGreaterThan(requests / 50);
});
