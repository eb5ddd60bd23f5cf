import { counted } from '@yilu/platform/contract';
import { PanelSection, useFormats, useText } from '@yilu/platform/web';
import type { RoomLine } from '../contract/index.ts';
import type { Colours } from './colouring.ts';
import { texts } from './text.ts';

interface CompositionProps {
  readonly rooms: readonly RoomLine[];
  readonly colours: Colours;
  readonly spotlight: string | undefined;
  readonly onSpotlight: (value: string | undefined) => void;
}

/** How many rooms have each value; pressing one lets only its rooms stand out in the grid. */
export function Composition({ rooms, colours, spotlight, onSpotlight }: CompositionProps) {
  const t = useText();
  const format = useFormats();
  const counts = new Map<string, number>();
  for (const room of rooms) {
    const value = colours.of(room)?.value ?? '';
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  const lines = [
    ...colours.values.map(({ value, name, look }) => ({ value, name, look })).toReversed(),
    ...(counts.has('') ? [{ value: '', name: texts.withoutLabel, look: 'hatch' as const }] : []),
  ].filter(({ value }) => counts.has(value));

  return (
    <PanelSection title={t(texts.composition)} note={t(counted(rooms.length, texts.rooms))}>
      <div className="pr-parts">
        {lines.map(({ value, name, look }) => {
          const count = counts.get(value) ?? 0;
          return (
            <button
              key={value}
              type="button"
              className="yl-plain pr-part"
              aria-pressed={spotlight === value}
              onClick={() => onSpotlight(spotlight === value ? undefined : value)}
            >
              <span>{t(name)}</span>
              <span className="pr-part-bar">
                <i className={`pr-look-${look}`} style={{ width: `${(100 * count) / most}%` }} />
              </span>
              <b className="pr-part-count yl-num">{format.number(count)}</b>
              <span className="pr-part-count yl-num yl-quiet">{format.percent(count / rooms.length)}</span>
            </button>
          );
        })}
      </div>
    </PanelSection>
  );
}
