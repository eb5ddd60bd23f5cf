import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportedPerson } from '../contract/index.ts';
import { joinRows, type KnownPeople, type KnownPerson } from './joining.ts';

// Few names, phones and homes, so that namesakes share them: what one row brings to somebody must not draw away another row.

const row = fc
  .record({
    name: fc.constantFrom('张三', '李四'),
    phones: fc.shuffledSubarray(['1', '2', '3'], { maxLength: 2 }),
    rooms: fc.shuffledSubarray(['r1', 'r2', 'r3'], { maxLength: 2 }),
  })
  // A name alone never joins.
  .filter(({ phones, rooms }) => phones.length + rooms.length > 0)
  .map(
    ({ name, phones, rooms }): ImportedPerson => ({
      ref: 0,
      kind: 'natural',
      name,
      phones: phones.map((number) => ({ number })),
      projectId: 'here',
      parties: rooms.map((roomId) => ({ roomId, role: 'owner' })),
      answers: [],
    }),
  );
const file = fc.array(row, { minLength: 1, maxLength: 10 });

test('whoever a row went to is found by the same row again, whatever other rows brought to whom', () => {
  fc.assert(
    fc.property(file, file, (earlier, rows) => {
      const book = emptyBook();
      book.bringIn(earlier);
      const first = book.bringIn(rows);
      expect(book.bringIn(rows)).toEqual(first);
    }),
    { numRuns: 3_000, seed: 7 },
  );
});

/** What the tables hold: phones and homes, each with their people in the order in which they came to it. */
function emptyBook() {
  const people = new Map<string, Omit<KnownPerson, 'personId'>>();
  const byPhone = new Map<string, Set<string>>();
  const byRoom = new Map<string, Set<string>>();
  const held = (all: ReadonlyMap<string, ReadonlySet<string>>): KnownPeople['byPhone'] =>
    new Map(
      [...all].map(([key, ids]) => [
        key,
        [...ids].map((personId) => ({ personId, nameKey: '', hasPhone: false, ...people.get(personId) })),
      ]),
    );
  let made = 0;
  return {
    bringIn(rows: readonly ImportedPerson[]): string[] {
      const joined = joinRows(
        rows,
        { byPhone: held(byPhone), byRoom: held(byRoom), byIdentity: new Map(), bySource: new Map() },
        { newId: () => `person${++made}`, hashOf: () => undefined, sourcesOf: () => [] },
      );
      for (const { row: brought, personId } of joined) {
        const hasPhone = brought.phones.length > 0 || (people.get(personId)?.hasPhone ?? false);
        people.set(personId, { nameKey: brought.name, hasPhone });
        for (const { number } of brought.phones) add(byPhone, number, personId);
        for (const { roomId } of brought.parties) add(byRoom, roomId, personId);
      }
      return joined.map(({ personId }) => personId);
    },
  };
}

function add(index: Map<string, Set<string>>, key: string, personId: string): void {
  index.set(key, (index.get(key) ?? new Set()).add(personId));
}
