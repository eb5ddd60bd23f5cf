import { CircleDashed, Flag, Gem, Moon, Scale, Smile } from 'lucide-react';
import type { Sentence } from '../../contract/index.ts';
import { useText } from '../text/language.ts';
import './labels.css';

// The seven labels of a customer. Shape says which one, depth says how much, colour says whether to act.
// The word always stands beside the glyph; `bare` drops it only in "before → after".

interface Chip<Value extends string> {
  readonly value: Value;
  readonly bare?: boolean;
}

const grades = {
  A: { zh: '全符合', en: 'All met' },
  B: { zh: '有条件', en: 'With conditions' },
  C: { zh: '在了解', en: 'Looking' },
  D: { zh: '不认同', en: 'Not convinced' },
  PENDING: { zh: '待定', en: 'Pending' },
} satisfies Words;
export type IntentGradeValue = keyof typeof grades;

/** 意向等级: a letter in a square. The letter is its word; `said` adds the sentence. */
export function IntentGrade({ value, said = false }: { readonly value: IntentGradeValue; readonly said?: boolean }) {
  const t = useText();
  return (
    <span className="yl-label">
      <b className={`yl-grade yl-grade-${value.toLowerCase()}`}>
        <span aria-hidden="true">{value === 'PENDING' ? '?' : value}</span>
        {!said && <span className="yl-hidden">{value === 'PENDING' ? t(grades.PENDING) : value}</span>}
      </b>
      {said && t(grades[value])}
    </span>
  );
}

const stages = {
  POTENTIAL: { zh: '潜在', en: 'Potential' },
  PROSPECTIVE: { zh: '准客户', en: 'Prospective' },
  CLOSED: { zh: '成交', en: 'Closed' },
  LONG_STANDING: { zh: '老客户', en: 'Long-standing' },
  LOST: { zh: '流失', en: 'Lost' },
} satisfies Words;
export type LifecycleValue = keyof typeof stages;

/** 生命周期: a path of four stations; lost = a broken path. */
export function Lifecycle({ value, bare = false }: Chip<LifecycleValue>) {
  const t = useText();
  const at = Object.keys(stages).indexOf(value);
  return (
    <span className="yl-label">
      <svg width="26" height="8" viewBox="0 0 26 8" aria-hidden="true" className="yl-path">
        {value === 'LOST' ? <BrokenPath /> : <WalkedPath at={at} />}
      </svg>
      {word(t(stages[value]), bare)}
    </span>
  );
}

// Two shapes a path, since a list draws hundreds: a band with its stations, walked so far and still ahead.
const roads = [0, 1, 2, 3].map((at) => ({
  ahead:
    band(at, 3) +
    [1, 2, 3]
      .filter((each) => each > at)
      .map((each) => station(each, 1.6))
      .join(''),
  walked:
    band(0, at) +
    [0, 1, 2]
      .filter((each) => each < at)
      .map((each) => station(each, 1.6))
      .join('') +
    station(at, 3),
}));

function WalkedPath({ at }: { readonly at: number }) {
  return (
    <>
      <path d={roads[at]?.ahead} className="yl-path-ahead" />
      <path d={roads[at]?.walked} className="yl-path-walked" />
    </>
  );
}

function band(from: number, to: number): string {
  return `M${placeAlong(from)} 3.25H${placeAlong(to)}v1.5H${placeAlong(from)}z`;
}

function station(at: number, radius: number): string {
  return `M${placeAlong(at) - radius} 4a${radius} ${radius} 0 1 1 ${2 * radius} 0a${radius} ${radius} 0 1 1 ${-2 * radius} 0z`;
}

function placeAlong(at: number): number {
  return Math.round(30 + at * 66) / 10;
}

function BrokenPath() {
  return <path d="M2 4h6M18 4h2M22.5 4h2M10.5 1.500l5 5M15.5 1.500l-5 5" className="yl-path-broken" />;
}

const values = {
  HIGH_NET_WORTH: { zh: '高净值', en: 'High net worth' },
  UPGRADER: { zh: '改善', en: 'Upgrader' },
  FIRST_NEED: { zh: '刚需', en: 'First home' },
  EMERGING: { zh: '潜力', en: 'Emerging' },
  UNCLASSIFIED: { zh: '未分层', en: 'Unclassified' },
} satisfies Words;
export type ValueClassValue = keyof typeof values;

/** 价值: a word on grey; only high net worth is heavier. */
export function ValueClass({ value }: { readonly value: ValueClassValue }) {
  const t = useText();
  if (value === 'UNCLASSIFIED') return <span className="yl-label yl-label-faint">{t(values[value])}</span>;
  return <span className={`yl-value ${value === 'HIGH_NET_WORTH' ? 'yl-value-strong' : ''}`}>{t(values[value])}</span>;
}

const activities = {
  ACTIVE: { zh: '活跃', en: 'Active' },
  COOLING: { zh: '降温', en: 'Cooling' },
  SILENT: { zh: '沉默', en: 'Silent' },
  DORMANT: { zh: '沉睡', en: 'Dormant' },
  NO_RECORD: { zh: '无记录', en: 'No record' },
} satisfies Words;
export type ActivityValue = keyof typeof activities;

/** 活跃度: a lamp; amber = still worth a contact today. */
export function Activity({ value, bare = false }: Chip<ActivityValue>) {
  const t = useText();
  return (
    <span className="yl-label">
      <svg
        width="10"
        height="10"
        viewBox="0 0 10 10"
        aria-hidden="true"
        className={`yl-lamp yl-lamp-${value.toLowerCase()}`}
      >
        <circle cx="5" cy="5" r="4" />
        {value === 'COOLING' && <path d="M5 1a4 4 0 0 1 0 8z" />}
      </svg>
      {word(t(activities[value]), bare)}
    </span>
  );
}

const tiers = { VIP: { zh: 'VIP', en: 'VIP' }, STANDARD: { zh: '标准', en: 'Standard' } } satisfies Words;
export type ServiceTierValue = keyof typeof tiers;
const attention = { zh: '关注', en: 'Attention' };

/** 服务等级: an outlined word. The flag 关注 stands beside the tier, it is not a lower one. */
export function ServiceTier({
  value,
  flagged = false,
}: {
  readonly value: ServiceTierValue;
  readonly flagged?: boolean;
}) {
  const t = useText();
  return (
    <span className="yl-label">
      {value === 'VIP' ? (
        <b className="yl-tier">
          <Gem size={12} aria-hidden="true" />
          VIP
        </b>
      ) : (
        !flagged && t(tiers.STANDARD)
      )}
      {flagged && (
        <b className="yl-flag">
          <Flag size={12} aria-hidden="true" />
          {t(attention)}
        </b>
      )}
    </span>
  );
}

const stairs = {
  UNREACHED: { zh: '未触达', en: 'Unreached' },
  TOUCHED: { zh: '触动', en: 'Touched' },
  TRUSTING: { zh: '信任', en: 'Trusting' },
  RELIANT: { zh: '依赖', en: 'Reliant' },
  DEVOTED: { zh: '偏爱', en: 'Devoted' },
} satisfies Words;
export type StickinessValue = keyof typeof stairs;

/** 粘性: four stairs, lit as far as one has climbed. */
export function Stickiness({ value, bare = false }: Chip<StickinessValue>) {
  const t = useText();
  const climbed = Object.keys(stairs).indexOf(value);
  return (
    <span className="yl-label">
      <svg width="17" height="11" viewBox="0 0 17 11" aria-hidden="true" className="yl-stairs">
        {[0, 1, 2, 3].map((stair) => (
          <rect
            key={stair}
            x={stair * 4.5}
            y={8 - stair * 2.6}
            width="3"
            height={3 + stair * 2.6}
            rx="1"
            className={stair < climbed ? 'yl-stair-lit' : ''}
          />
        ))}
      </svg>
      {word(t(stairs[value]), bare)}
    </span>
  );
}

const types = {
  WARM: { zh: '热情', en: 'Warm' },
  EXPECTANT: { zh: '期望', en: 'Expectant' },
  RESERVED: { zh: '疏离', en: 'Reserved' },
  UNJUDGED: { zh: '未判断', en: 'Not judged' },
} satisfies Words;
export type OwnerTypeValue = keyof typeof types;
const typeIcons = { WARM: Smile, EXPECTANT: Scale, RESERVED: Moon, UNJUDGED: CircleDashed };

/** 业主类型: a line icon and a word; no type is good or bad. */
export function OwnerType({ value, bare = false }: Chip<OwnerTypeValue>) {
  const t = useText();
  const Icon = typeIcons[value];
  return (
    <span className="yl-label">
      <Icon size={14} aria-hidden="true" />
      {word(t(types[value]), bare)}
    </span>
  );
}

type Words = Readonly<Record<string, Sentence>>;

function word(text: string, bare: boolean) {
  return bare ? <span className="yl-hidden">{text}</span> : text;
}
