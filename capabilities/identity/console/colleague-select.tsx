import { useText } from '@yilu/platform/web';
import { Select } from 'antd';
import { useState } from 'react';
import { type Found, useLook } from './colleague-look.tsx';
import { choosing } from './colleague-text.ts';
import { useColleagueNames, useColleagueWords } from './use-colleagues.ts';
import './colleague-select.css';

interface Shared {
  /** Only those whose work reaches it; absent: all in reach. */
  readonly projectId?: string | undefined;
  /** Those who have left among them, as for what somebody did once. */
  readonly alsoLeft?: boolean;
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
  readonly size?: 'small';
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
  readonly 'aria-required'?: boolean | undefined;
}

interface ColleagueSelectProps extends Shared {
  readonly value: string | undefined;
  readonly onChange: (staffId: string | undefined, name: string | undefined) => void;
  /** What the chosen one is called, where that is known; asked for otherwise. */
  readonly name?: string | undefined;
  /** Who cannot be chosen, such as whoever hands over. */
  readonly except?: string | undefined;
  /** What choosing nobody means; with it the choice may be taken back. */
  readonly nobody?: string;
  readonly placeholder?: string;
  /** Whom it may be, by name: shown before anything is typed. */
  readonly suggested?: string;
}

/** One colleague, found by name, pinyin or initials among all in reach. The chosen one is named also when they have left. */
export function ColleagueSelect(props: ColleagueSelectProps) {
  const { projectId, alsoLeft, value, onChange, name, except, nobody, placeholder, suggested, ...control } = props;
  const t = useText();
  const called = useColleagueWords();
  const look = useLook({ projectId, alsoLeft, suggested });
  const [picked, pick] = useState<Found>();
  const known = picked?.value === value ? picked?.label : name;
  const nameOf = useColleagueNames(value && known === undefined ? [value] : []);
  const found = look.found?.filter(({ id }) => id !== except).map((one) => toOption(one, called(one)));
  const takenBack = nobody && value && look.text === '' ? [{ value: '', label: nobody }] : [];
  return (
    <>
      <Select<Found, Found>
        {...control}
        {...look.control}
        className="yl-colleague-select"
        labelInValue
        allowClear={nobody !== undefined}
        placeholder={placeholder ?? nobody ?? t(choosing.how)}
        value={value ? { value, label: known ?? nameOf(value) } : null}
        options={found && found.length > 0 ? [...takenBack, ...found] : []}
        onChange={(next: Found | null | undefined) => {
          const chosen = found?.find((one) => one.value === next?.value);
          pick(chosen);
          onChange(chosen?.value, chosen?.label);
        }}
      />
      {look.said}
    </>
  );
}

interface ColleaguesSelectProps extends Shared {
  readonly value: readonly string[];
  readonly onChange: (staffIds: string[]) => void;
  /** What can be chosen beside colleagues, such as oneself whoever it is. */
  readonly besides?: readonly Found[];
}

/** Several of them, as in a filter. */
export function ColleaguesSelect({
  projectId,
  alsoLeft,
  value,
  onChange,
  besides = [],
  ...control
}: ColleaguesSelectProps) {
  const t = useText();
  const called = useColleagueWords();
  const look = useLook({ projectId, alsoLeft });
  const [picked, pick] = useState<readonly Found[]>(besides);
  const knownOf = (id: string) => [...besides, ...picked].find((one) => one.value === id)?.label;
  const nameOf = useColleagueNames(value.filter((id) => knownOf(id) === undefined));
  const found = look.found?.map((one) => toOption(one, called(one))) ?? [];
  const offered = besides.filter(({ label }) => label.includes(look.text.trim()));
  return (
    <>
      <Select<Found[], Found>
        {...control}
        {...look.control}
        className="yl-colleague-select"
        mode="multiple"
        labelInValue
        placeholder={t(choosing.how)}
        value={value.map((id) => ({ value: id, label: knownOf(id) ?? nameOf(id) }))}
        options={[...offered, ...found]}
        onChange={(next) => {
          const isKnown = ({ value: id }: Found) => picked.some((one) => one.value === id);
          pick([...picked, ...found.filter((one) => !isKnown(one) && next.some(({ value: id }) => id === one.value))]);
          onChange(next.map(({ value: id }) => id));
        }}
      />
      {look.said}
    </>
  );
}

function toOption({ id, places }: { readonly id: string; readonly places: readonly string[] }, label: string): Found {
  return { value: id, label, places };
}
