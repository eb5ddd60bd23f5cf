import { Select } from 'antd';
import { useIsPhone } from '../pages/phone.ts';
import './choice.css';

interface ChoiceProps<Value extends string> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
  readonly 'aria-describedby'?: string | undefined;
}

/** One of a few. On a telephone it is the telephone's own wheel, which the thumb knows and which is there at once. */
export function Choice<Value extends string>({ value, onChange, options, status, ...control }: ChoiceProps<Value>) {
  if (!useIsPhone())
    return <Select {...control} {...(status && { status })} value={value} onChange={onChange} options={[...options]} />;
  return (
    <select
      {...control}
      className="yl-choice"
      aria-invalid={status === 'error'}
      value={value}
      onChange={(event) => {
        const chosen = options.find((one) => one.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
