import { type Day, daysBetween } from '../../contract/index.ts';

/** An array that grows value by value, for a parameter of its type; absence is null. */
export interface GrowingArray<Value> {
  readonly add: (value: Value | undefined) => void;
  /** As PostgreSQL takes arrays in binary: neither side writes or reads a figure as text. */
  readonly bytes: () => Buffer;
}

const daysOfPostgres = '2000-01-01' as Day;

/** For `date[]`. */
export function dayArray(): GrowingArray<Day> {
  return growing(1082, 4, (bytes, at, day) => bytes.writeInt32BE(daysBetween(daysOfPostgres, day), at) - at);
}

/** For `smallint[]`. */
export function smallintArray(): GrowingArray<number> {
  return growing(21, 2, (bytes, at, figure) => bytes.writeInt16BE(figure, at) - at);
}

/** For `int[]`. */
export function intArray(): GrowingArray<number> {
  return growing(23, 4, (bytes, at, figure) => bytes.writeInt32BE(figure, at) - at);
}

/** For `text[]`; worth it for long texts. */
export function textArray(): GrowingArray<string> {
  return growing(
    25,
    (text) => text.length * mostBytesOfASign,
    (bytes, at, text) => bytes.write(text, at, 'utf8'),
  );
}

/** For `uuid[]`, at once. */
export function uuidArray(ids: readonly string[]): Buffer {
  const array = growing<string>(2950, 16, (bytes, at, id) => bytes.write(id.replaceAll('-', ''), at, 'hex'));
  for (const id of ids) array.add(id);
  return array.bytes();
}

/** In UTF-8, of a sign that JavaScript counts as one. */
const mostBytesOfASign = 3;
/** Dimensions, whether there are nulls, type, length and first index. */
const headBytes = 20;
const lengthBytes = 4;

function growing<Value>(
  typeOfPostgres: number,
  size: number | ((value: Value) => number),
  write: (bytes: Buffer, at: number, value: Value) => number,
): GrowingArray<Value> {
  let bytes = Buffer.allocUnsafe(16_384);
  let end = headBytes;
  let count = 0;
  return {
    add: (value) => {
      count += 1;
      const most = lengthBytes + (value === undefined ? 0 : typeof size === 'number' ? size : size(value));
      if (end + most > bytes.length)
        bytes = Buffer.concat([bytes.subarray(0, end)], Math.max(2 * bytes.length, end + most));
      const written = value === undefined ? isNull : write(bytes, end + lengthBytes, value);
      bytes.writeInt32BE(written, end);
      end += lengthBytes + Math.max(0, written);
    },
    bytes: () => {
      const head = [count === 0 ? 0 : 1, 1, typeOfPostgres, count, 1];
      for (const [place, figure] of head.entries()) bytes.writeInt32BE(figure, place * 4);
      return bytes.subarray(0, count === 0 ? headBytes - 8 : end);
    },
  };
}

const isNull = -1;
