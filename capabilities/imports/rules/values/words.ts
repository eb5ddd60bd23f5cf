import type { Cell } from '../../contract/cell.ts';
import { gradeUnknown } from '../../contract/problems.ts';
import { cellText, saysNothing } from './cell-text.ts';
import { absent, broken, type Reading, value } from './reading.ts';

/** A letter with an optional sign, as its company graded; which rubric it followed is kept beside it (shapes §5.3). */
export function readGrade(cell: Cell | undefined): Reading<string> {
  const text = cellText(cell)
    .toUpperCase()
    .replace(/\([^()]*\)|[级类\s]/g, '');
  if (saysNothing(text)) return absent;
  return /^[A-EU][+-]?$/.test(text) ? value(text) : broken(gradeUnknown);
}

/** Free text, at most 2,000 characters. */
export function readText(cell: Cell | undefined): Reading<string> {
  const text = cellText(cell);
  return saysNothing(text) ? absent : value(text.slice(0, 2_000));
}
