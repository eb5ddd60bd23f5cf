import type { Day } from '@yilu/platform/contract';
import type { ImportedKind } from '../../contract/kind.ts';
import { phoneOfNobody } from '../../contract/problems.ts';
import type { PersonRead } from '../../contract/read-row.ts';
import { sideOf } from '../recognise/couples.ts';
import { readShares } from '../values/person.ts';
import { readPhones } from '../values/phone.ts';
import { readFurtherPeople } from './further-people.ts';
import type { OpenRow } from './open-row.ts';
import { namedPeople } from './people.ts';
import { formerOwners } from './transfer.ts';

/**
 * The people of a row in order: those of the name column, then co-owners, spouse and tenants of columns of their own,
 * and last who owned the home before. Sex,
 * birth and age are the first one's; phones, ID numbers and shares go by the cell's separators or by the names beside them.
 */
export function readPeople(row: OpenRow, kind: ImportedKind, today: Day): PersonRead[] {
  const now = peopleNow(row, kind, today);
  return [...now, ...formerOwners(row, today, now)];
}

function peopleNow(row: OpenRow, kind: ImportedKind, today: Day): PersonRead[] {
  const shares = row.take('share', readShares) ?? [];
  const named = namedPeople(row, kind, today, shares);
  const further = readFurtherPeople(row, today, shares.slice(named.length));
  if (further.length === 0) return named;
  if (named.length === 0) {
    for (const { cell, heading } of row.cells('phone'))
      if (readPhones(cell).groups.length > 0) row.noteAt(heading, phoneOfNobody);
  }
  const [only] = further;
  // 男主人 is blank and 女主人 is not: she is whom the row is about.
  if (named.length === 0 && only?.relation === 'spouse' && sideOf(row.heading('spouse')) !== undefined) {
    const { relation: _, ...person } = only;
    return [{ ...person, role: kind === 'residents' ? 'resident' : 'owner' }, ...further.slice(1)];
  }
  // 共同购房人 often repeats whom the buyers' column names already, and a list of a family begins with its owner.
  const [owner] = named;
  const self = further.find(({ name, relation }) => name === owner?.name && relation === undefined);
  if (owner && self && owner.phones.length === 0) {
    const { role: _, ...told } = self;
    return [{ ...told, ...owner, phones: self.phones }, ...named.slice(1), ...further.filter((one) => one !== self)];
  }
  const isAgain = (one: PersonRead) =>
    named.some(
      ({ name, phones }) => name === one.name && (one.phones.length === 0 || phones.includes(one.phones[0] ?? '')),
    );
  return [...named, ...further.filter((one) => !isAgain(one))];
}
