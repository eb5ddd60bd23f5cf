/**
 * The stamp of a new migration, `YYYY-MM-DD-HHMM`: now, or one past the last there is, since migrations are applied in the order
 * of their names and one that sorts before a landed one would never find the tables it was written against.
 */
export function nextStamp(names: readonly string[], now: string): string {
  const last = names
    .map((name) => name.slice(0, now.length))
    .toSorted()
    .at(-1);
  return last === undefined || last < now ? now : following(last);
}

function following(stamp: string): string {
  const [, day = '', hour = '', minute = ''] = /^(.*)-(\d\d)(\d\d)$/.exec(stamp) ?? [];
  const next = new Date(`${day}T${hour}:${minute}:00Z`);
  next.setUTCMinutes(next.getUTCMinutes() + 1);
  return `${next.toISOString().slice(0, 10)}-${next.toISOString().slice(11, 16).replace(':', '')}`;
}
