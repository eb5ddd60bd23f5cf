import { expect, test } from 'vitest';
import { z } from 'zod';
import { endpoint, PageQuery } from '../../contract/index.ts';
import { partsOf } from './parts.ts';

const say = { permission: 'signedIn', summary: '', tag: 'test' } as const;
const list = endpoint({ method: 'GET', path: '/people', query: PageQuery.extend({ q: z.string() }), ...say });
const rename = endpoint({
  method: 'PATCH',
  path: '/people/:personId/name',
  params: z.object({ personId: z.string() }),
  query: z.object({ dryRun: z.boolean().optional() }),
  body: z.object({ name: z.string(), version: z.int() }),
  ...say,
});
const remove = endpoint({
  method: 'DELETE',
  path: '/people/:personId',
  params: z.object({ personId: z.string() }),
  ...say,
});

test('a question goes into the query, absence left out', () => {
  expect(partsOf(list, { q: '许 静', cursor: undefined, limit: 20 })).toEqual({
    url: '/api/people?q=%E8%AE%B8+%E9%9D%99&limit=20',
    body: undefined,
  });
});

test('a write splits into path, query and body by its shapes', () => {
  expect(partsOf(rename, { personId: 'a/b', dryRun: true, name: '许静安', version: 3 })).toEqual({
    url: '/api/people/a%2Fb/name?dryRun=true',
    body: { name: '许静安', version: 3 },
  });
});

test('a write without a body sends none', () => {
  expect(partsOf(remove, { personId: '1' })).toEqual({ url: '/api/people/1', body: undefined });
});
