/** One record of an old .xls: what it is, and its bytes without those that were put into records after it. */
export interface BiffRecord {
  readonly kind: number;
  readonly data: Buffer;
  /** Where the next record begins. */
  readonly next: number;
}

/** [MS-XLS] 2.3, those that carry what an office reads. */
export const records = {
  formula: 0x06,
  end: 0x0a,
  dateMode: 0x22,
  password: 0x2f,
  continued: 0x3c,
  sheet: 0x85,
  numbersPacked: 0xbd,
  textFormatted: 0xd6,
  style: 0xe0,
  merged: 0xe5,
  texts: 0xfc,
  textShared: 0xfd,
  number: 0x203,
  text: 0x204,
  yesOrError: 0x205,
  formulaText: 0x207,
  numberPacked: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const;

export function recordAt(stream: Buffer, at: number): BiffRecord {
  const next = at + 4 + stream.readUInt16LE(at + 2);
  if (next > stream.length) throw new RangeError('a record reaches beyond its stream');
  return { kind: stream.readUInt16LE(at), data: stream.subarray(at + 4, next), next };
}

/** From the beginning of a part of the stream to its end; charts within it are passed over. */
export function* recordsFrom(stream: Buffer, from: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = from; ; ) {
    const record = recordAt(stream, at);
    if (record.kind === records.begin) depth += 1;
    if (record.kind === records.end) depth -= 1;
    if (depth === 0) return;
    if (depth === 1) yield record;
    at = record.next;
  }
}

/** A record's bytes and those that continue it. */
export function withContinued(stream: Buffer, { data, next }: BiffRecord): Buffer[] {
  const pieces = [data];
  for (let at = next; at < stream.length; ) {
    const record = recordAt(stream, at);
    if (record.kind !== records.continued) break;
    pieces.push(record.data);
    at = record.next;
  }
  return pieces;
}

export interface BiffTexts {
  readonly number: (bytes: 2 | 4) => number;
  /** A text whose length stands before it, with what is kept beside it passed over. */
  readonly text: () => string;
}

/** Reads texts that may be cut anywhere; where the letters of one go on in the next piece, that says anew how wide they are. */
export function textsIn(pieces: readonly Buffer[], from = 0): BiffTexts {
  let piece = 0;
  let at = from;
  const left = () => (pieces[piece]?.length ?? 0) - at;
  const go = () => {
    piece += 1;
    at = 0;
    if (piece >= pieces.length) throw new RangeError('a text reaches beyond its record');
  };
  const byte = (): number => {
    while (left() <= 0) go();
    at += 1;
    return pieces[piece]?.[at - 1] ?? 0;
  };
  const number = (bytes: number) => Array.from({ length: bytes }, byte).reduceRight((sum, one) => sum * 256 + one, 0);
  const pass = (bytes: number) => {
    let still = bytes;
    while (still > left()) {
      still -= left();
      go();
    }
    at += still;
  };
  const letters = (length: number, isWideAtFirst: boolean): string => {
    let text = '';
    let isWide = isWideAtFirst;
    for (let still = length; still > 0; ) {
      if (left() <= 0) {
        go();
        isWide = (byte() & 1) === 1;
      }
      const some = Math.min(still, isWide ? left() >> 1 : left());
      if (some === 0) throw new RangeError('a letter is cut in two');
      const bytes = isWide ? some * 2 : some;
      text += pieces[piece]?.toString(isWide ? 'utf16le' : 'latin1', at, at + bytes) ?? '';
      at += bytes;
      still -= some;
    }
    return text;
  };
  return {
    number,
    text: () => {
      const length = number(2);
      const flags = byte();
      const formats = flags & 8 ? number(2) : 0;
      const further = flags & 4 ? number(4) : 0;
      const text = letters(length, (flags & 1) === 1);
      pass(formats * 4 + further);
      return text;
    },
  };
}
