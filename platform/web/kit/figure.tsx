import { ArrowRight, Check, TrendingDown } from 'lucide-react';
import { Link } from '../pages/navigate.tsx';
import { useText } from '../text/language.ts';
import './figure.css';

const texts = {
  met: { zh: '达到', en: 'On target' },
  missed: { zh: '未到', en: 'Below target' },
  few: { zh: '样本不足 30', en: 'Fewer than 30' },
};

interface FigureProps {
  readonly title: string;
  /** As shown: 91.8. */
  readonly value: string;
  readonly unit?: string;
  /** 目标 90% 以上. */
  readonly target?: string;
  readonly met?: boolean;
  /** 较上季 +0.4. */
  readonly change?: string;
  /** 1,162 / 1,266. */
  readonly parts?: string;
  /** 打 4–5 分的 / 有效答卷. */
  readonly definition?: string;
  /** Past values, oldest first; the last is this one. */
  readonly trend?: readonly number[];
  /** In the trend's unit. */
  readonly targetValue?: number;
  readonly list?: { readonly to: string; readonly text: string };
  /** Small samples are grey. */
  readonly few?: boolean;
}

/** A figure with its target, denominator, trend, and the records behind it. */
export function Figure(props: FigureProps) {
  const { title, value, unit, target, met, change, parts, definition, trend, targetValue, list, few = false } = props;
  const t = useText();
  return (
    <section className={few ? 'yl-figure yl-figure-few' : 'yl-figure'} aria-label={title}>
      <div className="yl-figure-head">
        <span>{title}</span>
        {few ? <span className="yl-foot">{t(texts.few)}</span> : met !== undefined && <Met met={met} />}
      </div>
      <div className="yl-figure-value">
        <b>
          {value}
          {unit && <small>{unit}</small>}
        </b>
        {change && <span>{change}</span>}
      </div>
      {trend && trend.length > 1 && <Trend values={trend} target={targetValue} late={met === false} />}
      {target && <div className="yl-figure-target">{target}</div>}
      {parts && (
        <div className="yl-figure-parts">
          <b>{parts}</b>
          <span>{definition}</span>
        </div>
      )}
      {list && (
        <Link to={list.to} className="yl-figure-list">
          {list.text}
          <ArrowRight size={14} aria-hidden="true" />
        </Link>
      )}
    </section>
  );
}

function Met({ met }: { readonly met: boolean }) {
  const t = useText();
  const Icon = met ? Check : TrendingDown;
  return (
    <span className={met ? 'yl-met' : 'yl-met yl-met-not'}>
      <Icon size={14} aria-hidden="true" />
      {t(met ? texts.met : texts.missed)}
    </span>
  );
}

const size = { width: 200, height: 36, edge: 4 };

/** A line without axes; the dot is now, the dotted line the target. */
function Trend({ values, target, late }: { values: readonly number[]; target: number | undefined; late: boolean }) {
  const all = target === undefined ? values : [...values, target];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const y = (value: number) => size.edge + (1 - (value - low) / (high - low || 1)) * (size.height - 2 * size.edge);
  const x = (index: number) => size.edge + (index / (values.length - 1)) * (size.width - 2 * size.edge);
  const points = values.map((value, index) => `${x(index)},${y(value)}`).join(' ');
  return (
    <svg
      className={late ? 'yl-trend yl-trend-late' : 'yl-trend'}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
    >
      {target !== undefined && <line x1="0" x2={size.width} y1={y(target)} y2={y(target)} />}
      <polyline points={points} />
      <circle cx={x(values.length - 1)} cy={y(values.at(-1) ?? 0)} r="3" />
    </svg>
  );
}
