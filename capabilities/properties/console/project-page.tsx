import { counted } from '@yilu/platform/contract';
import {
  EmptyState,
  ErrorState,
  Link,
  LoadingState,
  PageBody,
  PageHeader,
  PanelSection,
  pathTo,
  SidePanel,
  useAnswer,
  useFormats,
  useIsPhone,
  useMay,
  useParams,
  useText,
} from '@yilu/platform/web';
import { Button, Dropdown } from 'antd';
import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import {
  type BuildingSummary,
  createPhase,
  deletePhase,
  editPhase,
  editProperties,
  listBuildings,
  type Phase,
  type RoomKind,
  roomKindNames,
} from '../contract/index.ts';
import { ApartList } from './apart-list.tsx';
import { NewBuildingPanel } from './building-panel.tsx';
import { NameForm } from './name-form.tsx';
import { NewRoomPanel } from './new-room-panel.tsx';
import { buildingAddress, placesAddress } from './pages.ts';
import { RoomFinder } from './room-finder.tsx';
import { StageBar } from './stage-bar.tsx';
import { texts } from './text.ts';
import './places.css';

type PanelName = 'building' | 'phase' | 'room' | Phase;

export function ProjectPage() {
  const { projectId } = useParams('projectId');
  const t = useText();
  const format = useFormats();
  const may = useMay();
  const isPhone = useIsPhone();
  const [panel, open] = useState<PanelName>();
  const [kind, showKind] = useState<RoomKind>();
  const { data, error, refetch } = useAnswer(listBuildings, { projectId });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState shape="table" rows={8} />;
  const { project, phases, buildings, apart } = data;
  const canEdit = may(editProperties);
  const close = () => open(undefined);
  const groups: { phase: Phase | undefined; buildings: BuildingSummary[] }[] = [...phases, undefined]
    .map((phase) => ({ phase, buildings: buildings.filter(({ phaseId }) => phaseId === phase?.id) }))
    .filter((group) => group.buildings.length > 0 || group.phase);

  return (
    <>
      <PageHeader
        title={project.name}
        note={`${t(counted(project.buildings, texts.buildings))} · ${t(counted(project.rooms, texts.rooms))}`}
        back={placesAddress.path}
        actions={
          <>
            {!isPhone && <RoomFinder projectId={projectId} />}
            {canEdit && (
              <Dropdown
                menu={{
                  items: [
                    { key: 'phase', label: t(texts.addPhase) },
                    { key: 'room', label: t(texts.addApart) },
                  ],
                  onClick: ({ key }) => open(key as PanelName),
                }}
                trigger={['click']}
              >
                <Button icon={<Ellipsis size={16} />} aria-label={t(texts.more)} />
              </Dropdown>
            )}
            {canEdit && (
              <Button type="primary" icon={<Plus size={16} />} onClick={() => open('building')}>
                {t(texts.addBuilding)}
              </Button>
            )}
          </>
        }
      />
      {buildings.length === 0 && apart.length === 0 ? (
        <EmptyState title={t(texts.noBuildings)}>{t(texts.noBuildingsHow)}</EmptyState>
      ) : (
        <PageBody>
          {isPhone && <RoomFinder projectId={projectId} />}
          {groups.map((group) => (
            <PanelSection
              key={group.phase?.id ?? 'none'}
              title={group.phase?.name ?? t(phases.length > 0 ? texts.withoutPhase : texts.building)}
              note={
                group.phase &&
                canEdit && (
                  <Button type="link" size="small" onClick={() => open(group.phase)}>
                    {t(texts.edit)}
                  </Button>
                )
              }
            >
              <ul className="pr-buildings">
                {group.buildings.map((building) => (
                  <li key={building.id}>
                    <BuildingCard building={building} />
                  </li>
                ))}
              </ul>
            </PanelSection>
          ))}
          {apart.length > 0 && (
            <PanelSection title={t(texts.apart)}>
              <div className="pr-apart">
                {apart.map((each) => (
                  <Button key={each.kind} onClick={() => showKind(each.kind)}>
                    {t(roomKindNames[each.kind])} {format.number(each.rooms)}
                  </Button>
                ))}
              </div>
            </PanelSection>
          )}
        </PageBody>
      )}
      <NewBuildingPanel open={panel === 'building'} projectId={projectId} onClose={close} />
      <NewRoomPanel open={panel === 'room'} projectId={projectId} onClose={close} />
      <SidePanel
        open={kind !== undefined}
        title={kind ? t(roomKindNames[kind]) : ''}
        onClose={() => showKind(undefined)}
      >
        {kind && <ApartList projectId={projectId} kind={kind} />}
      </SidePanel>
      <SidePanel open={panel === 'phase'} title={t(texts.addPhase)} onClose={close}>
        <NameForm
          hint={texts.phaseHint}
          endpoint={createPhase}
          input={(name) => ({ projectId, name })}
          invalidates={[listBuildings]}
          onDone={close}
        />
      </SidePanel>
      <SidePanel open={typeof panel === 'object'} title={t(texts.editPhase)} onClose={close}>
        {typeof panel === 'object' && (
          <NameForm
            name={panel.name}
            hint={texts.phaseHint}
            endpoint={editPhase}
            input={(name) => ({ phaseId: panel.id, name, version: panel.version })}
            invalidates={[listBuildings]}
            onDone={close}
            removal={{ endpoint: deletePhase, input: { phaseId: panel.id } }}
          />
        )}
      </SidePanel>
    </>
  );
}

function BuildingCard({ building }: { readonly building: BuildingSummary }) {
  const t = useText();
  const { units, floors, rooms } = building;
  const parts = [
    floors && t(counted(floors, texts.floors)),
    units > 0 && t(counted(units, texts.units)),
    t(counted(rooms, texts.rooms)),
  ];
  return (
    <Link to={pathTo(buildingAddress, { buildingId: building.id })} className="pr-building">
      <b>{building.name}</b>
      <span className="yl-quiet">{parts.filter(Boolean).join(' · ')}</span>
      <StageBar stages={building.stages} rooms={rooms} />
    </Link>
  );
}
