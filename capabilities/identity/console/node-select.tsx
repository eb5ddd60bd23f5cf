import { useText } from '@yilu/platform/web';
import { Select } from 'antd';
import type { Companies } from './company-names.ts';
import { people } from './text.ts';

interface Shared {
  readonly companies: Companies;
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
  readonly 'aria-label'?: string;
}

/** One company or project; its level is told by the indent. */
export function NodeSelect({
  companies,
  value,
  onChange,
  placeholder,
  ...rest
}: Shared & {
  readonly placeholder?: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const t = useText();
  return (
    <Select
      {...rest}
      showSearch={{ optionFilterProp: 'search' }}
      allowClear
      placeholder={placeholder ?? t(people.choose)}
      options={companies.options}
      optionRender={({ data }) => <span style={{ paddingLeft: data.depth * 16 }}>{data.label}</span>}
      value={value ?? null}
      onChange={(next: string | null) => onChange(next ?? undefined)}
      style={{ width: '100%' }}
    />
  );
}

/** Several of them. */
export function NodesSelect({
  companies,
  value,
  onChange,
  ...rest
}: Shared & { readonly value: readonly string[]; readonly onChange: (value: string[]) => void }) {
  const t = useText();
  return (
    <Select
      {...rest}
      mode="multiple"
      showSearch={{ optionFilterProp: 'search' }}
      placeholder={t(people.choose)}
      options={companies.options}
      optionRender={({ data }) => <span style={{ paddingLeft: data.depth * 16 }}>{data.label}</span>}
      value={[...value]}
      onChange={onChange}
      style={{ width: '100%' }}
    />
  );
}
