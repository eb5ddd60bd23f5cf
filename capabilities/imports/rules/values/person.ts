import { type Day, day, isRealDay } from '@yilu/platform/contract';
import type { Cell } from '../../contract/cell.ts';
import { idCheckDigitWrong, idLostDigits, idNotUnderstood, notANumber, sexUnknown } from '../../contract/problems.ts';
import { cellText, saysNothing } from './cell-text.ts';
import { absent, broken, type Reading, value } from './reading.ts';

export type Sex = 'male' | 'female';

const sexes: ReadonlyMap<string, Sex> = new Map([
  ...['男', '1', '先生', '男士', '男性', 'm', 'male', 'mr', '男方'].map((word) => [word, 'male'] as const),
  ...['女', '2', '女士', '小姐', '女性', 'f', 'female', 'ms', 'mrs', '太太', '女方'].map((word) => [word, 'female'] as const),
]);

/** 男/女, 1/2 (明源), 先生/女士; 0 and 未知 are absence. */
export function readSex(cell: Cell | undefined): Reading<Sex> {
  const text = cellText(cell).toLowerCase();
  if (saysNothing(text) || text === '0' || text === '9') return absent;
  const sex = sexes.get(text);
  return sex ? value(sex) : broken(sexUnknown);
}

/** Whole years. 1 is what the source systems ask for when the age is unknown. */
export function readAge(cell: Cell | undefined): Reading<number> {
  const text = cellText(cell).replace(/(周?岁|左右|约)/g, '').trim();
  if (saysNothing(text) || text === '0' || text === '1') return absent;
  const age = Number(text);
  return Number.isInteger(age) && age > 1 && age <= 120 ? value(age) : broken(notANumber);
}

export interface ReadId {
  readonly type: 'residentId' | 'passport' | 'organisation' | 'other';
  readonly number: string;
  /** Of a resident ID, read out of the number. */
  readonly birth?: Day;
  readonly sex?: Sex;
}

/** An ID number; a resident ID must pass its check digit. Letters and typographic marks are evened out first. */
export function readId(cell: Cell | undefined, statedType?: Cell): Reading<ReadId> {
  const text = cellText(cell).toUpperCase().replace(/[\s\-·'`]/g, '');
  if (saysNothing(text) || /^(\d)\1{5,}X?$/.test(text) || text === '123456789012345678') return absent;
  if (typeof cell === 'number' && cell > 1e15) return broken(idLostDigits);
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return broken(idLostDigits);

  const type = typeOf(cellText(statedType));
  if (type && type !== 'residentId') return value({ type, number: text });
  if (/^\d{17}[\dX]$/.test(text)) return residentId(text);
  if (/^\d{15}$/.test(text)) return oldResidentId(text);
  if (/^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(text)) return value({ type: 'organisation', number: text });
  if (type === undefined && /^[A-Z]{1,2}\d{7,9}$/.test(text)) return value({ type: 'passport', number: text });
  if (type === undefined && /^[HM]\d{8,10}$/.test(text)) return value({ type: 'other', number: text });
  return broken(idNotUnderstood);
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The 18th character of a resident ID (GB 11643). */
export function checkDigit(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return '10X98765432'[sum % 11] ?? '';
}

function residentId(number: string): Reading<ReadId> {
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (checkDigit(number.slice(0, 17)) !== number[17]) return broken(idCheckDigitWrong);
  if (!isRealDay(birth)) return broken(idNotUnderstood);
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  return value({ type: 'residentId', number, birth: day(birth), sex });
}

/** Numbers given out before 1999 lack century and check digit; they are stored as their 18-digit form. */
function oldResidentId(number: string): Reading<ReadId> {
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`;
  return residentId(first17 + checkDigit(first17));
}

/** Names and 明源 codes of document types. */
function typeOf(text: string): ReadId['type'] | undefined {
  if (saysNothing(text)) return undefined;
  if (/^(1|居民身份证|身份证|二代身份证)$/.test(text)) return 'residentId';
  if (/^3$|护照/.test(text)) return 'passport';
  if (/^(8|9|10)$|营业执照|组织机构|税务登记|信用代码/.test(text)) return 'organisation';
  return 'other';
}
