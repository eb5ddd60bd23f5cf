import { useAnswer, useFormats, useText } from '@yilu/platform/web';
import { Select } from 'antd';
import { useState } from 'react';
import { findPeople } from '../contract/index.ts';
import { texts } from './text.ts';
import { useSettled } from './use-settled.ts';

interface PersonPickerProps {
  readonly onPick: (personId: string | undefined, name: string) => void;
  readonly value: string | undefined;
  readonly except?: string;
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
  readonly 'aria-describedby'?: string | undefined;
}

/** One person among those in reach, by name, pinyin, initials, phone or room. */
export function PersonPicker({ onPick, value, except, ...control }: PersonPickerProps) {
  const t = useText();
  const formats = useFormats();
  const [typed, type] = useState('');
  const text = useSettled(typed.trim());
  const { data } = useAnswer(findPeople, { text, limit: 12 }, { when: text !== '', keep: true });
  const options = (data?.people ?? [])
    .filter(({ id }) => id !== except)
    .map(({ id, name, maskedPhone, rooms }) => ({
      value: id,
      label: name,
      note: [maskedPhone && formats.phone(maskedPhone), ...rooms].filter(Boolean).join(' · '),
    }));
  return (
    <Select
      {...control}
      style={{ width: '100%' }}
      allowClear
      placeholder={t(texts.findPerson)}
      value={value ?? null}
      options={options}
      showSearch={{ filterOption: false, onSearch: type }}
      notFoundContent={text === '' ? null : t(texts.nobodyFound)}
      onChange={(id: string | null | undefined) =>
        onPick(id ?? undefined, options.find((one) => one.value === id)?.label ?? '')
      }
      optionRender={({ data: { label, note } }) => (
        <span className="cu-option">
          <span>{label}</span>
          <span className="yl-foot">{note}</span>
        </span>
      )}
    />
  );
}
