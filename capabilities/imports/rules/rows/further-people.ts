import type { Day } from '@yilu/platform/contract';
import type { Cell } from '../../contract/cell.ts';
import type { Field } from '../../contract/field.ts';
import type { PersonRead } from '../../contract/read-row.ts';
import { readNames } from '../values/name.ts';
import { readIds, sexOfAddress } from '../values/person.ts';
import { readPhones } from '../values/phone.ts';
import { type OpenRow, present } from './open-row.ts';
import { identityOf, leaseEnded } from './people.ts';

/** Co-owners, spouse and tenants whom a row names in columns of their own; `shares` are those that the named people left. */
export function readFurtherPeople(row: OpenRow, today: Day, shares: readonly number[]): PersonRead[] {
  const coOwners = row
    .cells('coOwner')
    .flatMap(({ cell }, at) => peopleIn(row, cell, { phone: ['coOwnerPhone', at], id: ['coOwnerId', at] }))
    .map((person, at) => present({ ...person, role: 'coOwner', share: shares[at] }) as PersonRead);
  const spouses = peopleIn(row, row.cell('spouse'), { phone: ['spousePhone', 0] }).map(
    (person): PersonRead => ({ ...person, role: 'family', isSpouse: true }),
  );
  const tenants = peopleIn(row, row.cell('tenant'), { phone: ['tenantPhone', 0], id: ['tenantId', 0] });
  if (tenants.length === 0) return [...coOwners, ...spouses];
  const startedOn = row.day('livesFrom');
  const hasLeft = leaseEnded(row, today) || undefined;
  return [
    ...coOwners,
    ...spouses,
    ...tenants.map((person) => present({ ...person, role: 'tenant', startedOn, hasLeft }) as PersonRead),
  ];
}

interface Beside {
  readonly phone: readonly [Field, number];
  readonly id?: readonly [Field, number];
}

function peopleIn(row: OpenRow, cell: Cell, { phone, id }: Beside): Omit<PersonRead, 'role'>[] {
  const names = readNames(cell);
  const phones = row.cells(phone[0])[phone[1]];
  const { groups, problems } = readPhones(phones?.cell);
  for (const problem of problems) row.noteAt(phones?.heading ?? '', problem);
  const given = id && row.cells(id[0])[id[1]];
  const ids = given ? readIds(given.cell) : [];
  for (const read of ids) if (read.state === 'broken') row.noteAt(given?.heading ?? '', read.reason);
  // Two names with two numbers in one group: one each.
  const [first] = groups;
  const each =
    names.length > 1 && groups.length === 1 && first?.length === names.length ? first.map((one) => [one]) : groups;
  return names.map((name, at) => {
    const read = ids[at];
    const known = read?.state === 'value' ? read.value : undefined;
    return present({
      ...name,
      phones: each[at] ?? [],
      sex: known?.sex ?? sexOfAddress(name.name),
      birthDate: known?.birthDate,
      identity: identityOf(known),
    }) as Omit<PersonRead, 'role'>;
  });
}
