import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // Small files inside of CSS would be allowed as data, but the font is better cached by itself.
    assetsInlineLimit: 1_024,
    rolldownOptions: {
      // Our modules do nothing by being imported, so that a door costs only what is taken through it.
      treeshake: { moduleSideEffects: [{ test: /\/(platform|capabilities|apps)\/.*\.tsx?$/, sideEffects: false }] },
      output: {
        codeSplitting: {
          // What every page needs and what seldom changes, apart from what changes with each release.
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            { name: 'zod', test: /node_modules\/zod\//, priority: 3 },
            { name: 'tanstack', test: /node_modules\/@tanstack\/(?!react-virtual|virtual-core)/, priority: 3 },
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
