import { dayOf, type Sentence } from '@yilu/platform/contract';
import { useAuditWords, useFormats, useText } from '@yilu/platform/web';
import { moneyWords } from './audit-money.ts';
import type { Roles } from './role-select.tsx';

/** For finding and ordering; nobody's news. */
const machinery = ['id', 'version', 'path', 'pinyin', 'initials', 'nameKey'];
const yes: Sentence = { zh: '是', en: 'yes' };
const no: Sentence = { zh: '否', en: 'no' };
const and: Sentence = { zh: '、', en: ', ' };
const colon: Sentence = { zh: '：', en: ': ' };
/** `2026-11-20T02:00:00.000Z`. */
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Values of an image as lines of label and value; ids by their names, and left out where they have none. */
export function useValueLines(roles: Roles) {
  const t = useText();
  const { date, clock, amount } = useFormats();
  const { fields, codes, listed: lists } = useAuditWords();
  const labelOf = (key: string) => (fields[key] ? t(fields[key]) : key);
  const wordOf = (value: unknown, names: Readonly<Record<string, string>>): string | undefined => {
    if (value === null || value === undefined || value === '') return undefined;
    if (typeof value === 'boolean') return t(value ? yes : no);
    if (Array.isArray(value)) return listed(value.map((one) => wordOf(one, names)));
    if (typeof value === 'object')
      return listed(linesOf(value, names).map(([label, word]) => `${label}${t(colon)}${word}`));
    const text = String(value);
    if (uuid.test(text)) return names[text];
    if (instant.test(text)) return `${date(dayOf(new Date(text)))} ${clock(new Date(text))}`;
    return codes[text] ? t(codes[text]) : roles.wordOf(text);
  };
  const listOf = (key: string, value: unknown) =>
    lists[key] && (Array.isArray(value) || typeof value === 'string')
      ? listed([value].flat().map((one) => wordIn(lists[key], one)))
      : undefined;
  const wordIn = (words: Readonly<Record<string, Sentence>> | undefined, code: string) =>
    words?.[code] ? t(words[code]) : code;
  const listed = (words: readonly (string | undefined)[]) =>
    words.filter((word) => word !== undefined).join(t(and)) || undefined;
  const linesOf = (image: unknown, names: Readonly<Record<string, string>>): [label: string, word: string][] => {
    if (typeof image !== 'object' || image === null) return [];
    return Object.entries(image).flatMap(([key, value]): [string, string][] => {
      const money = moneyWords(key, value, amount);
      const word = listOf(key, value) ?? (money ? t(money) : wordOf(value, names));
      return word === undefined || machinery.includes(key) ? [] : [[labelOf(key), word]];
    });
  };
  return linesOf;
}
