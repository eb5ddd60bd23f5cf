import type { Sentence } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import type { GridColouring } from '@yilu/properties/contract';
import type { Colouring } from '@yilu/properties/server';
import { activityTexts, labelTexts, lifecycleTexts, seeBook, valueTexts } from '../contract/index.ts';
import { labelsOfRooms, type RoomLabels } from '../store/labels.ts';
import { onOwnTables } from './own-work.ts';

type Value = GridColouring['values'][number];
type Tone = Value['tone'];

/** A building by the label of whoever owns each room: of several owners the first named counts. */
function byLabel(
  label: 'activity' | 'lifecycle' | 'value',
  texts: Readonly<Record<string, Sentence>>,
  order: readonly (readonly [value: string, tone: Tone])[],
): Colouring {
  return async (work: Work, { roomIds }) => {
    if (!work.actor.permissions.has(seeBook.id)) return undefined;
    const rows = await labelsOfRooms(onOwnTables(work), roomIds);
    const values = order.flatMap(([value, tone]): Value[] => {
      const name = texts[value];
      return name ? [{ value, name, tone }] : [];
    });
    return { key: `segments.${label}`, title: labelTexts[label], values, rooms: ofRooms(rows, label) };
  };
}

function ofRooms(rows: readonly RoomLabels[], label: 'activity' | 'lifecycle' | 'value'): GridColouring['rooms'] {
  const rooms: GridColouring['rooms'] = {};
  for (const row of rows) {
    const value = row[label];
    if (value !== null && !rooms[row.roomId]) rooms[row.roomId] = { value, note: row.name };
  }
  return rooms;
}

/** Amber is worth a contact today, as the lamp of the label is; everything else is depth (look §3). */
export const gridColourings: readonly Colouring[] = [
  byLabel('activity', activityTexts, [
    ['NO_RECORD', 'none'],
    ['DORMANT', 'faint'],
    ['SILENT', 'attention-ring'],
    ['COOLING', 'attention'],
    ['ACTIVE', 'depth'],
  ]),
  byLabel('lifecycle', lifecycleTexts, [
    ['LOST', 'none'],
    ['POTENTIAL', 'depth'],
    ['PROSPECTIVE', 'depth'],
    ['CLOSED', 'depth'],
    ['LONG_STANDING', 'depth'],
  ]),
  byLabel('value', valueTexts, [
    ['UNCLASSIFIED', 'none'],
    ['EMERGING', 'depth'],
    ['FIRST_NEED', 'depth'],
    ['UPGRADER', 'depth'],
    ['HIGH_NET_WORTH', 'depth'],
  ]),
];
