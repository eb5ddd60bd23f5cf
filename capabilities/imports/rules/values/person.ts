import type { IdentityKind, Sex } from '@yilu/customers/contract';
import { identityOf } from '@yilu/customers/rules';
import type { Day } from '@yilu/platform/contract';
import type { Cell } from '../../contract/cell.ts';
import { idCheckDigitWrong, idLostDigits, idNotUnderstood, notANumber, sexUnknown } from '../../contract/problems.ts';
import { cellText, saysNothing } from './cell-text.ts';
import { absent, broken, type Reading, value } from './reading.ts';

const sexes: ReadonlyMap<string, Sex> = new Map([
  ...['男', '1', '先生', '男士', '男性', 'm', 'male', 'mr', '男方'].map((word) => [word, 'male'] as const),
  ...['女', '2', '女士', '小姐', '女性', 'f', 'female', 'ms', 'mrs', '太太', '女方'].map(
    (word) => [word, 'female'] as const,
  ),
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
  const text = cellText(cell)
    .replace(/(周?岁|左右|约)/g, '')
    .trim();
  if (saysNothing(text) || text === '0' || text === '1') return absent;
  const age = Number(text);
  return Number.isInteger(age) && age > 1 && age <= 120 ? value(age) : broken(notANumber);
}

export interface ReadId {
  readonly kind: IdentityKind;
  readonly number: string;
  /** Of a resident ID, read out of the number. */
  readonly birthDate?: Day | undefined;
  readonly sex?: Sex | undefined;
}

/** An ID number; a resident ID must pass its check digit. Placeholders that source systems ask for are absence. */
export function readId(cell: Cell | undefined, statedKind?: Cell): Reading<ReadId> {
  const text = cellText(cell)
    .toUpperCase()
    .replace(/[\s\-·'`]/g, '');
  if (saysNothing(text)) return absent;
  if ((typeof cell === 'number' && cell > 1e15) || /^\d(\.\d+)?E\+?\d+$/.test(text)) return broken(idLostDigits);

  const read = identityOf(text, kindOf(cellText(statedKind)) ?? kindFromForm(text));
  if ('number' in read) return value(read);
  if ('absent' in read) return absent;
  return broken(/^\d{17}[\dX]$/.test(text) ? idCheckDigitWrong : idNotUnderstood);
}

function kindFromForm(text: string): IdentityKind {
  if (/^\d{15}$|^\d{17}[\dX]$/.test(text)) return 'residentId';
  if (/^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(text)) return 'businessLicence';
  if (/^[HM]\d{8,10}$/.test(text)) return 'hongKongMacauPermit';
  if (/^[A-Z]{1,2}\d{7,9}$/.test(text)) return 'passport';
  return 'residentId';
}

/** Names and 明源 codes of document types. */
function kindOf(text: string): IdentityKind | undefined {
  if (saysNothing(text)) return undefined;
  if (/^1$|身份证/.test(text) && !/港|澳|台/.test(text)) return 'residentId';
  if (/^2$|军官|士官/.test(text)) return 'officerId';
  if (/^3$|护照/.test(text)) return 'passport';
  if (/^(4|7)$|港|澳/.test(text)) return 'hongKongMacauPermit';
  if (/^(5|6)$|台湾|台胞/.test(text)) return 'taiwanPermit';
  if (/^(8|9|10)$|营业执照|组织机构|税务登记|信用代码/.test(text)) return 'businessLicence';
  return 'other';
}
