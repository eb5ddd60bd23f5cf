import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { found } from '@yilu/platform/contract';
import {
  decryptField,
  encryptField,
  readerEdition,
  readSpreadsheet,
  type SpreadsheetPart,
  type Work,
} from '@yilu/platform/server';
import { filesGone } from '../contract/index.ts';
import { forgetReadParts, insertReadPart, readParts } from '../store/files.ts';
import type { Tables } from '../store/tables.ts';
import { storedFile } from './stored-file.ts';

const packed = promisify(deflateRaw);
const unpacked = promisify(inflateRaw);

/**
 * The parts of a file as they are read, each kept beside the file for whoever needs its rows later: a parser from outside sees it
 * once.
 */
export async function* readAndKept(
  { db, keys }: Work<Tables>,
  fileId: string,
  bytes: Uint8Array,
): AsyncGenerator<SpreadsheetPart> {
  await forgetReadParts(db, fileId);
  let at = 0;
  for await (const part of readSpreadsheet(bytes)) {
    yield part;
    if (part.part === 'file') continue;
    const text = await packed(JSON.stringify(part), { level: 1 });
    const sealed = encryptField(keys, text.toString('base64'), fileId);
    const sheet = part.part === 'sheet' ? part.sheet.index : part.sheet;
    await insertReadPart(db, { fileId, at, sheet, reader: readerEdition, sealed });
    at += 1;
  }
}

/** One sheet of a stored file: as it was read, or read again where another edition of the reader did. */
export async function* partsOfSheet(
  work: Work<Tables>,
  fileId: string,
  sheet: number,
): AsyncGenerator<SpreadsheetPart> {
  const kept = await readParts(work.db, { fileId, sheet, reader: readerEdition });
  if (kept.length === 0) {
    yield* readSpreadsheet(found(await storedFile(work, fileId), filesGone), {}, [sheet]);
    return;
  }
  for (const sealed of kept) {
    const text = await unpacked(Buffer.from(decryptField(work.keys, sealed, fileId), 'base64'));
    yield JSON.parse(text.toString()) as SpreadsheetPart;
  }
}
