import pg from 'pg';

const oidOfInt8 = 20;
const oidOfDate = 1082;
const oidOfInt8s = 1016;
const oidOfDates = 1182;
const oidsOfTexts = [1009, 2951];
const parsedTexts = (pg.types.getTypeParser as (oid: number) => (text: string) => (string | null)[])(1009);

/**
 * How values arrive: `date` as text, since a JavaScript Date would move it across time zones; `bigint` as a number, since our
 * money and counts stay far below 2^53, and a value beyond that is a defect.
 */
export const parsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === oidOfDate) return (text: string) => text;
    if (oid === oidOfInt8) return safeInteger;
    if (oid === oidOfDates || oidsOfTexts.includes(oid)) return textsOf;
    if (oid === oidOfInt8s) return (text: string) => textsOf(text).map((item) => item && safeInteger(item));
    return pg.types.getTypeParser(oid, format);
  },
};

/** Lists of ids, keys and days need no character by character reading: nothing in them is quoted. */
function textsOf(text: string): (string | null)[] {
  if (text === '{}') return [];
  if (/["{\\]/.test(text.slice(1))) return parsedTexts(text);
  return text
    .slice(1, -1)
    .split(',')
    .map((item) => (item === 'NULL' ? null : item));
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`beyond the safe integers: ${text}`);
  return value;
}
