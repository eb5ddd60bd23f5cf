import type { ChangeEvent } from 'react';
import './long-text.css';

interface LongTextProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Lines at least; it grows with what is written. */
  readonly lines: number;
  readonly maxLength: number;
  readonly autoFocus?: boolean;
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
  readonly 'aria-required'?: boolean | undefined;
}

/** A text of several lines that grows by itself, measured by the browser: antd's measures in script, which a telephone feels. */
export function LongText({ value, onChange, lines, status: _, autoFocus = false, ...control }: LongTextProps) {
  return (
    <textarea
      {...control}
      className="yl-long-text"
      rows={lines}
      style={{ '--lines': lines } as Record<string, number>}
      // biome-ignore lint/a11y/noAutofocus: whoever opens a form at a desk begins to write
      autoFocus={autoFocus}
      value={value}
      onChange={(event: ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
    />
  );
}
