import type { Row } from '../../contract/cell.ts';
import type { SheetLayout } from '../../contract/layout.ts';
import { cellText } from '../values/cell-text.ts';
import { cardForm, cardReader } from './cards.ts';
import { chainHeadings, chainLine, isChain } from './chain.ts';
import type { TableFound } from './table.ts';

/** Rows of a sheet as rows of a table: `take` gives those that are complete, `rest` what is left at the end. */
export interface Unfolding {
  readonly take: (row: Row) => readonly Row[];
  readonly rest: () => readonly Row[];
}

const none = () => [];

export function unfolding(layout: SheetLayout | undefined): Unfolding {
  if (layout === undefined) return { take: (row) => [row], rest: none };
  if (layout.layout === 'cards') return cardReader(layout.places);
  return { take: (row) => [chainLine(row) ?? []].flat(), rest: none };
}

export function unfolded(layout: SheetLayout | undefined, rows: readonly Row[]): readonly Row[] {
  const { take, rest } = unfolding(layout);
  return [...rows.flatMap(take), ...rest()];
}

/** How the rows lie, where they make no table: cards, or entries that were pasted into one column. */
export function layoutOf(rows: readonly Row[]): SheetLayout | undefined {
  if (isChain(rows)) return { layout: 'chain' };
  const places = cardForm(rows);
  return places && { layout: 'cards', places: [...places] };
}

/** The table that such rows make; what stands above the first of them is its title. */
export function tableOf(layout: SheetLayout, rows: readonly Row[]): TableFound {
  const names = layout.layout === 'cards' ? layout.places.map(({ name }) => name) : chainHeadings;
  const first = unfolded(layout, rows)[0]?.number ?? 1;
  const above = rows.filter(({ number }) => number < first).flatMap(({ cells }) => cells.map(cellText));
  return { headerRow: 0, headings: new Map(names.entries()), above: above.filter((text) => text !== '') };
}
