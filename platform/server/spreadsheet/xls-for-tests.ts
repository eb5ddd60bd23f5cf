import { CFB } from '@e965/xlsx';
import { records } from './biff-records.ts';

/** A sheet of an old .xls as its records, each what it is and its bytes. */
export type XlsRecords = readonly (readonly [kind: number, data: Buffer])[];

/** An .xls as Excel 2003 saves one, of records put together by hand: texts once in a table, cut into pieces where told. */
export function xlsOf(sheets: Readonly<Record<string, XlsRecords>>, sharedTexts: readonly Buffer[] = []): Uint8Array {
  const parts = Object.values(sheets).map((cells) => Buffer.concat([beginning(0x10), ...cells.map(recordOf), ending]));
  const globals = (starts: readonly number[]) =>
    Buffer.concat([
      beginning(5),
      recordOf([records.style, u16(0, 0, ...Array(8).fill(0))]),
      recordOf([records.style, u16(0, 14, ...Array(8).fill(0))]),
      ...Object.keys(sheets).map((name, at) => {
        const head = Buffer.from([0, 0, 0, 0, 0, 0, name.length, 1]);
        head.writeUInt32LE(starts[at] ?? 0);
        return recordOf([records.sheet, Buffer.concat([head, Buffer.from(name, 'utf16le')])]);
      }),
      ...sharedTexts.map((piece, at) => recordOf([at === 0 ? records.texts : records.continued, piece])),
      ending,
    ]);
  let at = globals([]).length;
  const starts = parts.map(({ length }) => {
    at += length;
    return at - length;
  });
  const container = CFB.utils.cfb_new({ root: 'R' });
  CFB.utils.cfb_add(container, '/Workbook', Buffer.concat([globals(starts), ...parts]));
  return new Uint8Array(CFB.write(container, { type: 'buffer' }));
}

/** The table of shared texts, filled as Excel fills it: a text that does not fit goes on in the next piece. */
export function textTable(texts: readonly string[], pieceBytes = 8_224): Buffer[] {
  const pieces: Buffer[] = [];
  let piece = Buffer.concat([u32(texts.length), u32(texts.length)]);
  const parts: Buffer[] = [piece];
  let length = piece.length;
  const close = () => {
    pieces.push(Buffer.concat(parts));
    parts.length = 0;
    length = 0;
  };
  const add = (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
  };
  for (const text of texts) {
    if (pieceBytes - length < 5) close();
    add(Buffer.concat([u16(text.length), Buffer.from([1])]));
    piece = Buffer.from(text, 'utf16le');
    while (piece.length > 0) {
      const room = (pieceBytes - length) & ~1;
      if (room < 2) {
        close();
        add(Buffer.from([1]));
        continue;
      }
      add(piece.subarray(0, room));
      piece = piece.subarray(room);
    }
  }
  close();
  return pieces;
}

export function sharedText(row: number, column: number, text: number): XlsRecords[number] {
  return [records.textShared, Buffer.concat([u16(row, column, 0), u32(text)])];
}

export function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => {
    bytes.writeUInt16LE(value, at * 2);
  });
  return bytes;
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

export function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

function recordOf([kind, data]: XlsRecords[number]): Buffer {
  return Buffer.concat([u16(kind, data.length), data]);
}

function beginning(what: number): Buffer {
  return recordOf([records.begin, u16(0x600, what, 0, 0, 0, 0, 0, 0)]);
}

const ending = recordOf([records.end, Buffer.alloc(0)]);
