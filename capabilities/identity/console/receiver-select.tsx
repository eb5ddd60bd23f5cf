import { useAnswer, useText } from '@yilu/platform/web';
import { Select } from 'antd';
import { useState } from 'react';
import { listColleagues } from '../contract/index.ts';
import { people } from './text.ts';

interface ReceiverSelectProps {
  /** Who hands over, and so does not take. */
  readonly except: string;
  readonly value: string | undefined;
  readonly onChange: (staffId: string | undefined) => void;
}

/** Who takes what a colleague hands over, found by name, pinyin or initials. */
export function ReceiverSelect({ except, value, onChange }: ReceiverSelectProps) {
  const t = useText();
  const [q, setQ] = useState('');
  const colleagues = useAnswer(listColleagues, { q: q || undefined }, { keep: true });
  const options = (colleagues.data ?? [])
    .filter(({ id }) => id !== except)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder={t(people.find)}
      options={options}
      value={value ?? null}
      onChange={(next: string | null) => onChange(next ?? undefined)}
    />
  );
}
