import type { Row } from '../../contract/cell.ts';
import { cellText } from '../values/cell-text.ts';
import { plainHeading } from './heading.ts';
import { isOrdinal } from './table-rows.ts';

/** A building as it stands: a floor per row, from the top down or the bottom up, and beside it words for each home. */
export function isGrid(rows: readonly Row[]): boolean {
  const isList = rows.some(({ cells }) => isOrdinal(plainHeading(cellText(cells[0]))));
  const floors = rows.flatMap(({ cells }): number[] => {
    const [first = '', ...others] = cells.map(cellText).filter((text) => text !== '');
    const floor = /^(?:第)?(-?\d{1,2})\s*[层層楼F]?$/i.exec(first)?.[1];
    const areHomes = others.length > 1 && others.every((text) => text.length <= 12 && !/\d{5,}/.test(text));
    return floor !== undefined && areHomes && others.some((text) => /\p{Script=Han}/u.test(text))
      ? [Number(floor)]
      : [];
  });
  const steps = new Set(floors.slice(1).map((floor, at) => floor - (floors[at] ?? 0)));
  const [step] = steps;
  return !isList && floors.length > 1 && steps.size === 1 && (step === 1 || step === -1);
}
