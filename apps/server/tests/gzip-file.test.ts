import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { writeGzip } from '../backup/gzip-file.ts';

const chunks = Array.from({ length: 40 }, () => randomBytes(64 * 1024));
const fill = async (take: (chunk: Buffer) => Promise<void>) => {
  for (const chunk of chunks) await take(chunk);
};

test('what was handed on is in the file, with the proof of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yilu-gzip-'));
  const path = join(folder, 'table.copy.gz');
  const { bytes, sha256 } = await writeGzip(path, fill);
  const written = readFileSync(path);
  expect(gunzipSync(written).equals(Buffer.concat(chunks))).toBe(true);
  expect([bytes, sha256]).toEqual([written.length, createHash('sha256').update(written).digest('hex')]);
  rmSync(folder, { recursive: true });
});

// Linux has a file that is always full.
test.runIf(existsSync('/dev/full'))('a disk that is full ends the writing, and nothing else', async () => {
  await expect(writeGzip('/dev/full', fill)).rejects.toMatchObject({ code: 'ENOSPC' });
});

test('copying that fails ends the writing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yilu-gzip-'));
  const failing = async (take: (chunk: Buffer) => Promise<void>) => {
    await take(randomBytes(1_024));
    throw new Error('the connection broke');
  };
  await expect(writeGzip(join(folder, 'x.gz'), failing)).rejects.toThrow('the connection broke');
  rmSync(folder, { recursive: true });
});
