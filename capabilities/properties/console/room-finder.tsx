import { pathTo, useAnswer, useGo, useText } from '@yilu/platform/web';
import { AutoComplete, Input } from 'antd';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { searchRooms, stageNames } from '../contract/index.ts';
import { roomAddress } from './pages.ts';
import { texts } from './text.ts';
import './places.css';

/** Find a room however one writes it; within one project, or all in reach. */
export function RoomFinder({ projectId }: { readonly projectId?: string }) {
  const t = useText();
  const go = useGo();
  const [text, setText] = useState('');
  const { data } = useAnswer(
    searchRooms,
    { text, limit: 8, ...(projectId && { projectId }) },
    { when: text.trim().length > 0, keep: true },
  );
  const rooms = text.trim() === '' ? [] : (data?.items ?? []);
  return (
    <AutoComplete
      value={text}
      onChange={setText}
      onSelect={(roomId: string) => {
        setText('');
        go(pathTo(roomAddress, { roomId }));
      }}
      options={rooms.map((room) => ({
        value: room.id,
        label: (
          <span>
            {room.displayName} <span className="yl-foot">{t(stageNames[room.stage])}</span>
          </span>
        ),
      }))}
      notFoundContent={text.trim() !== '' && data ? t(texts.nothingFound) : null}
      className="pr-finder"
    >
      <Input
        prefix={<Search size={16} aria-hidden="true" />}
        placeholder={t(texts.findRoom)}
        aria-label={t(texts.findRoom)}
      />
    </AutoComplete>
  );
}
