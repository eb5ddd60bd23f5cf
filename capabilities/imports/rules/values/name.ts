import type { Cell } from '../../contract/cell.ts';
import { cellText, saysNothing } from './cell-text.ts';

export interface ReadName {
  readonly name: string;
  readonly kind: 'natural' | 'company';
}

const company =
  /(公司|集团|有限|股份|合伙|合作社|事务所|基金会|委员会|工会|协会|银行|学校|大学|医院|研究院|研究所|工作室|中心$|厂$|部$|局$|处$|院$|店$)/;

/** What people write where a caller would not say. */
const nobody = /^(未留|未登记|不愿|拒绝|匿名|无名|不肯|没留)/;

/** The people of a name cell in order: `张三、李四`, `张三/李四`, `张三，李四`; a company is one name whatever marks it holds. */
export function readNames(cell: Cell | undefined): ReadName[] {
  const text = cellText(cell);
  if (saysNothing(text)) return [];
  if (isCompany(text)) return [{ name: text.replace(/\n/g, ''), kind: 'company' }];
  return text
    .replace(/\([^()]*\)|等\d*[人户]?$/g, '、')
    .split(/[、,;/|&+\\\n]|(?<=\p{Script=Han})(?:和|与)(?=\p{Script=Han}{2,4}$)/u)
    .flatMap(separatedBySpace)
    .map(withoutPadding)
    .filter((name) => !saysNothing(name) && /\p{L}/u.test(name) && !nobody.test(name))
    .map((name) => ({ name, kind: isCompany(name) ? 'company' : 'natural' }));
}

export function isCompany(name: string): boolean {
  return name.length >= 4 && company.test(name);
}

/** `张三 李四` are two people; `张 三` is one, spread out as on paper forms; `John Smith` is one. */
function separatedBySpace(part: string): string[] {
  const words = part.trim().split(/\s+/);
  const all = words.length > 1 && words.every((word) => /^\p{Script=Han}{2,4}$/u.test(word));
  return all ? words : [part];
}

function withoutPadding(name: string): string {
  return name.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '').trim();
}
