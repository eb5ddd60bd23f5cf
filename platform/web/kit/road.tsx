import { Check } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import './road.css';

/** Walked, now, ahead, or late. */
export type StationState = 'done' | 'now' | 'next' | 'late';

/** A round station of the road: solid = walked, ring with halo = now, hollow = ahead, red ring = late. */
export function Station({ state, ticked = false }: { readonly state: StationState; readonly ticked?: boolean }) {
  return (
    <i className={`yl-station yl-station-${state} ${ticked ? 'yl-station-ticked' : ''}`} aria-hidden="true">
      {ticked && state === 'done' && <Check size={12} strokeWidth={2.4} />}
    </i>
  );
}

export interface RoadStep {
  readonly title: string;
  readonly state: StationState;
}

/** Steps of something that goes on, such as an import: 上传 — 识别 — 预览 — 完成. */
export function RoadSteps({ steps, label }: { readonly steps: readonly RoadStep[]; readonly label: string }) {
  return (
    <ol className="yl-steps" aria-label={label}>
      {steps.map((step, index) => (
        <Fragment key={step.title}>
          {index > 0 && (
            <li aria-hidden="true" className={`yl-steps-line ${step.state === 'next' ? '' : 'yl-steps-walked'}`} />
          )}
          <li
            className={`yl-step yl-step-${step.state}`}
            {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
          >
            <Station state={step.state} ticked />
            {step.title}
          </li>
        </Fragment>
      ))}
    </ol>
  );
}

/** A day as a road: groups of stations along one line that fades where it goes on. */
export function DayRoad({ children }: { readonly children: ReactNode }) {
  return <div className="yl-day">{children}</div>;
}

interface DayRoadGroupProps {
  /** 已逾期, 上午, 下午. */
  readonly title: string;
  /** 2 件. */
  readonly note?: string;
  /** Items. */
  readonly children: ReactNode;
}

export function DayRoadGroup({ title, note, children }: DayRoadGroupProps) {
  return (
    <section aria-label={title}>
      <h2 className="yl-day-group">
        <b>{title}</b> {note}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

interface DayRoadItemProps {
  /** The clock at the left: 10:30, 昨天. */
  readonly time: string;
  readonly state: StationState;
  /** The task being worked on: a card with everything in it. */
  readonly open?: boolean;
  readonly children: ReactNode;
  /** At the right, first line: 晚了 14 小时, 11:00 前. */
  readonly due?: ReactNode;
  /** Outcomes, soft grey, left-aligned in one column. */
  readonly acts?: ReactNode;
  readonly onOpen?: (() => void) | undefined;
  /** Named so that keys may move the focus to it. */
  readonly id?: string;
}

/** A line of the day: time, station, what, by when, outcomes. */
export function DayRoadItem({ time, state, open = false, children, due, acts, onOpen, id }: DayRoadItemProps) {
  return (
    <li className={`yl-day-item ${open ? 'yl-day-open' : ''}`} id={id}>
      <span className="yl-day-time">{time}</span>
      <Station state={open && state !== 'late' ? 'now' : state} />
      <div className="yl-day-what">
        {onOpen && !open ? (
          <button type="button" className="yl-plain yl-day-opener" onClick={onOpen} aria-expanded={open}>
            {children}
          </button>
        ) : (
          children
        )}
      </div>
      {due && <span className="yl-day-due">{due}</span>}
      {acts && <div className="yl-day-acts">{acts}</div>}
    </li>
  );
}

/** The road's end: 已完成 5 件. */
export function DayRoadEnd({ children, onOpen }: { readonly children: ReactNode; readonly onOpen?: () => void }) {
  return (
    <div className="yl-day-item yl-day-end">
      <span className="yl-day-time" />
      <Station state="done" />
      <div className="yl-day-what yl-quiet">
        {onOpen ? (
          <button type="button" className="yl-plain" onClick={onOpen}>
            {children}
          </button>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
