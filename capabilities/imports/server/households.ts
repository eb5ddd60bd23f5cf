import type { ImportedPerson } from '@yilu/customers/contract';
import type { PersonRead } from '../contract/index.ts';
import type { Line } from './bringing.ts';

/** Somebody of a batch, on the way to the customers. */
export interface GivenPerson {
  readonly line: Line;
  readonly person: ImportedPerson;
  /** The one whom the row is about. */
  readonly isFirst: boolean;
  /** Where the first person of the same row stands. */
  readonly first: number;
  /** As the row has them; absent of somebody linked by number. */
  readonly read?: PersonRead;
  readonly home?: string | undefined;
  /** The owner of a home from a batch before, named once more so that this batch can speak of them. */
  readonly isAside?: true;
}

type Relation = NonNullable<ImportedPerson['relations']>[number];

/**
 * Families by what the rows say: of others in a row to its first person, of a row of its own to the owner of the home in the
 * rows before. A child's link stands with the parent (DOS-18).
 */
export function withRelations(given: readonly GivenPerson[]): ImportedPerson[] {
  const relations = new Map<number, Relation[]>();
  const link = (from: number, toRef: number, kind: Relation['kind']) =>
    void relations.set(from, [...(relations.get(from) ?? []), { toRef, kind }]);
  const owners = new Map<string, number>();

  given.forEach(({ read, first, home, isAside }, ref) => {
    if (home !== undefined && (isAside || (read?.role === 'owner' && !read.endedOn)) && !owners.has(home))
      owners.set(home, ref);
    if (!read?.relation) return;
    const to = ref === first ? owners.get(home ?? '') : first;
    if (to === undefined) return;
    if (read.relation === 'child') link(to, ref, 'parent');
    else link(ref, to, read.relation);
  });
  return given.map(({ person }, ref) => {
    const of = relations.get(ref);
    return of ? { ...person, relations: of } : person;
  });
}
