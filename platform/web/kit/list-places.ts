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
  const key = keyOf(list);
  places.delete(key);
  places.set(key, offset);
  const oldest = places.keys().next().value;
  if (places.size > most && oldest !== undefined) places.delete(oldest);
}

function keyOf(list: string): string {
  const { __TSR_key: entry = '' } = (window.history.state ?? {}) as { readonly __TSR_key?: string };
  return `${entry} ${list}`;
}
