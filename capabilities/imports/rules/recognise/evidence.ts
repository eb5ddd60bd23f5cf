import type { Cell } from '../../contract/cell.ts';
import type { Field } from '../../contract/field.ts';
import { contactKindOf } from '../rows/codes.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { type DayHints, readBirth, readDay } from '../values/day.ts';
import { readAmount, readArea, readAreaRange, readBudget, readDiscount } from '../values/money.ts';
import { readNames } from '../values/name.ts';
import { readId, readIds, readSex, readShares } from '../values/person.ts';
import { readPhones } from '../values/phone.ts';
import type { Reading } from '../values/reading.ts';
import { readPlaces } from '../values/room.ts';
import { readGrade } from '../values/words.ts';
import type { SheetContext } from './context.ts';

type Fits = (cell: Cell, context: SheetContext) => boolean | 'absent';

const by =
  (read: (cell: Cell, hints?: DayHints) => Reading<unknown>): Fits =>
  (cell, { year, month }) => {
    const { state } = read(cell, { year, month });
    return state === 'absent' ? 'absent' : state === 'value';
  };

const dateFields = [
  'handedOverOn',
  'fittedOutOn',
  'movedInOn',
  'firstCallOn',
  'firstVisitOn',
  'contactedOn',
  'lastFollowOn',
  'subscribedOn',
  'signedOn',
  'signDueOn',
  'livesFrom',
  'livesTo',
  'transferredOn',
] as const;

export function isDayField(field: Field): boolean {
  return (dateFields as readonly Field[]).includes(field);
}

const fits: Partial<Record<Field, Fits>> = {
  phone: phoneFits,
  referrerPhone: phoneFits,
  emergencyPhone: phoneFits,
  name: (cell) => {
    const names = readNames(cell);
    return names.length === 0 ? 'absent' : names.every(({ name }) => name.length <= 40 && !/^\d+$/.test(name));
  },
  sex: by(readSex),
  coOwnerPhone: phoneFits,
  tenantPhone: phoneFits,
  spousePhone: phoneFits,
  birth: by((cell) => readBirth(cell)),
  idNumber: idFits,
  coOwnerId: idFits,
  formerOwnerPhone: phoneFits,
  formerOwnerId: idFits,
  tenantId: idFits,
  unitPrice: by((cell) => readAmount(cell)),
  builtArea: by(readArea),
  innerArea: by(readArea),
  areaWanted: by(readAreaRange),
  budget: by((cell) => readBudget(cell)),
  listPrice: by((cell) => readAmount(cell)),
  agreedPrice: by((cell) => readAmount(cell)),
  discount: by(readDiscount),
  grade: by(readGrade),
  share: by(readShares),
  contactKind: (cell) => (saysNothing(cellText(cell)) ? 'absent' : contactKindOf(cellText(cell)) !== undefined),
  ...Object.fromEntries(dateFields.map((field) => [field, by((cell, hints) => readDay(cell, hints))])),
};

/** How many of the filled sample cells read as this field's values, 0–1; absent when nothing can be said. */
export function shareThatFits(field: Field, sample: readonly Cell[], context: SheetContext = {}): number | undefined {
  const fit = fits[field];
  if (!fit) return undefined;
  const judged = sample.map((cell) => fit(cell, context)).filter((answer) => answer !== 'absent');
  return judged.length === 0 ? undefined : judged.filter(Boolean).length / judged.length;
}

/** What a column without a telling heading can only be, from its values. */
export function fieldFromValues(sample: readonly Cell[]): { field: Field; confidence: number } | undefined {
  const filled = sample.filter((cell) => cell !== null);
  if (filled.length < 3) return undefined;
  const telling: readonly [Field, Fits][] = [
    ['idNumber', (cell) => /^\d{17}[\dXx]$/.test(String(cell)) && readId(cell).state === 'value'],
    ['phone', (cell) => readPhones(cell).groups.some((group) => group.some((number) => /^1\d{10}$/.test(number)))],
    [
      'room',
      (cell) =>
        typeof cell === 'string' &&
        /[栋幢单元]|-/.test(cell) &&
        readPlaces({ building: null, unit: null, room: cell }).state === 'value' &&
        readDay(cell).state !== 'value',
    ],
  ];
  for (const [field, fit] of telling) {
    const share = filled.filter((cell) => fit(cell, {}) === true).length / filled.length;
    if (share >= 0.8) return { field, confidence: 0.5 + 0.2 * share };
  }
  return undefined;
}

/** Masked by the system it came from, it still is a column of such numbers. */
function idFits(cell: Cell): boolean | 'absent' {
  const reads = readIds(cell);
  if (reads.every(({ state }) => state === 'absent')) return 'absent';
  return reads.some(
    (read) => read.state === 'value' || (read.state === 'broken' && read.reason.code === 'imports.id_masked'),
  );
}

function phoneFits(cell: Cell): boolean | 'absent' {
  const { groups, problems } = readPhones(cell);
  if (groups.length > 0) return true;
  if (problems.some(({ code }) => code === 'imports.phone_masked')) return true;
  return problems.length === 0
    ? 'absent'
    : problems.every(({ code }) => code === 'imports.phone_placeholder')
      ? 'absent'
      : false;
}
