import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Refused, refusalWith } from '@yilu/platform/contract';

const root = join(import.meta.dirname, '../..');
/** Where the built console lies; it belongs to the code, not to the data. */
export const consoleFolder = join(root, 'dist/console');
const mark = join(consoleFolder, '.built-from');

/**
 * Builds the console when its sources differ from those of the last build, in a process of its own: Vite takes memory that a
 * server should not keep. Built aside and put in place whole, so that two servers that start at once do not meet in one folder.
 */
export async function buildFacesWhenStale(say: (sentence: string) => void): Promise<void> {
  const config = join(root, 'apps/console/vite.config.ts');
  if (!existsSync(config)) return;
  const wanted = hashOfSources();
  if (readOr(mark, '') === wanted) return;
  say('正在生成网页，第一次需要几秒…… (building the pages)');
  mkdirSync(dirname(consoleFolder), { recursive: true });
  const draft = mkdtempSync(`${consoleFolder}.new-`);
  try {
    const { code, words } = await run(process.execPath, [
      join(root, 'node_modules/vite/bin/vite.js'),
      ...['build', join(root, 'apps/console'), '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'],
    ]);
    if (code !== 0) throw new Refused(notBuilt({ words: words.trim().split('\n').slice(-12).join('\n') }));
    writeFileSync(join(draft, '.built-from'), wanted);
    chmodSync(draft, 0o755);
    putInPlace(draft);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Another server that was built at the same moment from the same sources may have come first; then its pages stay. */
function putInPlace(draft: string): void {
  rmSync(consoleFolder, { recursive: true, force: true });
  try {
    renameSync(draft, consoleFolder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = globSync(
    [
      'platform/{contract,web}/**/*',
      'capabilities/*/{contract,rules,console}/**/*',
      'apps/console/**/*',
      'package-lock.json',
    ],
    { cwd: root, withFileTypes: true },
  )
    .filter(
      (entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function run(command: string, words: readonly string[]): Promise<{ code: number | null; words: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.once('error', (error) => resolve({ code: 1, words: error.message }));
    child.once('close', (code) => resolve({ code, words: said }));
  });
}

function readOr(file: string, otherwise: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : otherwise;
}

const notBuilt = refusalWith<{ words: string }>('launch.faces_not_built', {
  zh: ({ words }) => `网页没有生成：\n${words}`,
  en: ({ words }) => `The pages could not be built:\n${words}`,
});
