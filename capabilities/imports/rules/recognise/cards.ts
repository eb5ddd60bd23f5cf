import type { Row } from '../../contract/cell.ts';
import { cellText } from '../values/cell-text.ts';
import { matchHeading } from './heading.ts';

const rowsOfCards = 40;

/** 房号 | 3-2-1203 | 建筑面积 | 89.5: at least two rows of names each beside its value, other names in every row, and no row of names alone. */
export function areCards(rows: readonly Row[]): boolean {
  const names = rows.slice(0, rowsOfCards).map(({ cells }) => {
    const filled = cells.map(cellText).filter((text) => text !== '');
    const known = filled.map((text) => (matchHeading(text)?.confidence ?? 0) >= 0.9);
    const isPaired = known[0] === true && known.every((isName, at) => !isName || at % 2 === 0);
    return { named: filled.filter((_, at) => known[at]), isPaired: isPaired && filled.length >= 3 };
  });
  const paired = names.filter(({ isPaired, named }) => isPaired && named.length > 1);
  const distinct = new Set(paired.map(({ named }) => named.join('|')));
  return distinct.size > 1 && names.every(({ isPaired, named }) => isPaired || named.length < 3);
}
