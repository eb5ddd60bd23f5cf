import type { Day } from '@yilu/platform/contract';
import type { Cell } from '../../contract/cell.ts';
import type { Field } from '../../contract/field.ts';
import { childKeptShort, phoneOfNobody } from '../../contract/problems.ts';
import type { PersonRead } from '../../contract/read-row.ts';
import { cellText } from '../values/cell-text.ts';
import { readBirth } from '../values/day.ts';
import { holdsPhone, readNames } from '../values/name.ts';
import { readIds, readSex, sexOfAddress } from '../values/person.ts';
import { readPhones } from '../values/phone.ts';
import { relationOf, roleOf } from './codes.ts';
import { type OpenRow, present } from './open-row.ts';
import { eachTheirs, identityOf, keptShort, leaseEnded, leaseOf } from './people.ts';

/** Co-owners, spouse, family and tenants whom a row names in columns of their own; `shares` are those that the named people left. */
export function readFurtherPeople(row: OpenRow, today: Day, shares: readonly number[]): PersonRead[] {
  const coOwners = row
    .cells('coOwner')
    .flatMap(({ cell }, at) => peopleIn(row, cell, { phone: ['coOwnerPhone', at], id: ['coOwnerId', at] }))
    .map((person, at) => present({ ...person, role: 'coOwner', share: shares[at] }) as PersonRead);
  const spouses = peopleIn(row, row.cell('spouse'), { phone: ['spousePhone', 0], id: ['spouseId', 0] }).map(
    (person) =>
      present({
        ...person,
        ...bornIn(row, 'spouseBirth', person, today),
        role: 'family',
        relation: 'spouse',
      }) as PersonRead,
  );
  const members = readMembers(row, today);
  const tenants = peopleIn(row, row.cell('tenant'), { phone: ['tenantPhone', 0], id: ['tenantId', 0] });
  if (tenants.length === 0) return [...coOwners, ...spouses, ...members];
  const startedOn = leaseOf(row).from;
  const hasLeft = leaseEnded(row, today) || undefined;
  return [
    ...coOwners,
    ...spouses,
    ...members,
    ...tenants.map((person) => present({ ...person, role: 'tenant', startedOn, hasLeft }) as PersonRead),
  ];
}

/** The member whom a row of a list of families is about; the relation is the member's. */
function readMembers(row: OpenRow, today: Day): PersonRead[] {
  const relation = cellText(row.cell('relation'));
  const sex = row.take('memberSex', readSex);
  return peopleIn(row, row.cell('member'), { phone: ['memberPhone', 0], id: ['memberId', 0] }).map((person) => {
    const role = roleOf(relation);
    const whole = present({
      ...person,
      ...bornIn(row, 'memberBirth', person, today),
      sex: sex ?? person.sex,
      role: role === undefined || role === 'owner' ? 'family' : role,
      relation: relationOf(relation),
    }) as PersonRead;
    const short = keptShort(whole, today);
    if (short !== whole) row.note(row.has('memberBirth') ? 'memberBirth' : 'memberId', childKeptShort);
    return short;
  });
}

function bornIn(row: OpenRow, field: Field, { birthDate }: Omit<PersonRead, 'role'>, today: Day): Partial<PersonRead> {
  const born = row.take(field, (cell) => readBirth(cell, today));
  if (born === undefined) return {};
  return 'on' in born ? { birthDate: born.on } : birthDate ? {} : { birthYear: born.year };
}

interface Beside {
  readonly phone: readonly [Field, number];
  readonly id?: readonly [Field, number];
}

export function peopleIn(row: OpenRow, cell: Cell, { phone, id }: Beside): Omit<PersonRead, 'role'>[] {
  const names = readNames(cell);
  const phones = row.cells(phone[0])[phone[1]];
  // 李娜 13800138002 in the column of spouses, where they have none for phones.
  const inName = holdsPhone(cellText(cell)) && cellText(phones?.cell) === '';
  const { groups, labels, problems } = readPhones(inName ? cell : phones?.cell);
  for (const problem of problems) row.noteAt(phones?.heading ?? '', problem);
  if (names.length === 0 && groups.length > 0) row.noteAt(phones?.heading ?? '', phoneOfNobody);
  const given = id && row.cells(id[0])[id[1]];
  const ids = given ? readIds(given.cell) : [];
  for (const read of ids) if (read.state === 'broken') row.noteAt(given?.heading ?? '', read.reason);
  const each = eachTheirs(groups, names.length, labels.size > 0);
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
