import { useText } from '@yilu/platform/web';
import { Button, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { type Period, Periods } from '../contract/index.ts';
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
  const more = useRef<HTMLButtonElement>(null);
  const replace = (at: number, part: Partial<Period>) =>
    onChange(periods.map((period, index) => (index === at ? { ...period, ...part } : period)));
  const add = () => {
    const from = Math.min((periods.at(-1)?.to ?? 480) + 60, 1_380);
    onChange([...periods, { from, to: Math.min(from + 180, 1_440) }]);
  };
  const remove = (at: number) => {
    onChange(periods.filter((_, index) => index !== at));
    // The last one takes its button along; whoever goes by keyboard stays beside where it was.
    if (at === periods.length - 1) more.current?.focus();
  };
  return (
    <div className="st-periods">
      {periods.length === 0 && <span className="yl-quiet">{t(texts.closed)}</span>}
      {periods.map((period, at) => (
        // Counted, not named by its hours: a field whose hours are changed stays the field one is in.
        <span key={at} className="st-period">
          <Clock label={`${label} ${t(texts.from)}`} minutes={period.from} onChange={(from) => replace(at, { from })} />
          <span aria-hidden="true">–</span>
          <Clock label={`${label} ${t(texts.to)}`} minutes={period.to} onChange={(to) => replace(at, { to })} />
          <Button
            type="text"
            size="small"
            icon={<X size={14} />}
            aria-label={`${label} ${t(texts.remove)}`}
            onClick={() => remove(at)}
          />
        </span>
      ))}
      {!Periods.safeParse(periods).success && (
        <span className="yl-field-error" role="alert">
          {t(texts.overlap)}
        </span>
      )}
      {periods.length < 6 && (
        <Button
          ref={more}
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
  const [typed, type] = useState<string>();
  const read = typed === undefined ? minutes : minutesOf(typed);
  const leave = () => {
    type(undefined);
    if (read !== undefined && read !== minutes) onChange(read);
  };
  return (
    <Input
      aria-label={label}
      value={typed ?? clockOf(minutes)}
      {...(read === undefined && { status: 'error' as const })}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
      style={{ width: 68 }}
    />
  );
}
