import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './timeline.css';

export interface TimelineEntry {
  readonly id: string;
  /** 今天, 11 月 14 日; left out when the same as above. */
  readonly day?: string | undefined;
  /** 15:20. */
  readonly time?: string | undefined;
  readonly icon: LucideIcon;
  /** 来访, 缴费, 返修. */
  readonly kind: string;
  readonly title: ReactNode;
  readonly second?: ReactNode;
  /** The one that is going on. */
  readonly now?: boolean;
  readonly onOpen?: (() => void) | undefined;
}

interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  readonly label: string;
  /** Where the line fades: 再往前还有 54 条. */
  readonly foot?: ReactNode;
}

/** Everything that happened, newest first, along one line. */
export function Timeline({ entries, label, foot }: TimelineProps) {
  return (
    <ol className="yl-timeline" aria-label={label}>
      {entries.map((entry) => (
        <TimelineLine key={entry.id} entry={entry} />
      ))}
      {foot && <li className="yl-timeline-foot">{foot}</li>}
    </ol>
  );
}

function TimelineLine({ entry }: { readonly entry: TimelineEntry }) {
  const { day, time, icon: Icon, kind, title, second, now = false, onOpen } = entry;
  return (
    <li className={now ? 'yl-timeline-line yl-timeline-now' : 'yl-timeline-line'}>
      <span className="yl-timeline-when">
        {day && <span>{day}</span>}
        {time && <span className="yl-timeline-time">{time}</span>}
      </span>
      <span className="yl-timeline-station" aria-hidden="true">
        <Icon size={14} />
      </span>
      <span className="yl-timeline-kind">{kind}</span>
      <div className="yl-timeline-what">
        {onOpen ? (
          <button type="button" className="yl-plain yl-timeline-title" onClick={onOpen}>
            {title}
          </button>
        ) : (
          <div className="yl-timeline-title">{title}</div>
        )}
        {second && <div className="yl-timeline-second">{second}</div>}
      </div>
    </li>
  );
}
