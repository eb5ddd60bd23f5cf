import { useText } from '@yilu/platform/web';
import { Button, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Period } from '../contract/index.ts';
import { clockOf, minutesOf } from './clock.ts';
import { texts } from './text.ts';

interface PeriodsFieldProps {
  readonly label: string;
  readonly periods: readonly Period[];
  readonly onChange: (periods: Period[]) => void;
}

/** Several stretches of one day, typed as 09:00. */
export function PeriodsField({ label, periods, onChange }: PeriodsFieldProps) {
  const t = useText();
  const replace = (at: number, part: Partial<Period>) =>
    onChange(periods.map((period, index) => (index === at ? { ...period, ...part } : period)));
  const add = () => {
    const from = Math.min((periods.at(-1)?.to ?? 480) + 60, 1_380);
    onChange([...periods, { from, to: Math.min(from + 180, 1_440) }]);
  };
  return (
    <div className="st-periods">
      {periods.length === 0 && <span className="yl-quiet">{t(texts.closed)}</span>}
      {periods.map((period, at) => (
        <span key={`${period.from}-${period.to}`} className="st-period">
          <Clock label={`${label} ${t(texts.from)}`} minutes={period.from} onChange={(from) => replace(at, { from })} />
          <span aria-hidden="true">–</span>
          <Clock label={`${label} ${t(texts.to)}`} minutes={period.to} onChange={(to) => replace(at, { to })} />
          <Button
            type="text"
            size="small"
            icon={<X size={14} />}
            aria-label={`${label} ${t(texts.remove)}`}
            onClick={() => onChange(periods.filter((_, index) => index !== at))}
          />
        </span>
      ))}
      {periods.length < 6 && (
        <Button
          type="text"
          size="small"
          icon={<Plus size={14} />}
          aria-label={`${label} ${t(texts.addPeriod)}`}
          onClick={add}
        >
          {t(texts.addPeriod)}
        </Button>
      )}
    </div>
  );
}

/** What cannot be read goes back to what it was on leaving the field. */
function Clock({
  label,
  minutes,
  onChange,
}: {
  readonly label: string;
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}) {
  const [text, setText] = useState(clockOf(minutes));
  const read = minutesOf(text);
  const leave = () => (read === undefined ? setText(clockOf(minutes)) : onChange(read));
  return (
    <Input
      aria-label={label}
      value={text}
      {...(read === undefined && { status: 'error' as const })}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
      style={{ width: 68 }}
    />
  );
}
