import { afterEach, expect, test, vi } from 'vitest';
import { newId } from './new-id.ts';

afterEach(() => void vi.useRealTimers());

test('ids are of version 7 and sort as they came to be, also while the clock stands still or goes back', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 23) });
  const ids = Array.from({ length: 10_000 }, newId);
  vi.setSystemTime(Date.UTC(2026, 10, 22));
  ids.push(newId());
  vi.setSystemTime(Date.UTC(2026, 10, 24));
  const later = newId();
  expect([...ids, later]).toEqual([...new Set([...ids, later])].toSorted());
  expect(later).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(later.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 24));
});
