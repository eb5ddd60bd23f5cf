import { useText } from '@yilu/platform/web';
import { useLayoutEffect, useRef, useState } from 'react';
import { fitOutNames, orientationNames, type RoomLine, stageNames } from '../contract/index.ts';
import type { Colours } from './colouring.ts';
import { texts } from './text.ts';

interface RoomCardProps {
  readonly room: RoomLine;
  readonly colours: Colours;
  readonly beside: HTMLElement;
}

/** What a cell stands for, beside it; the link itself names the room to those who do not see the card. */
export function RoomCard({ room, colours, beside }: RoomCardProps) {
  const t = useText();
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number }>();
  useLayoutEffect(() => {
    const cell = beside.getBoundingClientRect();
    const own = card.current?.getBoundingClientRect();
    if (!own) return;
    const right = cell.right + 12;
    const left = right + own.width > window.innerWidth - 8 ? Math.max(8, cell.left - own.width - 12) : right;
    const top = Math.min(Math.max(8, cell.top + cell.height / 2 - own.height / 3), window.innerHeight - own.height - 8);
    setPlace({ left, top });
  }, [beside]);

  const value = colours.of(room);
  const note = colours.noteOf(room);
  const facts = [
    room.layout,
    room.orientation && t(orientationNames[room.orientation]),
    room.fitOut && t(fitOutNames[room.fitOut]),
  ].filter(Boolean);
  return (
    <div ref={card} className="pr-card" aria-hidden="true" style={place ?? { visibility: 'hidden' }}>
      <div className="pr-card-head">
        <b>{room.displayName}</b>
        {room.grossArea !== undefined && (
          <span className="yl-foot">
            {room.grossArea} {t(texts.squareMetres)}
          </span>
        )}
      </div>
      <p>
        <i className={`pr-swatch pr-look-${value?.look ?? 'hatch'}`} /> {value ? t(value.name) : t(texts.withoutLabel)}
        {colours.key !== 'stage' && <span className="yl-quiet"> · {t(stageNames[room.stage])}</span>}
      </p>
      {facts.length > 0 && <p className="yl-quiet">{facts.join(' · ')}</p>}
      {note && <p className="pr-card-note">{note}</p>}
    </div>
  );
}
