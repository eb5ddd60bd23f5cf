import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Names the files that a telephone fetches ahead, so that pages open without a network; charts and the gallery wait for one. */
export function offlineList(): Plugin {
  return {
    name: 'yilu:offline-list',
    // Only when written do the files have their names.
    writeBundle({ dir = '.' }, bundle) {
      const files = Object.values(bundle)
        .filter((file) => /\.(js|css|woff2)$/.test(file.fileName))
        .filter((file) => file.type !== 'chunk' || !file.moduleIds.some((id) => /echarts|zrender|\/gallery\//.test(id)))
        .map((file) => `/${file.fileName}`);
      writeFileSync(join(dir, 'offline.json'), JSON.stringify(files.toSorted()));
    },
  };
}
