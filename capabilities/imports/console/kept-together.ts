import type { ImportRun } from '../contract/index.ts';

type Kept = NonNullable<ImportRun['kept']>[number];

/** What stayed of the same ones for the same reason stands in one line: ten fields of somebody are not ten lines. */
export function together(kept: readonly Kept[]) {
  const groups = Map.groupBy(kept, ({ door, why, who }) =>
    [door, why.zh, ...(who ?? []).map(({ id }) => id)].join(' '),
  );
  return [...groups].flatMap(([key, lines]) => {
    const [first] = lines;
    return first ? [{ key, whats: counted(lines), why: first.why, door: first.door, who: first.who }] : [];
  });
}

/** Those whom the reader may not see have no names; their fields are counted together. */
function counted(lines: readonly Kept[]) {
  return [...Map.groupBy(lines, ({ what }) => what.zh).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ what: first.what, count: same.reduce((sum, { count }) => sum + count, 0) }] : [];
  });
}
