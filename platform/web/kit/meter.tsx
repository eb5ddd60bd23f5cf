import './meter.css';

interface MeterProps {
  /** 0–1. */
  readonly share: number;
  /** What is measured, for those who do not see the bar. */
  readonly label: string;
  readonly tone?: 'accent' | 'soon' | 'late' | 'partial';
  readonly thick?: boolean;
}

/** A bar: how much of a whole. */
export function Meter({ share, label, tone = 'accent', thick = false }: MeterProps) {
  const bounded = Math.min(1, Math.max(0, share));
  return (
    <div
      className={`yl-meter yl-meter-${tone} ${thick ? 'yl-meter-thick' : ''}`}
      role="img"
      aria-label={`${label} ${Math.round(bounded * 100)}%`}
    >
      <i style={{ width: `${bounded * 100}%` }} />
    </div>
  );
}

interface RingProps {
  /** 0–1. */
  readonly share: number;
  readonly label: string;
  readonly size?: number;
}

/** A ring with its figure in the middle, such as the completeness of a dossier. */
export function Ring({ share, label, size = 66 }: RingProps) {
  const bounded = Math.min(1, Math.max(0, share));
  const radius = size / 2 - 4;
  const around = 2 * Math.PI * radius;
  return (
    <svg
      className="yl-ring"
      width={size}
      height={size}
      role="img"
      aria-label={`${label} ${Math.round(bounded * 100)}%`}
    >
      <circle cx={size / 2} cy={size / 2} r={radius} className="yl-ring-track" />
      <circle
        cx={size / 2}
        cy={size / 2}
        r={radius}
        className="yl-ring-share"
        strokeDasharray={`${bounded * around} ${around}`}
        transform={`rotate(-90 ${size / 2} ${size / 2})`}
      />
      <text x="50%" y="50%" dominantBaseline="central" textAnchor="middle">
        {Math.round(bounded * 100)}%
      </text>
    </svg>
  );
}
