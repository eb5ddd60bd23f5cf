import { useText } from '@yilu/platform/web';
import { type RoomStage, roomStages, stageNames } from '../contract/index.ts';
import { stageColours } from './colouring.ts';
import './building-grid.css';

const looks = new Map(stageColours().values.map(({ value, look }) => [value, look]));

/** How far the rooms have come, as one line; its words are read to those who do not see it. */
export function StageBar({
  stages,
  rooms,
}: {
  readonly stages: Partial<Record<RoomStage, number>>;
  readonly rooms: number;
}) {
  const t = useText();
  const parts = roomStages.toReversed().filter((stage) => (stages[stage] ?? 0) > 0);
  if (parts.length === 0) return <span className="pr-stages" aria-hidden="true" />;
  const words = parts.map((stage) => `${t(stageNames[stage])} ${stages[stage]}`).join(' · ');
  return (
    <span className="pr-stages" role="img" aria-label={words} title={words}>
      {parts.map((stage) => (
        <i
          key={stage}
          className={`pr-look-${looks.get(stage)}`}
          style={{ width: `${(100 * (stages[stage] ?? 0)) / Math.max(1, rooms)}%` }}
        />
      ))}
    </span>
  );
}
