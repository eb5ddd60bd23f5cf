import type { ReactNode } from 'react';
import './states.css';

interface EmptyStateProps {
  /** Why it is empty: 今天的事都做完了. */
  readonly title: string;
  readonly children?: ReactNode;
  /** One act. */
  readonly action?: ReactNode;
  /** Within a panel: no picture. */
  readonly small?: boolean;
}

/** Why it is empty, and one act. The road is the only picture. */
export function EmptyState({ title, children, action, small = false }: EmptyStateProps) {
  return (
    <div className={small ? 'yl-state yl-state-small' : 'yl-state'}>
      {!small && <RoadPicture />}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div className="yl-state-acts">{action}</div>}
    </div>
  );
}

function RoadPicture() {
  return (
    <svg width="152" height="32" viewBox="0 0 152 32" aria-hidden="true">
      <path
        d="M4 24 C 30 16, 44 6, 70 8 S 116 20, 150 19"
        fill="none"
        stroke="var(--yl-road-line)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle cx="4" cy="24" r="4" fill="var(--yl-road-done)" />
    </svg>
  );
}
