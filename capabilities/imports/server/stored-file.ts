import { addDays, dayOf, instantOn } from '@yilu/platform/contract';
import { decryptField, encryptField, newId, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { errorFileDays } from '../contract/index.ts';
import { filePart, insertFile, insertFilePart } from '../store/files.ts';
import type { Tables } from '../store/tables.ts';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const bytesPerPart = 512 * 1024;

/** Keep an uploaded file, encrypted, until its keeping time is over. */
export async function storeFile(
  work: Work<Tables>,
  runId: string,
  position: number,
  { name, bytes }: GivenFile,
): Promise<string> {
  const id = newId();
  const days = await valueOf(work, errorFileDays, {});
  const expiresAt = instantOn(addDays(dayOf(work.now), days + 1));
  await insertFile(work.db, { id, runId, position, name: name.slice(0, 300), sizeBytes: bytes.length, expiresAt });
  for (let at = 0, part = 0; at < bytes.length; at += bytesPerPart, part += 1) {
    const text = Buffer.from(bytes.subarray(at, at + bytesPerPart)).toString('base64');
    await insertFilePart(work.db, id, part, encryptField(work.keys, text, id));
  }
  return id;
}

/** The file as it came, or undefined when it has expired. */
export async function storedFile(work: Work<Tables>, fileId: string): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = [];
  for (let part = 0; ; part += 1) {
    const sealed = await filePart(work.db, fileId, part);
    if (sealed === undefined) break;
    parts.push(Buffer.from(decryptField(work.keys, sealed, fileId), 'base64'));
  }
  return parts.length === 0 ? undefined : Buffer.concat(parts);
}
