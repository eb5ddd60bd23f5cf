import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createGzip } from 'node:zlib';

/** Compresses what `fill` hands on, chunk by chunk, into a file; answers what proves that the file is whole. */
export async function writeGzip(
  path: string,
  fill: (take: (chunk: Buffer) => Promise<void>) => Promise<unknown>,
): Promise<{ bytes: number; sha256: string }> {
  const file = await open(path, 'w', 0o600);
  const hash = createHash('sha256');
  const gzip = createGzip({ level: 3 });
  let bytes = 0;
  const write = async () => {
    for await (const chunk of gzip as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
      // Not `write`, which may write a part when the disk is nearly full.
      await file.writeFile(chunk);
    }
  };
  const take = (chunk: Buffer) =>
    new Promise<void>((resolve, reject) => {
      gzip.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
  try {
    // Together, so that a disk that fills ends the copying too, instead of the process.
    await Promise.all([write(), fill(take).then(() => gzip.end())]);
  } finally {
    gzip.destroy();
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}
