import { counted } from '@yilu/platform/contract';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  PageBody,
  PageHeader,
  pathTo,
  useAnswer,
  useIsPhone,
  useMay,
  useParams,
  useQueryState,
  useText,
} from '@yilu/platform/web';
import { Button, Dropdown, Segmented, Select } from 'antd';
import { Ellipsis, Pencil, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { editProperties, type BuildingGrid as Grid, readBuilding } from '../contract/index.ts';
import { BuildingGrid } from './building-grid.tsx';
import { BuildingPanel } from './building-panel.tsx';
import { type Colours, labelColours, stageColours } from './colouring.ts';
import { Composition } from './composition.tsx';
import { GeneratePanel } from './generate-panel.tsx';
import { Legend } from './legend.tsx';
import { projectAddress } from './pages.ts';
import { texts } from './text.ts';
import { UnitList } from './unit-list.tsx';

export function BuildingPage() {
  const { buildingId } = useParams('buildingId');
  const { data: grid, error, refetch } = useAnswer(readBuilding, { buildingId });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!grid) return <LoadingState shape="table" rows={12} />;
  return <Building grid={grid} />;
}

function Building({ grid }: { readonly grid: Grid }) {
  const t = useText();
  const may = useMay();
  const [panel, open] = useState<'generate' | 'edit'>();
  const [key, choose] = useQueryState('by', 'stage');
  const [spotlight, setSpotlight] = useQueryState('only');
  const ways = useMemo(() => [stageColours(), ...grid.colourings.map(labelColours)], [grid]);
  const colours = ways.find((way) => way.key === key) ?? ways[0] ?? stageColours();
  const { building, rooms } = grid;
  const canEdit = may(editProperties);

  return (
    <>
      <PageHeader
        title={building.name}
        note={`${grid.projectName}${grid.phaseName ? ` · ${grid.phaseName}` : ''} · ${sizeOf(grid, t)}`}
        back={pathTo(projectAddress, { projectId: building.projectId })}
        actions={
          <>
            {ways.length > 1 && (
              <Ways
                ways={ways}
                chosen={colours.key}
                onChoose={(next) => {
                  choose(next);
                  setSpotlight(undefined);
                }}
              />
            )}
            {canEdit && <Acts isEmpty={rooms.length === 0} onChoose={open} />}
          </>
        }
      />
      {rooms.length === 0 ? (
        <EmptyState
          title={t(texts.noRooms)}
          action={
            canEdit && (
              <Button type="primary" onClick={() => open('generate')}>
                {t(texts.generate)}
              </Button>
            )
          }
        >
          {t(texts.noRoomsHow)}
        </EmptyState>
      ) : (
        <PageBody
          rail={
            <>
              <Composition rooms={rooms} colours={colours} spotlight={spotlight} onSpotlight={setSpotlight} />
              <UnitList grid={grid} editable={canEdit} />
            </>
          }
        >
          <BuildingGrid grid={grid} colours={colours} spotlight={spotlight} />
          <Legend colours={colours} />
        </PageBody>
      )}
      <GeneratePanel open={panel === 'generate'} grid={grid} onClose={() => open(undefined)} />
      <BuildingPanel open={panel === 'edit'} building={building} onClose={() => open(undefined)} />
    </>
  );
}

function Ways({
  ways,
  chosen,
  onChoose,
}: {
  readonly ways: readonly Colours[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}) {
  const t = useText();
  const isPhone = useIsPhone();
  const options = ways.map(({ key, title }) => ({ value: key, label: t(title) }));
  return isPhone ? (
    <Select
      aria-label={t(texts.colouredBy)}
      value={chosen}
      onChange={onChoose}
      options={options}
      style={{ minWidth: 120 }}
    />
  ) : (
    <Segmented aria-label={t(texts.colouredBy)} value={chosen} onChange={onChoose} options={options} />
  );
}

interface ActsProps {
  readonly isEmpty: boolean;
  readonly onChoose: (panel: 'generate' | 'edit') => void;
}

/** Two buttons at a desk, one menu on a telephone. */
function Acts({ isEmpty, onChoose }: ActsProps) {
  const t = useText();
  const isPhone = useIsPhone();
  const acts = [
    { key: 'edit' as const, label: t(texts.edit), icon: <Pencil size={16} /> },
    { key: 'generate' as const, label: t(texts.generate), icon: <Plus size={16} /> },
  ];
  if (isPhone) {
    return (
      <Dropdown menu={{ items: acts, onClick: ({ key }) => onChoose(key as 'generate' | 'edit') }} trigger={['click']}>
        <Button icon={<Ellipsis size={18} />} aria-label={t(texts.more)} />
      </Dropdown>
    );
  }
  return acts.map(({ key, label, icon }) => (
    <Button
      key={key}
      icon={icon}
      type={isEmpty && key === 'generate' ? 'primary' : 'default'}
      onClick={() => onChoose(key)}
    >
      {label}
    </Button>
  ));
}

function sizeOf({ rooms, units }: Grid, t: ReturnType<typeof useText>): string {
  const floors = Math.max(0, ...rooms.map(({ floor }) => floor ?? 0));
  const parts = [
    floors > 0 && t(counted(floors, texts.floors)),
    units.length > 0 && t(counted(units.length, texts.units)),
    t(counted(rooms.length, texts.rooms)),
  ];
  return parts.filter(Boolean).join(' · ');
}
