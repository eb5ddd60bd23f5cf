import type { Sentence } from '@yilu/platform/contract';
import { type GridColouring, type RoomLine, roomStages, stageNames } from '../contract/index.ts';
import { texts } from './text.ts';

/** How a cell looks; each has a word in the legend as well. */
export type CellLook =
  | `depth-${0 | 1 | 2 | 3 | 4}`
  | 'outline'
  | 'hatch'
  | 'faint'
  | 'attention'
  | 'attention-ring'
  | 'late';

export interface ColourValue {
  readonly value: string;
  readonly name: Sentence;
  readonly look: CellLook;
}

/** One way of colouring the grid. */
export interface Colours {
  readonly key: string;
  readonly title: Sentence;
  readonly values: readonly ColourValue[];
  readonly of: (room: RoomLine) => ColourValue | undefined;
  readonly noteOf: (room: RoomLine) => string | undefined;
}

const stageLooks: readonly CellLook[] = ['hatch', 'outline', 'depth-0', 'depth-1', 'depth-2', 'depth-3', 'depth-4'];

/** By stage, as every project has it. */
export function stageColours(): Colours {
  const values = roomStages.map(
    (value, at): ColourValue => ({ value, name: stageNames[value], look: stageLooks[at] ?? 'outline' }),
  );
  const byValue = new Map(values.map((each) => [each.value, each]));
  return { key: 'stage', title: texts.stage, values, of: (room) => byValue.get(room.stage), noteOf: () => undefined };
}

/** By a label that another capability contributed; values go from quiet to loud over the five depths. */
export function labelColours({ key, title, values, rooms }: GridColouring): Colours {
  const deep = values.filter(({ tone }) => tone === 'depth');
  const coloured = values.map(({ value, name, tone }): ColourValue => {
    if (tone === 'none') return { value, name, look: 'outline' };
    if (tone !== 'depth') return { value, name, look: tone };
    const at = deep.findIndex((each) => each.value === value);
    return { value, name, look: `depth-${Math.round((4 * at) / Math.max(1, deep.length - 1)) as 0 | 1 | 2 | 3 | 4}` };
  });
  const byValue = new Map(coloured.map((each) => [each.value, each]));
  return {
    key,
    title,
    values: coloured,
    of: ({ id }) => byValue.get(rooms[id]?.value ?? ''),
    noteOf: ({ id }) => rooms[id]?.note,
  };
}
