/**
 * Where lists stood, by the entry of the browser's history, so that "back" draws the rows that were left at once. The router puts
 * the list to its place too, but only after its first rows have been drawn.
 */
const places = new Map<string, number>();
const most = 200;

/** Pixels from the top; 0 where the list was not open before. */
export function placeOf(list: string): number {
  return places.get(keyOf(list)) ?? 0;
}

export function rememberPlace(list: string, offset: number): void {
  keep(places, list, offset);
}

/** The row that was opened, and whether by its key: whoever comes back goes on from there. */
export interface OpenedRow {
  readonly index: number;
  readonly byKey: boolean;
}

const opened = new Map<string, OpenedRow>();

export function openedRowOf(list: string): OpenedRow | undefined {
  return opened.get(keyOf(list));
}

export function rememberOpened(list: string, row: OpenedRow): void {
  keep(opened, list, row);
}

let height: number | undefined;

/** Pixels in which a list shows its rows: as the last one that was open, or a guess that is measured once it is drawn. */
export function heightOf(): number {
  return height ?? Math.round(window.innerHeight * 0.75);
}

export function rememberHeight(pixels: number): void {
  if (pixels > 0) height = pixels;
}

function keep<Value>(kept: Map<string, Value>, list: string, value: Value): void {
  const key = keyOf(list);
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.keys().next().value;
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}

function keyOf(list: string): string {
  const { __TSR_key: entry = '' } = (window.history.state ?? {}) as { readonly __TSR_key?: string };
  return `${entry} ${list}`;
}
