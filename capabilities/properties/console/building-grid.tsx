import { Link, pathTo, useText } from '@yilu/platform/web';
import {
  type CSSProperties,
  type KeyboardEvent,
  type SyntheticEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { BuildingGrid as Grid, RoomLine } from '../contract/index.ts';
import type { Colours } from './colouring.ts';
import { type GridModel, gridOf } from './grid-model.ts';
import { roomAddress } from './pages.ts';
import { RoomCard } from './room-card.tsx';
import { texts } from './text.ts';
import './building-grid.css';

interface BuildingGridProps {
  readonly grid: Grid;
  readonly colours: Colours;
  /** Only rooms with this value stand out. */
  readonly spotlight: string | undefined;
}

/** Each room a cell: floors from the top down, doors side by side, one block per unit. */
export function BuildingGrid({ grid, colours, spotlight }: BuildingGridProps) {
  const t = useText();
  const model = useMemo(() => gridOf(grid), [grid]);
  const byId = useMemo(() => new Map(grid.rooms.map((room) => [room.id, room])), [grid]);
  const [active, setActive] = useState<string | undefined>(grid.rooms[0]?.id);
  const [pointed, point] = usePointed();
  const frame = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const next = active && neighbour(model, active, event.key);
    if (!next) return;
    event.preventDefault();
    setActive(next);
    frame.current?.querySelector<HTMLElement>(`#room-${next}`)?.focus();
  };
  const see = (event: SyntheticEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('.pr-cell');
    const id = cell?.id.slice('room-'.length);
    if (event.type === 'focus' && id) setActive(id);
    point(cell && id ? { id, cell } : undefined);
  };
  const room = pointed && byId.get(pointed.id);
  const cellOf = (each: RoomLine) => (
    <Cell
      key={each.id}
      room={each}
      colours={colours}
      tabbable={each.id === active}
      faded={spotlight !== undefined && colours.of(each)?.value !== spotlight}
    />
  );

  return (
    <div className="pr-grid" ref={frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form, these are links */}
      <div
        role="group"
        aria-label={t(texts.gridOf)}
        className="pr-blocks"
        onKeyDown={move}
        onMouseOver={see}
        onFocus={see}
        onMouseLeave={() => point(undefined)}
        onBlur={() => point(undefined)}
      >
        <Floors model={model} />
        {model.blocks.map((block) => (
          <div
            key={block.unitId ?? 'none'}
            className="pr-block"
            style={{ '--doors': block.doors.length } as CSSProperties}
          >
            <div className="pr-unit">{block.name ?? ' '}</div>
            {block.doors.map((door) => (
              <div key={door} className="pr-door">
                {door}
              </div>
            ))}
            {model.floors.flatMap(({ floor }) =>
              block.doors.map((door) => {
                const there = block.at(floor, door);
                return there ? cellOf(there) : <i key={`${floor}/${door}`} className="pr-gap" />;
              }),
            )}
          </div>
        ))}
      </div>
      {model.loose.length > 0 && (
        <div className="pr-loose">
          <h3 className="yl-foot">{t(texts.notOnAFloor)}</h3>
          <div className="pr-loose-cells">
            {model.loose.map((each) => (
              <Link key={each.id} to={pathTo(roomAddress, { roomId: each.id })}>
                {each.number}
              </Link>
            ))}
          </div>
        </div>
      )}
      {room && pointed && <RoomCard room={room} colours={colours} beside={pointed.cell} />}
    </div>
  );
}

function Floors({ model }: { readonly model: GridModel }) {
  return (
    <div className="pr-floors" aria-hidden="true">
      <div className="pr-unit">&nbsp;</div>
      <div className="pr-door">&nbsp;</div>
      {model.floors.map(({ floor, label }, at) => (
        <div key={floor} className="pr-floor">
          {at === 0 || floor % 4 === 0 || floor <= 1 || label !== String(floor) || model.floors.length <= 12
            ? label
            : ''}
        </div>
      ))}
    </div>
  );
}

interface CellProps {
  readonly room: RoomLine;
  readonly colours: Colours;
  readonly tabbable: boolean;
  readonly faded: boolean;
}

function Cell({ room, colours, tabbable, faded }: CellProps) {
  const t = useText();
  const value = colours.of(room);
  return (
    <Link
      to={pathTo(roomAddress, { roomId: room.id })}
      id={`room-${room.id}`}
      className={`pr-cell pr-look-${value?.look ?? 'hatch'}${faded ? ' pr-faded' : ''}`}
      tabIndex={tabbable ? 0 : -1}
      aria-label={`${room.displayName} ${value ? t(value.name) : t(texts.withoutLabel)}`}
    />
  );
}

interface Pointed {
  readonly id: string;
  readonly cell: HTMLElement;
}

/** The card comes after 300 ms of rest, moves at once to the next cell, and goes when the pointer leaves. */
function usePointed(): [Pointed | undefined, (pointed: Pointed | undefined) => void] {
  const [wanted, want] = useState<Pointed>();
  const [shown, show] = useState<Pointed>();
  useEffect(() => {
    if (!wanted) {
      show(undefined);
      return;
    }
    const timer = setTimeout(() => show(wanted), shown ? 0 : 300);
    return () => clearTimeout(timer);
  }, [wanted, shown]);
  return [shown, want];
}

/** The room above, below, before or after; gaps are jumped over. */
function neighbour(model: GridModel, id: string, key: string): string | undefined {
  const columns = model.blocks.flatMap((block) => block.doors.map((door) => ({ block, door })));
  const column = columns.findIndex(({ block, door }) =>
    model.floors.some(({ floor }) => block.at(floor, door)?.id === id),
  );
  const row = model.floors.findIndex(
    ({ floor }) => columns[column]?.block.at(floor, columns[column]?.door ?? '')?.id === id,
  );
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  const step = steps[key];
  if (!step || column < 0) return undefined;
  for (let at = 1; at <= Math.max(columns.length, model.floors.length); at++) {
    const floor = model.floors[row + step[0] * at];
    const target = columns[column + step[1] * at];
    if (!floor || !target) return undefined;
    const there = target.block.at(floor.floor, target.door);
    if (there) return there.id;
  }
  return undefined;
}
