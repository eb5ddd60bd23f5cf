import { fileIsEmpty, fileIsEncrypted, fileIsWebArchive, notASpreadsheet, SpreadsheetRefused } from './refusals.ts';
import type { SpreadsheetFormat } from './sheet.ts';

/** What the bytes are. Names lie: systems export HTML as `.xls`, people rename `.csv` to `.xlsx`. */
export function detectFormat(bytes: Uint8Array): SpreadsheetFormat {
  if (bytes.length === 0) throw new SpreadsheetRefused(fileIsEmpty);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));

  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return 'xlsx';
  if (head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') return oldBinary(bytes);
  if (hasByteOrderMark16(head)) return 'csv';
  if (/^MIME-Version:/i.test(head.toString('latin1'))) throw new SpreadsheetRefused(fileIsWebArchive);
  if (head.includes(0) && !isPaddedText(head)) throw new SpreadsheetRefused(notASpreadsheet);
  if (isForeign(head.subarray(0, 8).toString('latin1'))) throw new SpreadsheetRefused(notASpreadsheet);
  if (/^(\uFEFF|ï»¿)?\s*<(\?xml|!doctype|!--|html|head|meta|style|table|div|body)/i.test(head.toString('latin1')))
    return 'markup';
  return 'csv';
}

/** An encrypted .xlsx hides in the same container as an old .xls. */
function oldBinary(bytes: Uint8Array): 'xls' {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (container.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new SpreadsheetRefused(fileIsEncrypted);
  if (container.includes(Buffer.from('WordDocument', 'utf16le'))) throw new SpreadsheetRefused(notASpreadsheet);
  return 'xls';
}

function hasByteOrderMark16(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

/** Old systems pad fields with NUL; a binary file has other control characters too. */
function isPaddedText(head: Buffer): boolean {
  const nuls = head.filter((byte) => byte === 0).length;
  const others = head.filter((byte) => byte < 32 && ![0, 9, 10, 13, 26].includes(byte)).length;
  return others === 0 && nuls * 5 < head.length;
}

/** PDF, PNG, GIF, JPEG, RAR, 7z, gzip, bzip2, Windows and Linux programs, RTF. */
const foreignStarts = [
  '%PDF',
  '\u0089PNG',
  'GIF8',
  'ÿØÿ',
  'Rar!',
  '7z¼¯',
  '\u001f\u008b',
  'BZh',
  'MZ',
  '\u007fELF',
  '{\\rtf',
];

function isForeign(start: string): boolean {
  return foreignStarts.some((foreign) => start.startsWith(foreign));
}
