import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly isEntry?: boolean;
}

/** What the first page costs, in bytes over the wire; fonts are compressed already. */
export interface FirstLoad {
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
  readonly bytes: number;
}

export const mostBytes = 400_000;

/** The page, the entry with everything it imports at once, its styles and its font; pages that are fetched later do not count. */
export function firstLoadOf(folder: string): FirstLoad {
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const files = new Set(['index.html']);
  const take = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const each of chunk.imports ?? []) take(each);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) take(key);
  const sized = [...files].map((file) => ({ file, bytes: bytesOf(join(folder, file)) }));
  return { files: sized, bytes: sized.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function bytesOf(file: string): number {
  const content = readFileSync(file);
  return file.endsWith('.woff2') ? content.length : gzipSync(content).length;
}

if (import.meta.main) {
  const { files, bytes } = firstLoadOf(process.argv[2] ?? join(import.meta.dirname, '../../dist/console'));
  const lines = files.map((each) => `${String(Math.round(each.bytes / 100) / 10).padStart(7)} kB  ${each.file}`);
  process.stdout.write(`${lines.join('\n')}\n${(bytes / 1000).toFixed(1)} kB of ${mostBytes / 1000} kB\n`);
  process.exitCode = bytes > mostBytes ? 1 : 0;
}
