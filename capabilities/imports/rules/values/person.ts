import type { IdentityKind, Sex } from '@yilu/customers/contract';
import { identityOf } from '@yilu/customers/rules';
import type { Day } from '@yilu/platform/contract';
import type { Cell } from '../../contract/cell.ts';
import {
  ageIsBand,
  idCheckDigitWrong,
  idIsMasked,
  idLostDigits,
  idNotUnderstood,
  notANumber,
  sexUnknown,
  shareNotUnderstood,
} from '../../contract/problems.ts';
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
  const [, ticked] = /[☑✓✔√■●]\s*([男女])/.exec(text) ?? [];
  const sex = sexes.get(ticked ?? text);
  return sex ? value(sex) : broken(sexUnknown);
}

/** Whole years. 1 is what the source systems ask for when the age is unknown. */
export function readAge(cell: Cell | undefined): Reading<number> {
  const text = cellText(cell)
    .replace(/(周?岁|左右|约)/g, '')
    .trim();
  if (saysNothing(text) || text === '0' || text === '1') return absent;
  if (/^\d{2}\s*[-~至到]\s*\d{2}$|^\d{2}(多|几|\+|以上|以下|后|出头)$/.test(text)) return broken(ageIsBand);
  const age = Number(text);
  return Number.isInteger(age) && age > 1 && age <= 120 ? value(age) : broken(notANumber);
}

/** A123456(3): the check figure stands in brackets. */
const hongKongId = /^([A-Z]{1,2}\d{6})\(([\dA])\)$/;

export interface ReadId {
  readonly kind: IdentityKind;
  readonly number: string;
  /** Of a resident ID, read out of the number. */
  readonly birthDate?: Day | undefined;
  readonly sex?: Sex | undefined;
}

/** An ID number; a resident ID must pass its check digit. Placeholders that source systems ask for are absence. */
export function readId(cell: Cell | undefined, statedKind?: Cell): Reading<ReadId> {
  const given = cellText(cell)
    .toUpperCase()
    .replace(/[\s\-·'`]/g, '');
  const text = given.replace(hongKongId, '$1$2');
  if (saysNothing(text)) return absent;
  if (/\*{2,}/.test(text)) return broken(idIsMasked);
  if ((typeof cell === 'number' && cell > 1e15) || /^\d(\.\d+)?E\+?\d+$/.test(text)) return broken(idLostDigits);

  const isHongKong = text !== given;
  const read = identityOf(
    text,
    kindOf(cellText(statedKind)) ?? (isHongKong ? 'hongKongMacauPermit' : kindFromForm(text)),
  );
  if ('number' in read) return value(read);
  if ('absent' in read) return absent;
  return broken(/^\d{17}[\dX]$/.test(text) ? idCheckDigitWrong : idNotUnderstood);
}

/** The ID numbers of a cell, in the order of the people that the row names: mostly one. */
export function readIds(cell: Cell | undefined, statedKind?: Cell): readonly Reading<ReadId>[] {
  const parts = cellText(cell)
    .split(/[、,;|/\n]|\s+(?=\d{15})/)
    .filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.some((part) => part.replace(/\s/g, '').length < 8)) return [readId(cell, statedKind)];
  return parts.map((part) => readId(part, statedKind));
}

/** `张先生`, `李太太`: the sex that a form of address tells. */
export function sexOfAddress(name: string): Sex | undefined {
  const [, address] = /^\p{Script=Han}{1,2}(先生|女士|小姐|太太)$/u.exec(name) ?? [];
  return address === undefined ? undefined : address === '先生' ? 'male' : 'female';
}

/**
 * Parts of ownership by the people of a row, above 0 to 1: `50%`, `0.5`, `1/2`, `50`, `50%、50%`, `50/50`, `6:4`, `各50%`,
 * `张三60% 李四40%`, 单独所有.
 * 共同共有 has no parts.
 */
export function readShares(cell: Cell | undefined): Reading<readonly number[]> {
  const text = cellText(cell).replace(/^(按份共有|共有|占)[::\s]*/, '');
  if (saysNothing(text) || /^(共同共有|按份共有)$/.test(text)) return absent;
  if (/^(单独所有|单独拥有|独有|独立产权|全部|100%)$/.test(text)) return value([1]);
  const told = sharesInRatio(text) ?? sharesOfEach(text);
  if (told) return value(told);
  const parts = text
    .split(/[、,;\s]+|(?<=%)\/|:/)
    .map((part) => part.replace(/[\p{Script=Han}()]/gu, ''))
    .filter((part) => part !== '');
  const shares = parts.map(shareOf);
  const whole = shares.reduce((sum: number, share) => sum + (share ?? 2), 0);
  return parts.length > 0 && whole <= 1.001 ? value(shares.map((share) => share ?? 0)) : broken(shareNotUnderstood);
}

/** `6:4`, `50:50`, and `60/40`, which is no fraction. */
function sharesInRatio(text: string): readonly number[] | undefined {
  const isRatio = /^\d+(\.\d+)?(:\d+(\.\d+)?)+$/.test(text);
  const parts = text.split(isRatio ? ':' : '/').map(Number);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const isPercent = /^\d+\/\d+$/.test(text) && whole === 100;
  return (isRatio || isPercent) && parts.every((part) => part > 0)
    ? parts.map((part) => rounded(part / whole))
    : undefined;
}

/** `各50%`, `各占1/3`: as many equal parts as make the whole. */
function sharesOfEach(text: string): readonly number[] | undefined {
  const [, each] = /^各(?:自|占)*\s*([\d./%]+)$/.exec(text) ?? [];
  const share = each === undefined ? undefined : shareOf(each);
  const people = share ? Math.round(1 / share) : 0;
  return share && people > 1 && Math.abs(people * share - 1) < 0.01
    ? Array.from({ length: people }, () => share)
    : undefined;
}

/** The shares that stand beside the names: `李娜60%、王芳40%`; none unless each has one. */
export function sharesBesideNames(text: string, people: number): readonly number[] {
  const shares = (text.match(/\d+(?:\.\d+)?%/g) ?? []).flatMap((share) => shareOf(share) ?? []);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.length === people && whole <= 1.001 ? shares : [];
}

function shareOf(text: string): number | undefined {
  const [, above, below] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (above && below) return Number(above) <= Number(below) ? rounded(Number(above) / Number(below)) : undefined;
  const figure = Number(text.replace('%', ''));
  const share = text.endsWith('%') || figure > 1 ? figure / 100 : figure;
  return share > 0 && share <= 1 ? rounded(share) : undefined;
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function kindFromForm(text: string): IdentityKind {
  if (/^\d{15}$|^\d{17}[\dX]$/.test(text)) return 'residentId';
  if (/^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(text)) return 'businessLicence';
  if (/^[HM]\d{8,10}$/.test(text)) return 'hongKongMacauPermit';
  if (/^[A-Z]{1,3}\d{5,9}$/.test(text)) return 'passport';
  return 'residentId';
}

/** Names and 明源 codes of document types. */
function kindOf(stated: string): IdentityKind | undefined {
  if (saysNothing(stated)) return undefined;
  const text = stated.replace(/^0+(?=\d)/, '');
  if (/^1$|身份证/.test(text) && !/港|澳|台/.test(text)) return 'residentId';
  if (/^2$|军官|士官/.test(text)) return 'officerId';
  if (/^3$|护照|passport/i.test(text)) return 'passport';
  if (/^(4|7)$|港|澳/.test(text)) return 'hongKongMacauPermit';
  if (/^(5|6)$|台湾|台胞/.test(text)) return 'taiwanPermit';
  if (/^(8|9|10)$|营业执照|组织机构|税务登记|信用代码/.test(text)) return 'businessLicence';
  return 'other';
}
