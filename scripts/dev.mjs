// npm run dev: the server on PORT+1 (restarted by --watch) and Vite on PORT with its hot pages, one Ctrl+C for both.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './parts.mjs';

const port = Number(process.env.PORT ?? 8080);
const api = `http://127.0.0.1:${port + 1}`;
const children = [
  start(['--watch', '--watch-preserve-output', 'scripts/start.mjs'], { PORT: String(port + 1), YILU_DEV: '1' }),
  // The console's vite.config.ts sends /api to YILU_API.
  start([join(root, 'node_modules/vite/bin/vite.js'), 'apps/console', '--port', String(port)], { YILU_API: api }),
];
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal));

function start(words, env) {
  const child = spawn(process.execPath, words, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
  child.once('exit', () => stop('SIGTERM'));
  return child;
}

function stop(signal) {
  for (const child of children) if (child.exitCode === null) child.kill(signal);
}
