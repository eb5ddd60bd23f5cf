import {
  ErrorState,
  LoadingState,
  PageBody,
  PageHeader,
  PanelSection,
  PanelSlot,
  pathTo,
  useAnswer,
  useMay,
  usePanels,
  useParams,
  useText,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { editProperties, type Room, readRoom, roomKindNames, stageNames } from '../contract/index.ts';
import { buildingAddress, projectAddress } from './pages.ts';
import { RoomFactsList } from './room-facts.tsx';
import { RoomPanel } from './room-panel.tsx';
import { RoomRoad } from './room-road.tsx';
import { roomPeople, roomTimeline } from './slots.ts';
import { texts } from './text.ts';
import './places.css';

export function RoomPage() {
  const { roomId } = useParams('roomId');
  const { data: room, error, refetch } = useAnswer(readRoom, { roomId });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!room) return <LoadingState shape="form" rows={6} />;
  return <RoomView room={room} />;
}

function RoomView({ room }: { readonly room: Room }) {
  const t = useText();
  const may = useMay();
  const [editing, edit] = useState(false);
  const hasPeople = usePanels(roomPeople).length > 0;
  const hasTimeline = usePanels(roomTimeline).length > 0;
  const back = room.buildingId
    ? pathTo(buildingAddress, { buildingId: room.buildingId })
    : pathTo(projectAddress, { projectId: room.projectId });
  const canEdit = may(editProperties);
  const where = { roomId: room.id, projectId: room.projectId };
  const note = [room.projectName, room.phaseName, t(roomKindNames[room.kind]), t(stageNames[room.stage])]
    .filter(Boolean)
    .join(' · ');

  return (
    <>
      <PageHeader
        title={room.displayName}
        note={note}
        back={back}
        actions={
          canEdit && (
            <Button icon={<Pencil size={16} />} onClick={() => edit(true)}>
              {t(texts.edit)}
            </Button>
          )
        }
      />
      <PageBody rail={<RoomRoad room={room} />}>
        <PanelSection title={t(texts.facts)}>
          <RoomFactsList room={room} />
        </PanelSection>
        {hasPeople && (
          <PanelSection title={t(texts.people)}>
            <PanelSlot slot={roomPeople} {...where} />
          </PanelSection>
        )}
        {hasTimeline && (
          <PanelSection title={t(texts.happened)}>
            <PanelSlot slot={roomTimeline} {...where} />
          </PanelSection>
        )}
      </PageBody>
      {editing && <RoomPanel room={room} onClose={() => edit(false)} />}
    </>
  );
}
