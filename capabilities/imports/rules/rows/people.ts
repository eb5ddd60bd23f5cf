import type { PartyRole } from '@yilu/customers/contract';
import type { Day } from '@yilu/platform/contract';
import type { Cell } from '../../contract/cell.ts';
import type { ImportedKind } from '../../contract/kind.ts';
import {
  childKeptShort,
  codeUnknown,
  leaseIsOver,
  morePhonesThanNames,
  nameIsMasked,
  personDeceased,
  personHasLeft,
  phoneOfKin,
  phoneOfNobody,
  phoneOfSigner,
} from '../../contract/problems.ts';
import type { PersonRead } from '../../contract/read-row.ts';
import { sideOf } from '../recognise/couples.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { isYearless, readBirth, readSpan } from '../values/day.ts';
import { holdsPhone, readNames, remarkBesideNames } from '../values/name.ts';
import { type ReadId, readAge, readIds, readSex, sexOfAddress, sharesBesideNames } from '../values/person.ts';
import { readPhones } from '../values/phone.ts';
import { relationOf, roleOf, tenureOf } from './codes.ts';
import { type OpenRow, present } from './open-row.ts';
import { transferredOn } from './transfer-day.ts';

/** Those of the name column; `given` are the shares of a column of their own, `today` turns an age into a year of birth. */
export function namedPeople(row: OpenRow, kind: ImportedKind, today: Day, given: readonly number[]): PersonRead[] {
  const names = namesOf(row);
  const shares = given.length > 0 ? given : sharesBesideNames(cellText(row.cell('name')), names.length);
  const phones = phonesByPerson(
    row,
    names.map(({ name }) => name),
  );
  const [first, ...others] = names;
  if (!first) return [];

  for (const { name } of names) if (name.includes('*')) row.note('name', nameIsMasked);
  if (/已故|故去|去世|过世|离世|病故|身故|亡故/.test(remarkBesideNames(row.cell('name')) ?? ''))
    row.note('name', personDeceased);
  const ids = idsByPerson(row);
  const birth = isYearless(row.cell('birth')) ? undefined : row.take('birth', (cell) => readBirth(cell, today));
  const age = birth || ids[0]?.birthDate ? undefined : row.take('age', (cell) => readAge(cell));
  const birthDate = birth && 'on' in birth ? birth.on : ids[0]?.birthDate;
  const birthYear = birth && 'year' in birth ? birth.year : age && Number(today.slice(0, 4)) - age;
  const role = roleInRow(row, kind);
  // Where tenants have columns of their own, the days of the lease are theirs; an owner's days run out with no lease.
  const isLeaseOwn = !row.has('tenant') && role !== 'owner' && role !== 'coOwner';
  const bought = transferredOn(row);
  const since = bought ?? (isLeaseOwn ? leaseOf(row).from : undefined);
  const hasLeft = (isLeaseOwn && leaseEnded(row, today)) || hasMovedOut(row);
  const relation = role === 'family' && !row.has('member') ? relationOf(cellText(row.cell('relation'))) : undefined;
  const whole = [
    present({
      ...first,
      phones: phones[0] ?? [],
      sex: row.take('sex', readSex) ?? ids[0]?.sex ?? sexOfAddress(first.name),
      birthDate,
      birthYear: birthDate === undefined ? birthYear : undefined,
      identity: identityOf(ids[0]),
      role,
      share: shares[0],
      startedOn: since,
      hasLeft: hasLeft || undefined,
      relation,
    }) as PersonRead,
    ...others.map(
      (other, at) =>
        present({
          ...other,
          phones: phones[at + 1] ?? [],
          sex: ids[at + 1]?.sex ?? sexOfAddress(other.name),
          birthDate: ids[at + 1]?.birthDate,
          identity: identityOf(ids[at + 1]),
          role: role === 'owner' ? 'coOwner' : role,
          share: shares[at + 1],
          startedOn: bought,
          hasLeft: hasLeft || undefined,
        }) as PersonRead,
    ),
  ];
  const short = whole.map((person) => keptShort(person, today));
  if (short.some((person, at) => person !== whole[at]))
    row.note(row.has('birth') ? 'birth' : 'idNumber', childKeptShort);
  return short;
}

/** Of children under 14 no more is kept than SEC-05 allows: neither the day of birth nor an ID number. */
export function keptShort(person: PersonRead, today: Day): PersonRead {
  const isOwner = person.role === 'owner' || person.role === 'coOwner';
  if (isOwner || person.birthDate === undefined || person.birthDate <= yearsBefore(today, 14)) return person;
  const { birthDate, identity: _, ...rest } = person;
  return { ...rest, birthYear: Number(birthDate.slice(0, 4)) };
}

function yearsBefore(today: Day, years: number): string {
  return `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
}

/** The days of a lease, from columns of their own or from one that holds both: `2024.3.1-2027.2.28`. */
export function leaseOf(row: OpenRow): Lease {
  if (!row.has('livesFrom') && !row.has('livesTo')) return noLease;
  const known = leases.get(row);
  if (known) return known;
  const lease = readLease(row);
  leases.set(row, lease);
  return lease;
}

interface Lease {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

const noLease: Lease = { from: undefined, to: undefined };

/** What cannot be read of them is told once. */
const leases = new WeakMap<OpenRow, Lease>();

function readLease(row: OpenRow): Lease {
  const span = readSpan(row.cell('livesFrom'));
  const isOpen = (field: 'livesFrom' | 'livesTo') =>
    /^(?:长期|不定期|无固定期限?|至今)$/.test(cellText(row.cell(field)));
  return {
    from: span?.from ?? (isOpen('livesFrom') ? undefined : row.day('livesFrom')),
    to: row.has('livesTo') ? (isOpen('livesTo') ? undefined : row.day('livesTo')) : span?.to,
  };
}

/** 已迁出, 已退租, 历史业主: known to us, but without a part in the room. */
function hasMovedOut(row: OpenRow): boolean {
  if (!row.has('personState') && !row.has('personKind')) return false;
  const gone = [row.cell('personState'), row.cell('personKind')].some((cell) =>
    /迁出|搬离|搬出|搬走|退租|退房|离开|历史|过户|前业主|原业主|注销/.test(cellText(cell)),
  );
  if (gone) row.note(row.has('personState') ? 'personState' : 'personKind', personHasLeft);
  return gone;
}

/** Given name and surname may stand apart: `John | Smith`, `伟 | 张`. */
function namesOf(row: OpenRow): ReturnType<typeof readNames> {
  const given = cellText(row.cell('givenName'));
  const family = cellText(row.cell('name'));
  if (given === '' || family === '') return readNames(given === '' ? row.cell('name') : given);
  return readNames(/^\p{Script=Han}+$/u.test(family) ? `${family}${given}` : `${given} ${family}`);
}

/** Whether the lease that the row tells of is over; such a person is kept without a part in the room. */
export function leaseEnded(row: OpenRow, today: Day): boolean {
  const { to: until } = leaseOf(row);
  if (until === undefined || until >= today) return false;
  row.note(row.has('livesTo') ? 'livesTo' : 'livesFrom', leaseIsOver);
  return true;
}

export function identityOf(id: ReadId | undefined): PersonRead['identity'] {
  return id && { kind: id.kind, number: id.number };
}

function idsByPerson(row: OpenRow): readonly (ReadId | undefined)[] {
  if (!row.has('idNumber')) return [];
  const heading = row.heading('idNumber');
  const isPassport = /护照|passport/i.test(heading) && !/身份证|\bid\b/i.test(heading);
  return readIds(row.cell('idNumber'), row.has('idType') || !isPassport ? row.cell('idType') : heading).map((read) => {
    if (read.state === 'broken') row.note('idNumber', read.reason);
    return read.state === 'value' ? read.value : undefined;
  });
}

/** Phones of all phone columns; several columns are several phones of the first person, a name beside a number says whose it is. */
function phonesByPerson(row: OpenRow, names: readonly string[]): string[][] {
  const byPerson: string[][] = [];
  const people = names.length;
  const inName = holdsPhone(cellText(row.cell('name'))) ? row.cells('name') : [];
  for (const { cell, heading, signer } of [...phoneCells(row), ...inName]) {
    const { groups, labels, problems } = readPhones(cell);
    for (const problem of problems) row.noteAt(heading, problem);
    if (groups.length > 0 && isOfOther(row, heading, people)) {
      row.noteAt(heading, phoneOfNobody);
      continue;
    }
    if (groups.length > 0 && isOfSigner(signer, names)) {
      row.noteAt(heading, phoneOfSigner);
      continue;
    }
    if (people > 1 && groups.length > people) row.noteAt(heading, morePhonesThanNames);
    for (const [at, group] of eachTheirs(groups, people, labels.size > 0).entries()) {
      for (const number of group) {
        const label = labels.get(number) ?? '';
        const named = names.indexOf(label);
        if (named < 0 && ofKin.test(label)) row.noteAt(heading, phoneOfKin({ label }));
        const person = named >= 0 ? named : Math.min(at, Math.max(people - 1, 0));
        byPerson[person] = [...new Set([...(byPerson[person] ?? []), number])];
      }
    }
  }
  return Array.from(byPerson, (group) => group ?? []);
}

/** Behind 新电话 the 原电话 comes second. */
function phoneCells(row: OpenRow): ReturnType<OpenRow['cells']> {
  const cells = row.cells('phone');
  if (!cells.some(({ heading }) => isOld.test(heading))) return cells;
  return [
    ...cells.filter(({ heading }) => !isOld.test(heading)),
    ...cells.filter(({ heading }) => isOld.test(heading)),
  ];
}

const isOld = /^\s*(?:原|旧|曾用)/;

/** 女主人电话 is an owner's only where she is known to be the owner; a couple with columns for both has each their own. */
function isOfOther(row: OpenRow, heading: string, people: number): boolean {
  const side = sideOf(heading);
  if (side === undefined || side === sideOf(row.heading('name'))) return false;
  const [id] = row.has('idNumber') ? readIds(row.cell('idNumber'), row.cell('idType')) : [];
  const said = readSex(row.cell('sex'));
  const sex = said.state === 'value' ? said.value : id?.state === 'value' ? id.value.sex : undefined;
  return people !== 1 || sex !== (side === 'man' ? 'male' : 'female');
}

/** Whoever signed for another left their own phone; of 本人 and of nobody it is the owner's. */
function isOfSigner(signer: Cell | undefined, names: readonly string[]): boolean {
  const text = cellText(signer);
  if (names.length === 0 || saysNothing(text) || /本人|业主|户主/.test(text)) return false;
  return !readNames(text).some(({ name }) => names.includes(name));
}

/** 老婆13800138000 rings somebody else. */
const ofKin = /妻|夫|老婆|老公|爱人|太太|配偶|父|母|爸|妈|儿|女儿|子$|兄|弟|姐|妹|朋友|亲戚|保姆|秘书|司机|租/;

/** Two names with two numbers of one group: one each, unless names beside the numbers say whose they are. */
export function eachTheirs(
  groups: readonly (readonly string[])[],
  people: number,
  areLabelled: boolean,
): readonly (readonly string[])[] {
  const [only, another] = groups;
  return people > 1 && only?.length === people && !another && !areLabelled ? only.map((number) => [number]) : groups;
}

function roleInRow(row: OpenRow, kind: ImportedKind): PartyRole {
  for (const field of ['relation', 'personKind'] as const) {
    if (field === 'relation' && row.has('member')) continue;
    const text = cellText(row.cell(field));
    if (saysNothing(text)) continue;
    const role = roleOf(text);
    if (role) return role;
    if (/^\d{3,}$/.test(text)) row.note(field, codeUnknown({ code: text }));
  }
  // 李娜（租户）
  const beside = remarkBesideNames(row.cell('name')) ?? '';
  const isTenant = /^[^()]*\((?:现?租户|租客|承租人|租住)\)$/.test(beside);
  if (isTenant) return 'tenant';
  if (kind === 'parking' && tenureOf(cellText(row.cell('spaceTenure'))) === 'let') return 'tenant';
  if (/入住人|居住人|租住/.test(row.heading('name'))) return 'resident';
  const isList = kind === 'residents' || kind === 'owners' || kind === 'assets';
  if (isList && row.context.areTenants && !row.has('tenant') && !/业主|产权/.test(row.heading('name'))) return 'tenant';
  const areOwners = /业主|户主|产权|房主/.test(row.heading('name')) && !/租/.test(row.heading('name'));
  if (kind === 'residents' && !row.has('tenant') && !row.has('member') && !areOwners) return 'resident';
  return row.row.continues && row.row.continues !== 'family' ? 'coOwner' : 'owner';
}
