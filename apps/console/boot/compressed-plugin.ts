import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const worthwhile = { pattern: /\.(js|css|html|svg|webmanifest)$/, leastBytes: 1_000 };

/** Beside each file its compressed twins, so that the server sends them as they lie instead of compressing at each visit. */
export function compressedBeside(): Plugin {
  return {
    name: 'yilu:compressed',
    apply: 'build',
    writeBundle: ({ dir = '' }) => {
      const files = readdirSync(dir, { recursive: true, withFileTypes: true });
      for (const entry of files) {
        if (!entry.isFile() || !worthwhile.pattern.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name);
        const content = readFileSync(file);
        if (content.length < worthwhile.leastBytes) continue;
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
