import { listColleagues } from '@yilu/identity/contract';
import { useAnswer, useText } from '@yilu/platform/web';
import { Select } from 'antd';
import { useState } from 'react';
import { texts } from './text.ts';

interface ConsultantPickerProps {
  readonly projectId: string | undefined;
  readonly value: string | undefined;
  /** Shown until another is chosen, also when they have left. */
  readonly label?: string | undefined;
  readonly onChange: (staffId: string | undefined, name: string | undefined) => void;
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
}

/** Whose deal it is: somebody whose work reaches the project, by name, pinyin or initials. */
export function ConsultantPicker({ projectId, value, label, onChange, ...control }: ConsultantPickerProps) {
  const t = useText();
  const [text, type] = useState('');
  const { data } = useAnswer(
    listColleagues,
    { ...(projectId && { projectId }), ...(text && { q: text }) },
    { when: projectId !== undefined, keep: true },
  );
  const found = (data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const current = value && label && !found.some((one) => one.value === value) ? [{ value, label }] : [];
  const options = [...current, ...found];
  return (
    <Select
      {...control}
      allowClear
      // The name of an imported file that was matched to no account.
      placeholder={value ? undefined : (label ?? t(texts.consultant))}
      showSearch={{ filterOption: false, onSearch: type }}
      value={value ?? null}
      options={options}
      onChange={(chosen: string | null) =>
        onChange(chosen ?? undefined, options.find((one) => one.value === chosen)?.label)
      }
    />
  );
}
