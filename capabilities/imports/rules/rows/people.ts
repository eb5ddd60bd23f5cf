import type { PartyRole } from '@yilu/customers/contract';
import type { Day } from '@yilu/platform/contract';
import type { ImportedKind } from '../../contract/kind.ts';
import { codeUnknown, morePhonesThanNames, notANumber } from '../../contract/problems.ts';
import type { PersonRead } from '../../contract/read-row.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { readDay } from '../values/day.ts';
import { readNames } from '../values/name.ts';
import { readAge, readId, readSex } from '../values/person.ts';
import { readPhones } from '../values/phone.ts';
import { absent, broken, type Reading, value } from '../values/reading.ts';
import { roleOf } from './codes.ts';
import { type OpenRow, present } from './open-row.ts';

/**
 * The people of a row in order. Sex, birth, age and ID number are the first one's; phones go by the cell's separators.
 * `today` turns an age into a year of birth.
 */
export function readPeople(row: OpenRow, kind: ImportedKind, today: Day): PersonRead[] {
  const names = readNames(row.cell('name'));
  const phones = phonesByPerson(row, names.length);
  const [first, ...others] = names;
  if (!first) return [];

  const id = row.take('idNumber', (cell) => readId(cell, row.cell('idType')));
  const birthDate = row.take('birth', readDay) ?? id?.birthDate;
  const age = birthDate ? undefined : row.take('age', (cell) => readAge(cell));
  const role = roleInRow(row, kind);
  return [
    present({
      ...first,
      phones: phones[0] ?? [],
      sex: row.take('sex', readSex) ?? id?.sex,
      birthDate,
      birthYear: age === undefined ? undefined : Number(today.slice(0, 4)) - age,
      identity: id && { kind: id.kind, number: id.number },
      role,
      share: row.take('share', readShare),
      startedOn: row.take('livesFrom', readDay),
    }) as PersonRead,
    ...others.map(
      (other, at): PersonRead => ({
        ...other,
        phones: phones[at + 1] ?? [],
        role: role === 'owner' ? 'coOwner' : role,
      }),
    ),
  ];
}

/** Phones of all phone columns; several columns are several phones of the first person. */
function phonesByPerson(row: OpenRow, people: number): string[][] {
  const byPerson: string[][] = [];
  for (const { cell } of row.cells('phone')) {
    const { groups, problems } = readPhones(cell);
    for (const problem of problems) row.note('phone', problem);
    if (people > 1 && groups.length > people) row.note('phone', morePhonesThanNames);
    for (const [at, group] of groups.entries()) {
      const person = Math.min(at, Math.max(people - 1, 0));
      byPerson[person] = [...new Set([...(byPerson[person] ?? []), ...group])];
    }
  }
  return Array.from(byPerson, (group) => group ?? []);
}

function roleInRow(row: OpenRow, kind: ImportedKind): PartyRole {
  const usual: PartyRole = kind === 'residents' ? 'resident' : 'owner';
  for (const field of ['relation', 'personKind'] as const) {
    const text = cellText(row.cell(field));
    if (saysNothing(text)) continue;
    const role = roleOf(text);
    if (role) return role;
    if (/^\d{3,}$/.test(text)) row.note(field, codeUnknown({ code: text }));
  }
  return usual;
}

/** `50%`, `0.5`, `1/2`, `50`: above 0 to 1. */
function readShare(cell: Parameters<typeof readDay>[0]): Reading<number> {
  const text = cellText(cell);
  if (saysNothing(text)) return absent;
  const [, above, below] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const figure = above && below ? Number(above) / Number(below) : Number(text.replace('%', ''));
  const share = text.endsWith('%') || figure > 1 ? figure / 100 : figure;
  return share > 0 && share <= 1 ? value(share) : broken(notANumber);
}
