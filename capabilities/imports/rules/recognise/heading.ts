import type { Field } from '../../contract/field.ts';
import { evened } from '../values/cell-text.ts';
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

/** A heading without what is decoration: marks for required columns, units and remarks in brackets, spaces, line ends. */
export function plainHeading(heading: string): string {
  return evened(heading)
    .replace(/\(.*?\)|\[.*?\]|【.*?】|<.*?>/g, '')
    .replace(/[\s*★※:：_.·#"'“”]/g, '')
    .toLowerCase();
}

/** The field a heading means, if any. `客户姓名*` and `联系电话（必填）` are as certain as the words themselves. */
export function matchHeading(heading: string): HeadingMatch | undefined {
  const plain = plainHeading(heading);
  if (plain === '') return undefined;
  const certain = exact.get(plain);
  if (certain) return { field: certain, confidence: 1 };
  const withoutNumber = exact.get(plain.replace(/\d+$/, ''));
  if (withoutNumber) return { field: withoutNumber, confidence: 0.9 };
  if (notOurs.some((word) => plain.includes(plainHeading(word)))) return undefined;
  const likely = words.find(({ word }) => plain.includes(word) && word.length * 4 >= plain.length);
  return likely ? { field: likely.field, confidence: 0.6 + 0.3 * (likely.word.length / plain.length) } : undefined;
}
