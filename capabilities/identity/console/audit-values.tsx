import { dayOf, type Sentence } from '@yilu/platform/contract';
import { useAuditWords, useFormats, useText } from '@yilu/platform/web';
import { moneyWords } from './audit-money.ts';
import type { Roles } from './role-select.tsx';

/** For finding and ordering; nobody's news. */
const machinery = ['id', 'version', 'path', 'pinyin', 'initials', 'nameKey'];
const yes: Sentence = { zh: '是', en: 'yes' };
const no: Sentence = { zh: '否', en: 'no' };
const and: Sentence = { zh: '、', en: ', ' };
const then: Sentence = { zh: '；', en: '; ' };
const colon: Sentence = { zh: '：', en: ': ' };
const content: Sentence = { zh: '内容', en: 'Content' };
/** `2026-11-20T02:00:00.000Z`. */
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Minutes after midnight, as calendars write their periods. */
function isPeriod(value: object): value is { from: number; to: number } {
  const { from, to } = value as { from?: unknown; to?: unknown };
  return typeof from === 'number' && typeof to === 'number' && Object.keys(value).length === 2;
}

/** What is called one thing in each language. */
function isBilingual(value: object): value is Sentence {
  const { zh, en } = value as { zh?: unknown; en?: unknown };
  return typeof zh === 'string' && typeof en === 'string' && Object.keys(value).length === 2;
}

/** 540 is 09:00. */
function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Values of an image as lines of label and value; ids by their names, and left out where they have none. */
export function useValueLines(roles: Roles) {
  const t = useText();
  const { date, clock, amount } = useFormats();
  const { fields, codes, listed: lists } = useAuditWords();
  const labelOf = (key: string) => (fields[key] ? t(fields[key]) : key);
  const wordOf = (value: unknown, names: Readonly<Record<string, string>>): string | undefined => {
    if (value === null || value === undefined || value === '') return undefined;
    if (typeof value === 'boolean') return t(value ? yes : no);
    if (Array.isArray(value)) {
      const isNested = value.some((one) => typeof one === 'object');
      return listed(
        value.map((one) => wordOf(one, names) ?? (Array.isArray(one) ? '—' : undefined)),
        isNested ? then : and,
      );
    }
    if (isPeriod(value)) return `${clockOf(value.from)}–${clockOf(value.to)}`;
    if (isBilingual(value)) return `${value.zh} / ${value.en}`;
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
  const listed = (words: readonly (string | undefined)[], between = and) =>
    words.filter((word) => word !== undefined).join(t(between)) || undefined;
  const linesOf = (image: unknown, names: Readonly<Record<string, string>>): [label: string, word: string][] => {
    if (image === undefined || image === null) return [];
    // A list, or one day: what it is has been said by the action.
    if (typeof image !== 'object' || Array.isArray(image)) return [[t(content), wordOf(image, names) ?? '']];
    return Object.entries(image).flatMap(([key, value]): [string, string][] => {
      const money = moneyWords(key, value, amount);
      const word = listOf(key, value) ?? (money ? t(money) : wordOf(value, names));
      return word === undefined || machinery.includes(key) ? [] : [[labelOf(key), word]];
    });
  };
  return linesOf;
}
