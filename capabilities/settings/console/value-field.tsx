import { useText } from '@yilu/platform/web';
import { Input, InputNumber, Select, Switch } from 'antd';
import { useState } from 'react';
import { texts } from './text.ts';

/** The part of JSON Schema that parameters use. */
export interface ValueShape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, ValueShape>>;
  readonly items?: ValueShape;
}

interface ValueFieldProps {
  readonly shape: ValueShape;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly label: string;
  readonly id?: string;
}

/** A control that fits what a parameter may be: a switch, a choice, a figure, words, several of them, or a group of them. */
export function ValueField(props: ValueFieldProps) {
  const { shape, value, onChange, label, id } = props;
  const named = { 'aria-label': label, ...(id && { id }) };
  if (shape.type === 'boolean') return <Switch {...named} checked={value === true} onChange={onChange} />;
  if (shape.enum) {
    return (
      <Select
        {...named}
        value={value}
        onChange={onChange}
        options={shape.enum.map((each) => ({ value: each, label: String(each) }))}
        style={{ width: '100%' }}
      />
    );
  }
  if (shape.type === 'integer' || shape.type === 'number') {
    return (
      <InputNumber
        {...named}
        value={value as number}
        onChange={(next) => next !== null && onChange(next)}
        step={shape.type === 'integer' ? 1 : 0.05}
        {...(shape.minimum !== undefined &&
          Number.isSafeInteger(shape.minimum) &&
          shape.minimum > -1e9 && { min: shape.minimum })}
        {...(shape.maximum !== undefined && shape.maximum < 1e12 && { max: shape.maximum })}
        style={{ width: '100%' }}
      />
    );
  }
  if (shape.type === 'string')
    return <Input {...named} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />;
  if (shape.type === 'array' && shape.items && ['string', 'number', 'integer'].includes(shape.items.type ?? ''))
    return <SeveralField {...props} items={shape.items} />;
  if (shape.type === 'object' && shape.properties) return <GroupField {...props} properties={shape.properties} />;
  return <WrittenField {...props} />;
}

function SeveralField({ value, onChange, label, items }: ValueFieldProps & { readonly items: ValueShape }) {
  const isNumber = items.type !== 'string';
  const chosen = (Array.isArray(value) ? value : []).map(String);
  return (
    <Select
      aria-label={label}
      mode={items.enum ? 'multiple' : 'tags'}
      value={chosen}
      onChange={(next: string[]) => onChange(isNumber ? next.map(Number).filter((each) => !Number.isNaN(each)) : next)}
      {...(items.enum && { options: items.enum.map((each) => ({ value: String(each), label: String(each) })) })}
      style={{ width: '100%' }}
    />
  );
}

function GroupField({
  value,
  onChange,
  label,
  properties,
}: ValueFieldProps & { readonly properties: Readonly<Record<string, ValueShape>> }) {
  const parts = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  return (
    <div className="st-group">
      {Object.entries(properties).map(([name, shape]) => (
        <div key={name}>
          <span className="yl-foot">{name}</span>
          <ValueField
            shape={shape}
            value={parts[name]}
            label={`${label} ${name}`}
            onChange={(next) => onChange({ ...parts, [name]: next })}
          />
        </div>
      ))}
    </div>
  );
}

/** Whatever has no control of its own is written as it is stored; nothing is handed on until it can be read. */
function WrittenField({ value, onChange, label, id }: ValueFieldProps) {
  const t = useText();
  const [text, setText] = useState(() => JSON.stringify(value, undefined, 2));
  const [unreadable, setUnreadable] = useState(false);
  const write = (next: string) => {
    setText(next);
    try {
      onChange(JSON.parse(next));
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <>
      <Input.TextArea
        aria-label={label}
        {...(id && { id })}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={text}
        {...(unreadable && { status: 'error' as const })}
        onChange={(event) => write(event.target.value)}
      />
      {unreadable && <span className="yl-field-error">{t(texts.unreadable)}</span>}
    </>
  );
}

/** A value in words: 是, 30, 0.3, 3、11. */
export function valueInWords(value: unknown, t: ReturnType<typeof useText>): string {
  if (typeof value === 'boolean') return t(value ? texts.yes : texts.no);
  if (Array.isArray(value)) return value.map((each) => valueInWords(each, t)).join(t({ zh: '、', en: ', ' }));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, each]) => `${name} ${valueInWords(each, t)}`)
      .join(' · ');
  return String(value ?? '–');
}
