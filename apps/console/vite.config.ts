import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { antdStylesAtBuild } from './boot/antd-plugin.ts';
import { compressedBeside } from './boot/compressed-plugin.ts';
import { firstNeedsFirst } from './boot/first-needs-plugin.ts';
import { offlineList } from './boot/offline-list-plugin.ts';
import { tokenSheet } from './boot/token-sheet-plugin.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tokenSheet(), antdStylesAtBuild(), firstNeedsFirst(), offlineList(), compressedBeside()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // Small files inside of CSS would be allowed as data, but the font is better cached by itself.
    assetsInlineLimit: 1_024,
    rolldownOptions: {
      experimental: { lazyBarrel: true },
      // Our modules do nothing by being imported, so that a door costs only what is taken through it; nor do antd's parts,
      // which do not say so.
      treeshake: {
        moduleSideEffects: [
          { test: /\/(platform|capabilities|apps)\/.*\.tsx?$/, sideEffects: false },
          { test: /\/node_modules\/(@rc-component|@ant-design)\/.*\.js$/, sideEffects: false },
        ],
      },
      output: {
        codeSplitting: {
          // What every page needs and what seldom changes, apart from what changes with each release. A few files rather than
          // many: a browser asks for six at a time, and every further one waits for a way there and back.
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            { name: 'icons', test: /node_modules\/lucide-react\//, priority: 3 },
            { name: 'ground', test: /node_modules\/(zod|@tanstack)\//, tags: ['$initial'], priority: 3 },
            { name: 'antd', test: /node_modules\//, tags: ['$initial'], priority: 2 },
            // Shapes are made when their file runs, and each file runs in a task of its own.
            { name: 'contracts', test: /\/capabilities\/\w+\/contract\//, tags: ['$initial'], priority: 2 },
            { name: 'shell', tags: ['$initial'], priority: 1 },
            // What is written into: Today is read first, and fetches these while it is.
            {
              name: 'fields',
              test: /node_modules\/(@rc-component\/(input|input-number|mini-decimal|select|virtual-list)|antd\/es\/(badge|empty|input|input-number|select))\/|\/web\/kit\/(choice|filter-bar|number-field)\.tsx/,
              priority: 1,
            },
            // The parts that most pages are composed of. What is fetched later by itself stays apart.
            {
              name: 'kit',
              test: /\/platform\/(contract|web)\/(?!.*(chart|command-menu|day-picker|filter-editor|overlays))/,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: { '/api': process.env.YILU_API ?? 'http://127.0.0.1:8080' },
  },
});
