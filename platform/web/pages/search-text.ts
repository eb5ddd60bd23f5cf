/** Whether every word typed begins something in the text or stands in it: `dj ld` finds `dengji laidian dj ld`. */
export function matches(text: string, typed: string): boolean {
  const within = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => within.includes(word));
}
