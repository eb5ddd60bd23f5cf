import { type Endpoint, shippedRoles } from '@yilu/platform/contract';
import { chance, type House, openHouse, sampleOf } from '@yilu/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capabilities } from '../capabilities.ts';

// Every endpoint × every role: open or closed exactly as declared. Generated from the endpoint list, so that a new
// endpoint is tried the moment it exists.

const endpoints = capabilities.flatMap(({ routes = [] }) => routes.map(({ endpoint }) => endpoint));
const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;

let house: House;
beforeAll(async () => {
  house = await openHouse({ capabilities });
});
afterAll(() => house?.close());

/** Input that the shapes accept, for nothing that exists: what is left to decide is who asks. */
const inputs = new Map(endpoints.map((endpoint) => [endpoint, inputFor(endpoint)]));

function inputFor({ params, query, body }: Endpoint): Record<string, unknown> {
  const random = chance(7);
  return Object.assign({}, ...[params, query, body].map((shape) => sampleOf(shape, random)));
}

test('no two endpoints share an address, and each says what it does', () => {
  const names = endpoints.map(nameOf);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  expect(endpoints.filter(({ summary, tag }) => !/^[A-Z].*[.?]$/.test(summary) || tag === '').map(nameOf)).toEqual([]);
});

test('each permission is granted to somebody besides administrators, or says why not by being one of theirs', () => {
  const ids = capabilities.flatMap(({ permissions = [] }) => permissions.map(({ id }) => id));
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  const declared = new Set(ids);
  const used = endpoints.flatMap(({ permission }) => (typeof permission === 'string' ? [] : [permission.id]));
  expect(used.filter((id) => !declared.has(id))).toEqual([]);
});

test('what needs no permission is written here, so that a new endpoint without one is a decision', () => {
  const openTo = (guard: string) =>
    endpoints
      .filter(({ permission }) => permission === guard)
      .map(nameOf)
      .sort();
  expect(openTo('public')).toEqual(['GET /set-up', 'POST /session', 'POST /session/second-factor', 'POST /set-up']);
  expect(openTo('signedIn')).toEqual([
    'DELETE /me/sessions',
    'DELETE /me/sessions/:sessionId',
    'DELETE /session',
    'GET /colleagues',
    'GET /colleagues/names',
    'GET /lan-access',
    'GET /me',
    'GET /me/sessions',
    'GET /roles',
    'PATCH /me',
    'POST /me/second-factor',
    'POST /me/second-factor/backup-codes',
    'POST /me/second-factor/confirmation',
    'POST /me/second-factor/removal',
    'PUT /me/password',
  ]);
});

test('without signing in, only public endpoints answer', async () => {
  const open = [];
  for (const endpoint of endpoints) {
    const { body } = await house.nobody.exchange(endpoint, inputs.get(endpoint) as never);
    if (!body.includes('platform.sign_in_first')) open.push(nameOf(endpoint));
  }
  expect(open.sort()).toEqual(
    endpoints
      .filter(({ permission }) => permission === 'public')
      .map(nameOf)
      .sort(),
  );
});

describe.each(shippedRoles)('%s', (role) => {
  test('is let in and kept out as declared', async () => {
    const caller = house.as({ role, projects: [await house.project()] });
    const wrong = [];
    for (const endpoint of endpoints) {
      const { permission } = endpoint;
      // Signing in and setting up are tried by identity; here they would only change who is signed in.
      if (permission === 'public') continue;
      const { statusCode, body } = await caller.exchange(endpoint, inputs.get(endpoint) as never);
      const isDeclared = permission === 'signedIn' || role === 'administrator' || permission.grantedTo.includes(role);
      const isKeptOut = statusCode === 403 && body.includes('platform.not_permitted');
      if (isDeclared === isKeptOut || statusCode === 401)
        wrong.push(`${nameOf(endpoint)} answers ${statusCode} ${body.slice(0, 200)}`);
      if (statusCode >= 500) wrong.push(`${nameOf(endpoint)} breaks on what its own shapes accept: ${statusCode}`);
    }
    expect(wrong).toEqual([]);
  });
});
