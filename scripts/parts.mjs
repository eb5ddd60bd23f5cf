// The parts of `npm run check` and `npm test`: each is a command that says nothing much when all is well.
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const tool = (path) => join(root, 'node_modules', path);

/** Everything that can be known without running the product. */
export const staticParts = [
  ...['pure', 'server', 'web', 'stories'].filter(hasSources).map((name) => ({
    name: `types: ${name}`,
    command: [tool('typescript/bin/tsc'), '-p', `tsconfig.${name}.json`],
  })),
  { name: 'format and lint', command: [tool('@biomejs/biome/bin/biome'), 'check', '.', '--error-on-warnings'] },
  { name: 'floating promises, circles of imports', command: [tool('oxlint/bin/oxlint'), '--type-aware', '--quiet'] },
  { name: 'unused files, exports and packages', command: [tool('knip/bin/knip.js'), '--no-config-hints'] },
  {
    name: 'database/schema.ts and database/current are what the migrations make',
    command: [join(root, 'database/commands/write-schema.ts'), '--check'],
  },
];

/** TypeScript treats a project without files as an error; there is no face for phones yet, for one. */
function hasSources(name) {
  return name !== 'stories' || globSync('stories/**/*.ts', { cwd: root }).length > 0;
}

export function vitestPart(name, words, outputFile) {
  return {
    name,
    command: [
      tool('vitest/vitest.mjs'),
      'run',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
      ...words,
    ],
  };
}

/** Runs one part to its end; its words are kept until it is known whether anybody needs them. */
export function run({ command }) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const [script, ...words] = command;
    const env = {
      ...process.env,
      FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
      NO_COLOR: process.stdout.isTTY ? '' : '1',
    };
    if (!existsSync(script)) throw new Error(`${script} is missing: npm ci`);
    // A group of its own, so that a part that hangs can be ended with all that it started.
    const child = spawn(process.execPath, [script, ...words], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('close', (code) =>
      resolve({
        passed: code === 0,
        words: Buffer.concat(chunks).toString(),
        seconds: (performance.now() - startedAt) / 1000,
      }),
    );
  });
}

export function report(name, { passed, words, seconds }) {
  process.stdout.write(`${passed ? '✓' : '✗'} ${name}  ${seconds.toFixed(1)} s\n`);
  if (!passed) process.stdout.write(`${words.trimEnd()}\n\n`);
}

/** Runs parts two at a time (the machine we promise has two cores), reporting in the order of the list. */
export async function runAll(parts) {
  const results = new Array(parts.length);
  let next = 0;
  let reported = 0;
  const worker = async () => {
    while (next < parts.length) {
      const place = next++;
      results[place] = await run(parts[place]);
      while (results[reported]) {
        report(parts[reported].name, results[reported]);
        reported += 1;
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}
