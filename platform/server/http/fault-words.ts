import type { z } from 'zod';
import type { Sentence } from '../../contract/index.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with one field, as people say it: no types, no patterns, no English in Chinese. */
export function faultWords(issue: Issue): Sentence {
  switch (issue.code) {
    case 'custom':
      return (issue.params?.said as Sentence | undefined) ?? notRight;
    case 'invalid_type':
      return isMissing(issue.input) ? missing : (types[issue.expected] ?? notRight);
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false, isMissing(issue.input));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false);
    case 'invalid_format':
      return formats[issue.format] ?? notRight;
    case 'invalid_value':
      return isMissing(issue.input) ? missing : choices(issue.values);
    case 'not_multiple_of':
      return steps(issue.divisor);
    case 'unrecognized_keys':
      return { zh: `不认识的项目：${issue.keys.join('、')}。`, en: `Not known here: ${issue.keys.join(', ')}.` };
    default:
      return isMissing(issue.input) ? missing : notRight;
  }
}

const missing: Sentence = { zh: '请填写这一项。', en: 'Please fill this in.' };
const notRight: Sentence = { zh: '格式不对，请检查。', en: 'This is not in the right form; please check it.' };
const mostChoicesNamed = 12;

const types: Readonly<Record<string, Sentence>> = {
  string: { zh: '这里应为文字。', en: 'This should be text.' },
  number: { zh: '这里应为数字。', en: 'This should be a number.' },
  int: { zh: '这里应为整数。', en: 'This should be a whole number.' },
  boolean: { zh: '这里应为是或否。', en: 'This should be yes or no.' },
  date: {
    zh: '这里应为日期和时间，例如 2026-11-20T10:00:00+08:00。',
    en: 'This should be an instant such as 2026-11-20T10:00:00+08:00.',
  },
  array: { zh: '这里应为一组值。', en: 'This should be a list.' },
};

const formats: Readonly<Record<string, Sentence>> = {
  date: { zh: '日期应写作 2026-11-20。', en: 'A day is written 2026-11-20.' },
  datetime: { zh: '时间应写作 2026-11-20T10:00:00+08:00。', en: 'An instant is written 2026-11-20T10:00:00+08:00.' },
  uuid: { zh: '编号不对。', en: 'This is not an id.' },
  guid: { zh: '编号不对。', en: 'This is not an id.' },
};

function isMissing(input: unknown): boolean {
  return input === undefined || input === null || input === '';
}

function tooSmall(origin: string, least: number, isInclusive: boolean, isEmpty: boolean): Sentence {
  if (origin === 'string' && isEmpty) return missing;
  if (origin === 'string') return { zh: `至少 ${least} 个字符。`, en: `At least ${least} characters.` };
  if (origin === 'array') return { zh: `至少 ${least} 项。`, en: least === 1 ? 'At least one.' : `At least ${least}.` };
  return isInclusive
    ? { zh: `不能小于 ${least}。`, en: `Not below ${least}.` }
    : { zh: `要大于 ${least}。`, en: `Above ${least}.` };
}

function tooBig(origin: string, most: number, isInclusive: boolean): Sentence {
  if (origin === 'string') return { zh: `最多 ${most} 个字符。`, en: `At most ${most} characters.` };
  if (origin === 'array') return { zh: `最多 ${most} 项。`, en: `At most ${most}.` };
  return isInclusive
    ? { zh: `不能大于 ${most}。`, en: `Not above ${most}.` }
    : { zh: `要小于 ${most}。`, en: `Below ${most}.` };
}

function choices(values: readonly unknown[]): Sentence {
  if (values.length > mostChoicesNamed) return { zh: '没有这个选项。', en: 'There is no such choice.' };
  return { zh: `只能是：${values.join('、')}。`, en: `Only one of: ${values.join(', ')}.` };
}

function steps(divisor: number): Sentence {
  const decimals = divisor < 1 ? -Math.round(Math.log10(divisor)) : 0;
  return decimals > 0
    ? { zh: `最多 ${decimals} 位小数。`, en: `At most ${decimals} decimals.` }
    : { zh: `应为 ${divisor} 的倍数。`, en: `A multiple of ${divisor}.` };
}
