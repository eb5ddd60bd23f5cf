import { useAnswer, useFormats, useText } from '@yilu/platform/web';
import { Select } from 'antd';
import { useState } from 'react';
import { findPeople } from '../contract/index.ts';
import { texts } from './text.ts';
import { useSeenPeople } from './use-seen-people.ts';
import { useSettled } from './use-settled.ts';

interface PersonPickerProps {
  readonly onPick: (personId: string | undefined, name: string) => void;
  readonly value: string | undefined;
  /** Of the one chosen before, who is not among those found now. */
  readonly name?: string | undefined;
  readonly except?: string;
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
  readonly 'aria-describedby'?: string | undefined;
}

/** One person among those in reach, by name, pinyin, initials, phone or room. */
export function PersonPicker({ onPick, value, name, except, ...control }: PersonPickerProps) {
  const t = useText();
  const formats = useFormats();
  const [typed, type] = useState('');
  const text = useSettled(typed.trim());
  const { data, error } = useAnswer(findPeople, { text, limit: 12 }, { when: text !== '', keep: true });
  const seen = useSeenPeople(error?.status === 0, text);
  const options = (error ? seen : (data?.people ?? []))
    .filter(({ id }) => id !== except)
    .map((one) => ({
      value: one.id,
      label: one.name,
      note: [one.maskedPhone && formats.phone(one.maskedPhone), ...one.rooms].filter(Boolean).join(' · '),
    }));
  const chosen = value !== undefined && name !== undefined && !options.some((one) => one.value === value);
  return (
    <Select
      {...control}
      style={{ width: '100%' }}
      allowClear
      placeholder={t(texts.findPerson)}
      value={value ?? null}
      options={chosen ? [{ value, label: name, note: '' }, ...options] : options}
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
