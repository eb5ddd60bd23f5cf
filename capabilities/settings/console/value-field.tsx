import type { Sentence } from '@yilu/platform/contract';
import { NumberField, useText } from '@yilu/platform/web';
import { Input, Select, Switch } from 'antd';
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
  /** Of any further part, where parts have names that the shape does not list. */
  readonly additionalProperties?: ValueShape | boolean;
  readonly items?: ValueShape;
}

/** How a value is told to people. */
export interface Telling {
  /** A share 0–1, read and written as per cent. */
  readonly isShare?: true | undefined;
  /** What choices and parts are called. */
  readonly words?: Readonly<Record<string, Sentence>> | undefined;
}

interface ValueFieldProps extends Telling {
  readonly shape: ValueShape;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly label: string;
  readonly id?: string;
}

/** A control that fits what a parameter may be: a switch, a choice, a figure, words, several of them, or a group of them. */
export function ValueField(props: ValueFieldProps) {
  const { shape, value, onChange, label, id, isShare, words } = props;
  const t = useText();
  const named = { 'aria-label': label, ...(id && { id }) };
  if (shape.type === 'boolean') return <Switch {...named} checked={value === true} onChange={onChange} />;
  if (shape.enum) {
    return (
      <Select
        {...named}
        value={value}
        onChange={onChange}
        options={shape.enum.map((each) => ({ value: each, label: wordOf(each, words, t) }))}
        style={{ width: '100%' }}
      />
    );
  }
  if (shape.type === 'integer' || shape.type === 'number') {
    const factor = isShare ? 100 : 1;
    // Without limits of its own: it would make 8 of a 3 on the way to the button, and 8 would be saved unseen.
    return (
      <NumberField
        {...named}
        value={isShare ? inPercent(value) : (value as number)}
        onChange={(next) => next !== null && onChange(next / factor)}
        step={shape.type === 'integer' ? 1 : isShare ? 5 : 0.05}
        {...(isShare && { suffix: '%' })}
      />
    );
  }
  if (shape.type === 'string')
    return <Input {...named} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />;
  if (shape.type === 'array' && shape.items && ['string', 'number', 'integer'].includes(shape.items.type ?? ''))
    return <SeveralField {...props} items={shape.items} />;
  const parts = shape.type === 'object' && partsOf(shape, value);
  if (parts) return <GroupField {...props} properties={parts} />;
  return <WrittenField {...props} />;
}

function SeveralField({ value, onChange, label, items, words }: ValueFieldProps & { readonly items: ValueShape }) {
  const t = useText();
  const isNumber = items.type !== 'string';
  const chosen = (Array.isArray(value) ? value : []).map(String);
  return (
    <Select
      aria-label={label}
      mode={items.enum ? 'multiple' : 'tags'}
      value={chosen}
      onChange={(next: string[]) => onChange(isNumber ? next.map(Number).filter((each) => !Number.isNaN(each)) : next)}
      {...(items.enum && {
        options: items.enum.map((each) => ({ value: String(each), label: wordOf(each, words, t) })),
      })}
      style={{ width: '100%' }}
    />
  );
}

function GroupField({
  value,
  onChange,
  label,
  words,
  properties,
}: ValueFieldProps & { readonly properties: Readonly<Record<string, ValueShape>> }) {
  const t = useText();
  const parts = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  return (
    <div className="st-group">
      {Object.entries(properties).map(([name, shape]) => (
        <div key={name}>
          <span className="yl-foot">{wordOf(name, words, t)}</span>
          <ValueField
            shape={shape}
            value={parts[name]}
            label={`${label} ${wordOf(name, words, t)}`}
            words={words}
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

/** A value in words: 是, 30, 70%, 交付、推荐. */
export function valueInWords(value: unknown, t: ReturnType<typeof useText>, telling: Telling = {}): string {
  if (typeof value === 'boolean') return t(value ? texts.yes : texts.no);
  if (telling.isShare && typeof value === 'number') return `${inPercent(value)}%`;
  if (Array.isArray(value)) return value.map((each) => valueInWords(each, t, telling)).join(t({ zh: '、', en: ', ' }));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, each]) => `${wordOf(name, telling.words, t)} ${valueInWords(each, t, telling)}`)
      .join(' · ');
  return value === undefined || value === null ? '–' : wordOf(value, telling.words, t);
}

/** 0.07 × 100 is 7.000000000000001 to a computer. */
function inPercent(share: unknown): number {
  return Math.round(Number(share) * 1e6) / 1e4;
}

function wordOf(value: unknown, words: Telling['words'], t: ReturnType<typeof useText>): string {
  const word = words?.[String(value)];
  return word ? t(word) : String(value);
}

/** The parts of a group, listed by its shape or found in its value. */
function partsOf(
  { properties, additionalProperties: further }: ValueShape,
  value: unknown,
): Readonly<Record<string, ValueShape>> | undefined {
  if (properties) return properties;
  if (typeof further !== 'object' || typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.keys(value).map((name) => [name, further]));
}
