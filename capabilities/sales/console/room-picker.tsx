import { useAnswer, useText } from '@yilu/platform/web';
import { searchRooms } from '@yilu/properties/contract';
import { Select } from 'antd';
import { useState } from 'react';
import { texts } from './text.ts';

interface RoomPickerProps {
  readonly projectId: string | undefined;
  readonly value: string | undefined;
  /** Shown until another is chosen. */
  readonly label?: string | undefined;
  readonly onChange: (roomId: string | undefined, label: string | undefined) => void;
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
}

/** A room of the project by any notation: 3-2-1801, 3栋2单元1801. */
export function RoomPicker({ projectId, value, label, onChange, ...control }: RoomPickerProps) {
  const t = useText();
  const [text, type] = useState('');
  const { data } = useAnswer(
    searchRooms,
    { limit: 20, ...(projectId && { projectId }), ...(text && { text }) },
    { when: projectId !== undefined, keep: true },
  );
  const found = (data?.items ?? []).map(({ id, displayCode }) => ({ value: id, label: displayCode }));
  const current = value && label && !found.some((room) => room.value === value) ? [{ value, label }] : [];
  const options = [...current, ...found];
  return (
    <Select
      {...control}
      allowClear
      placeholder={t(texts.room)}
      showSearch={{ filterOption: false, onSearch: type }}
      value={value ?? null}
      options={options}
      onChange={(chosen: string | null) =>
        onChange(chosen ?? undefined, options.find((room) => room.value === chosen)?.label)
      }
    />
  );
}
