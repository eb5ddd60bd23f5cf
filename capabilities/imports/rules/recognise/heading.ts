import type { Field } from '../../contract/field.ts';
import { evened } from '../values/cell-text.ts';
import { simplified } from '../values/simplified.ts';
import { fieldOfParty, partyOf } from './party.ts';
import { notOurs, synonyms } from './synonyms.ts';

export interface HeadingMatch {
  readonly field: Field;
  /** 0–1 from the heading alone. */
  readonly confidence: number;
}

interface Word {
  readonly word: string;
  readonly field: Field;
}

const exact = new Map<string, Field>();
const words: Word[] = [];
for (const [field, list] of Object.entries(synonyms) as [Field, string][]) {
  for (const word of list.split('|')) {
    const plain = plainHeading(word);
    if (!exact.has(plain)) exact.set(plain, field);
    if (plain.length >= 2) words.push({ word: plain, field });
  }
}
words.sort((a, b) => b.word.length - a.word.length);
const plainNotOurs = notOurs.map(plainHeading);

/**
 * A heading without what is decoration: marks for required columns, units and remarks in brackets, spaces, line ends, the
 * number and the courtesies of a form's question (`3、您的房号：`).
 */
export function plainHeading(heading: string): string {
  return simplified(evened(heading))
    .replace(/^\s*[(]?\d{1,2}\s*[.、):]\s*(?=[^\d\s])/, '')
    .replace(/^(?:请问|请)?(?:填写|输入|选择|提供)?(?:一下)?您(?:所在)?的|[?？]$/g, '')
    .replace(/\(.*?\)|\[.*?\]|【.*?】|<.*?>|(?<=[\u4e00-\u9fff])(?:m2|平方米|平米)$/gi, '')
    .replace(/[\s*★※:：_.·#"'“”\-—/、\\]/g, '')
    .toLowerCase();
}

const known = new Map<string, HeadingMatch | undefined>();
const mostKept = 5_000;

/** The field a heading means, if any. `客户姓名*` and `联系电话（必填）` are as certain as the words themselves. */
export function matchHeading(heading: string): HeadingMatch | undefined {
  if (known.has(heading)) return known.get(heading);
  const match = matchGrouped(heading);
  if (known.size < mostKept && heading.length <= 40) known.set(heading, match);
  return match;
}

/** `产权人信息·姓名`: first as one word, then the column's own heading as the group's person has it. */
function matchGrouped(heading: string): HeadingMatch | undefined {
  const [group = '', ...rest] = heading.split('·');
  const own = rest.join('·');
  if (own === '') return matchOne(plainHeading(heading));
  const bareGroup = plainHeading(group).replace(/(基本)?(信息|资料|情况|登记|客户)$/, '');
  const joined = exact.get(plainHeading(group + own)) ?? exact.get(bareGroup + plainHeading(own));
  if (joined) return { field: joined, confidence: 1 };
  const match = matchOne(plainHeading(own));
  const party = partyOf(plainHeading(group));
  if (!match) return party === 'main' ? matchOne(plainHeading(group + own)) : undefined;
  const field = fieldOfParty(match.field, party);
  return field && { field, confidence: match.confidence };
}

function matchOne(plain: string): HeadingMatch | undefined {
  if (plain === '') return undefined;
  const certain = exact.get(plain);
  if (certain) return { field: certain, confidence: 1 };
  if (oneOfFollowUps.test(plain)) return { field: 'followUp', confidence: 1 };
  const [, word = '', ordinal = ''] = /^(.+?)([1-9一二三四])$/.exec(plain) ?? [];
  const numbered = exact.get(word);
  if (numbered) {
    const isSecond = /[2-9二三四]/.test(ordinal) && (numbered === 'name' || numbered === 'idNumber');
    const field = isSecond ? fieldOfParty(numbered, 'coOwner') : numbered;
    return field && { field, confidence: 0.9 };
  }
  if (plainNotOurs.some((other) => plain.includes(other))) return undefined;
  const likely = words.find(
    ({ word: part, field }) =>
      !tooPlain.has(part) &&
      plain.includes(part) &&
      part.length * 4 >= plain.length &&
      (field !== 'name' || isNamed(plain, part)),
  );
  if (!likely) return undefined;
  // Of 创建时间 nobody can say which time it is.
  if (likely.field === 'contactTime') return undefined;
  if (likely.field === 'consultant' && /电话|手机|号码|联系方式/.test(plain)) return undefined;
  const field = fieldOfParty(likely.field, partyOf(plain));
  return field && { field, confidence: 0.6 + 0.3 * (likely.word.length / plain.length) };
}

/** Words that every other heading ends with: 装修类型 and 进场日期 are no kind and no day of a contact. */
const tooPlain: ReadonlySet<string> = new Set(['类型', '日期', '时间', '状态', '面积']);

const ofPerson =
  /^(?:full|last|family|sur|your|owner|cust|cst|client|resident|buyer|guest|visitor|person|member|contact)/;

/** 第三次回访, 二次跟进日期 and 跟进记录2: several follow-ups stand beside each other in one row. */
const oneOfFollowUps =
  /^第?[一二三四五六七八九十\d]{1,2}次(?:电话)?(?:回访|跟进|跟踪|追踪|沟通|联系)(?:时间|日期|方式|内容|记录|情况|结果|备注)?$|^(?:回访|跟进|跟踪|追踪)(?:时间|日期|方式|内容|记录|情况|结果)?[1-9一二三四五六]$/;

/** 客户意见 and 业主签名 hold 客户 and 业主, and are no names; nor are Room Name and File Name. */
function isNamed(plain: string, word: string): boolean {
  if (/^[\x20-\x7e]+$/.test(plain)) return plain.endsWith(word) && ofPerson.test(plain);
  return plain.endsWith(word) || /(姓名|名称|名字|全名)$/.test(plain);
}
