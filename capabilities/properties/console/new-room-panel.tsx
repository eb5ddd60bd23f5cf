import { FormRow, pathTo, SidePanel, useAsk, useGo, useText } from '@yilu/platform/web';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import {
  createRoom,
  listBuildings,
  listProjects,
  type RoomKind,
  readBuilding,
  roomKindNames,
  roomKinds,
} from '../contract/index.ts';
import { roomAddress } from './pages.ts';
import { texts } from './text.ts';
import './places.css';

interface NewRoomPanelProps {
  readonly open: boolean;
  readonly projectId: string;
  readonly onClose: () => void;
}

/** A parking space, shop or storage that stands in no building. */
export function NewRoomPanel({ open, projectId, onClose }: NewRoomPanelProps) {
  const t = useText();
  const go = useGo();
  const [kind, setKind] = useState<RoomKind>('PARKING_SPACE');
  const [number, setNumber] = useState('');
  const creating = useAsk(createRoom, {
    invalidates: [listBuildings, listProjects, readBuilding],
    onDone: ({ id }) => {
      onClose();
      go(pathTo(roomAddress, { roomId: id }));
    },
  });
  return (
    <SidePanel open={open} title={t(texts.addApart)} onClose={onClose}>
      <form
        className="pr-form"
        onSubmit={(event) => {
          event.preventDefault();
          creating.mutate({ projectId, kind, number });
        }}
      >
        <FormRow label={t(texts.kind)}>
          <Select
            value={kind}
            onChange={setKind}
            options={roomKinds
              .filter((value) => value !== 'RESIDENCE')
              .map((value) => ({ value, label: t(roomKindNames[value]) }))}
          />
        </FormRow>
        <FormRow label={t(texts.number)} error={creating.error?.message} required>
          <Input
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            maxLength={40}
            placeholder="B1-023"
          />
        </FormRow>
        <div className="pr-acts">
          <Button type="primary" htmlType="submit" loading={creating.isPending} disabled={number.trim() === ''}>
            {t(texts.save)}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
