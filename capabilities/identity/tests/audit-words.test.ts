import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { families, wordsOfAction } from '../console/actions.ts';

const root = join(import.meta.dirname, '../../..');

test('every doing that is recorded has words in the audit, in both languages', () => {
  const recorded = globSync('capabilities/*/server/**/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\baction: '([a-z-]+\.[a-z_]+)'/g)].map(
      ([, code = '']) => code,
    ),
  );
  const titles = new Set(families.map(({ title }) => title));
  const wordless = [...new Set(recorded)].filter(
    (code) => titles.has(wordsOfAction(code)) || wordsOfAction(code).zh === '其他',
  );
  expect(wordless, 'give them words in console/actions-elsewhere.ts').toEqual([]);
});
