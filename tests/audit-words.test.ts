import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AuditWords } from '@yilu/platform/contract';
import { expect, test } from 'vitest';

/** One code, or a choice among several. */
const actionGiven = /\baction:([^;{}]*?)(?:\n\s*subject\b|,\n|, |\})/g;
const root = join(import.meta.dirname, '..');

test.each(globSync('capabilities/*', { cwd: root }).map((folder) => basename(folder)))(
  'every doing that %s records has words in the audit, in both languages',
  async (capability) => {
    const recorded = globSync(`capabilities/${capability}/server/**/*.ts`, { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(actionGiven)].flatMap(([, given = '']) =>
        [...given.matchAll(/'([a-z-]+\.[a-z_]+)'/g)].map(([, code = '']) => code),
      ),
    );
    if (recorded.length === 0) return;
    const { auditWords }: { readonly auditWords: AuditWords } = await import(
      join(root, `capabilities/${capability}/console/audit-words.ts`)
    );
    const wordless = recorded.filter((code) => !auditWords.actions[code]?.zh || !auditWords.actions[code]?.en);
    expect(wordless, `give them words in capabilities/${capability}/console/audit-words.ts`).toEqual([]);
  },
);
