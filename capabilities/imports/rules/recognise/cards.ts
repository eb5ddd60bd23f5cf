import type { Cell, Row } from '../../contract/cell.ts';
import type { CardPlace } from '../../contract/layout.ts';
import { cellText } from '../values/cell-text.ts';
import { matchHeading } from './heading.ts';

const mostRowsOfCard = 40;

interface Seen {
  readonly name: string;
  readonly at: { readonly row: Row; readonly column: number; readonly next: number }[];
}

/**
 * One household per block of rows, each value right of its name: at least three names that we know come again as often as the
 * first, at the same distance. One such form alone is a card too. The names in the order of the card, the first of which begins
 * it; undefined of anything else.
 */
export function cardForm(rows: readonly Row[]): readonly CardPlace[] | undefined {
  const found = new Map<string, Seen>();
  for (const row of rows) {
    const names = namesIn(row);
    for (const [at, [column, name]] of names.entries()) {
      const seen = found.get(`${column} ${name}`) ?? { name, at: [] };
      seen.at.push({ row, column, next: names[at + 1]?.[0] ?? row.cells.length });
      found.set(`${column} ${name}`, seen);
    }
  }
  const [first] = found.values();
  if (!first) return undefined;
  const cards = first.at.length;
  const steady = [...found.values()].filter(({ at }) => at.length <= cards && at.length >= cards * 0.8);
  const starts = first.at.map(({ row }) => row.number);
  const heights = starts.slice(1).map((start, at) => start - (starts[at] ?? 0));
  const isSteady =
    cards === 1
      ? rows.length <= mostRowsOfCard && isForm(rows)
      : Math.min(...heights) > 1 && Math.max(...heights) <= Math.min(...heights) * 1.5 + 1;
  const fields = new Set(steady.map(({ name }) => matchHeading(name)?.field));
  const isOfPeople = fields.has('name') && (fields.has('room') || fields.has('phone'));
  const isSpread = new Set(steady.map(({ at }) => at[0]?.row.number)).size > 1;
  if (!isSteady || !isOfPeople || fields.size < 3 || !isSpread) return undefined;
  const places = new Map(
    steady.toReversed().map((seen) => [seen.name, { name: seen.name, distance: distanceOf(seen) }]),
  );
  return [...places.values()].toReversed();
}

/** Reads cards row by row; each is a row of its values by name, with the number of its first row. */
export function cardReader(places: readonly CardPlace[]): {
  readonly take: (row: Row) => Row[];
  readonly rest: () => Row[];
} {
  const index = new Map(places.map(({ name }, at) => [name, at]));
  let card: { readonly number: number; readonly cells: Cell[] } | undefined;
  const rest = () => {
    const done = card ? [card] : [];
    card = undefined;
    return done;
  };
  return {
    rest,
    take: (row) => {
      const done: Row[] = [];
      for (const [column, name] of namesIn(row)) {
        const at = index.get(name);
        if (at === undefined) continue;
        if (at === 0) {
          done.push(...rest());
          card = { number: row.number, cells: places.map(() => null) };
        }
        const value = row.cells[column + (places[at]?.distance ?? 1)] ?? null;
        if (card && (card.cells[at] ?? null) === null) card.cells[at] = value;
      }
      return done;
    },
  };
}

/** How far right of its name the value stands: beside it, or behind cells that were merged with the name. */
function distanceOf({ at }: Seen): number {
  const told = at.flatMap(({ row, column, next }) => {
    const value = row.cells.findIndex((cell, place) => place > column && place < next && cellText(cell) !== '');
    return value < 0 ? [] : [{ distance: value - column, text: cellText(row.cells[value]) }];
  });
  const [first] = told;
  // The same words in every card are another name, beside an empty place.
  const isOther = told.length > 1 && told.every(({ text }) => text === first?.text);
  return !first || isOther ? 1 : Math.min(...told.map(({ distance }) => distance));
}

/** 房号 | 3-2-1203 | 建筑面积 | 89.5: at least two rows of names each beside its value, and no row of names alone. */
function isForm(rows: readonly Row[]): boolean {
  const names = rows.map((row) => {
    const filled = row.cells.map(cellText).filter((text) => text !== '');
    const known = filled.map(isKnown);
    const isPaired = known[0] === true && known.every((isName, at) => !isName || at % 2 === 0);
    return { named: filled.filter((_, at) => known[at]), isPaired: isPaired && filled.length >= 3 };
  });
  const paired = names.filter(({ isPaired, named }) => isPaired && named.length > 1);
  const distinct = new Set(paired.map(({ named }) => named.join('|')));
  return distinct.size > 1 && names.every(({ isPaired, named }) => isPaired || named.length < 3);
}

/** Names that we know, each with a place for its value right of it; none of a row that is full of names. */
function namesIn({ cells }: Row): [column: number, name: string][] {
  const known = cells.flatMap((cell, column): [number, string][] => {
    const text = typeof cell === 'string' && cell.length <= 20 ? cellText(cell) : '';
    return text !== '' && isKnown(text) ? [[column, text]] : [];
  });
  const beside = known.filter(([column], at) => known[at - 1]?.[0] === column - 1);
  // What stands right beside a name is its value, even where it reads like a name: 人员类型 | 业主.
  return beside.length > 1 ? [] : known.filter((one) => !beside.includes(one));
}

function isKnown(text: string): boolean {
  return (matchHeading(text)?.confidence ?? 0) >= 0.9;
}
