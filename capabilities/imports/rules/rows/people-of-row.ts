import type { Day } from '@yilu/platform/contract';
import type { ImportedKind } from '../../contract/kind.ts';
import type { PersonRead } from '../../contract/read-row.ts';
import { readShares } from '../values/person.ts';
import { readFurtherPeople } from './further-people.ts';
import type { OpenRow } from './open-row.ts';
import { namedPeople } from './people.ts';

/**
 * The people of a row in order: those of the name column, then co-owners, spouse and tenants of columns of their own. Sex,
 * birth and age are the first one's; phones, ID numbers and shares go by the cell's separators or by the names beside them.
 */
export function readPeople(row: OpenRow, kind: ImportedKind, today: Day): PersonRead[] {
  const shares = row.take('share', readShares) ?? [];
  const named = namedPeople(row, kind, today, shares);
  return [...named, ...readFurtherPeople(row, today, shares.slice(named.length))];
}
