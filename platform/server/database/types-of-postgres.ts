import pg from 'pg';

const oidOfInt8 = 20;
const oidOfDate = 1082;

/**
 * How values arrive: `date` as text, since a JavaScript Date would move it across time zones; `bigint` as a number, since our
 * money and counts stay far below 2^53, and a value beyond that is a defect.
 */
export const parsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === oidOfDate) return (text: string) => text;
    if (oid === oidOfInt8) return safeInteger;
    return pg.types.getTypeParser(oid, format);
  },
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`beyond the safe integers: ${text}`);
  return value;
}
