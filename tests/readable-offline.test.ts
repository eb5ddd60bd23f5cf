import { expect, test } from 'vitest';
import { readableOffline } from '../apps/console/shell/readable-offline.ts';
import { capabilities } from '../apps/server/capabilities.ts';

test('what a device keeps for reading without a network are answers that there are, and none of them reveals a phone', () => {
  const asked = capabilities
    .flatMap(({ routes = [] }) => routes)
    .map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`);
  expect(readableOffline.filter((name) => !asked.includes(name))).toEqual([]);
  expect(readableOffline.filter((name) => !name.startsWith('GET ') || /reveal|search|audit/.test(name))).toEqual([]);
});
