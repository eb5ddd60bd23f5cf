import { expect, test } from 'vitest';
import type { Cell } from '../../contract/cell.ts';
import { readGrade } from './words.ts';

test.each<[Cell, string]>([
  ['Ａ', 'A'],
  ['b', 'B'],
  ['B+', 'B+'],
  ['A级', 'A'],
  ['U', 'U'],
  ['很高', 'imports.grade_unknown'],
])('the grade %j is %s', (cell, grade) => {
  const read = readGrade(cell);
  expect(read.state === 'value' ? read.value : read.state === 'broken' && read.reason.code).toBe(grade);
});
