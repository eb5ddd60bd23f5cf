import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Rubric, ValueScale } from '../rules/index.ts';

/**
 * A figure that differs when a label of the same facts might: other parameters, another scale, another text of the rules.
 * Stored with each row of the book, so that a full recompute judges only what it has not judged before.
 */
export function seedOf(rubric: Rubric, scale: ValueScale, isRankedInGroup: boolean): bigint {
  const { switchedOff, ...completeness } = rubric.completeness;
  const figures = JSON.stringify([
    { ...rubric, completeness: { ...completeness, switchedOff: [...switchedOff].sort() } },
    scale,
    isRankedInGroup,
  ]);
  return createHash('sha256').update(textOfRules()).update(figures).digest().readBigInt64BE();
}

let ofRules: string | undefined;

/** The rules as they are written here: whoever changes one need not remember to say so. */
function textOfRules(): string {
  ofRules ??= digestOf([new URL('../rules/', import.meta.url), new URL('../../customers/rules/', import.meta.url)]);
  return ofRules;
}

function digestOf(folders: readonly URL[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort())
      hash.update(readFileSync(new URL(file, folder)));
  }
  return hash.digest('hex');
}
