import { Popover } from 'antd';
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import './explain.css';

interface ExplainProps {
  /** What is explained: a label chip, a figure. It stays visible beside the explanation. */
  readonly children: ReactNode;
  /** For those who do not see the chip; the words of the chip stand in it as they are drawn: 为什么活跃度是降温. */
  readonly label: string;
  /** One sentence, on hover. */
  readonly brief?: ReactNode;
  /** The full reckoning, on click; also on hover when there is no `brief`. */
  readonly full: ReactNode | (() => ReactNode);
  readonly width?: number;
  /** Whom it speaks of, where a list draws one chip for one row after another: what was opened for one is not open for the next. */
  readonly of?: string;
}

/**
 * Explain this: hover 300 ms for the sentence, click (or Enter) for the reckoning, Escape to close. A list draws hundreds of
 * these, so that the popover comes into being when one is first opened.
 */
export function Explain({ children, label, brief, full, width = 320, of = '' }: ExplainProps) {
  const [kept, keep] = useState(untouched);
  const { open, pinned, wasOpened } = kept.of === of ? kept : untouched;
  const change = (next: (before: State) => State) =>
    keep((before) => ({ ...next(before.of === of ? before : untouched), of }));
  const trigger = useRef<HTMLButtonElement>(null);
  const timer = useRef<number | undefined>(undefined);
  const showsFull = pinned || brief === undefined;
  const close = () => change((before) => ({ ...before, open: false, pinned: false }));
  // A finger does not rest, it taps.
  const rests = (within: boolean) => (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(
      () => change((before) => (before.pinned ? before : opened(before, within))),
      within ? patience.enter : patience.leave,
    );
  };
  const hover = { onPointerEnter: rests(true), onPointerLeave: rests(false) };

  return (
    <span className="yl-explained-frame">
      <button
        ref={trigger}
        type="button"
        className={open ? 'yl-plain yl-explained yl-explained-open' : 'yl-plain yl-explained'}
        aria-label={label}
        aria-expanded={open}
        aria-haspopup="dialog"
        {...hover}
        onClick={(event) => {
          event.stopPropagation();
          change((before) => ({ ...opened(before, !before.pinned), pinned: !before.pinned }));
        }}
        onKeyDown={(event) => event.key === 'Escape' && close()}
        onBlur={(event) => !event.relatedTarget?.closest('.ant-popover') && close()}
      >
        {children}
      </button>
      {wasOpened && (
        <Popover
          open={open}
          trigger={[]}
          placement="bottomLeft"
          arrow={false}
          content={
            // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere within
            <div
              className="yl-explain"
              style={{ width }}
              tabIndex={-1}
              {...hover}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                close();
                trigger.current?.focus();
              }}
            >
              {showsFull ? (typeof full === 'function' ? full() : full) : brief}
            </div>
          }
        >
          <i className="yl-explained-place" aria-hidden="true" />
        </Popover>
      )}
    </span>
  );
}

const patience = { enter: 300, leave: 150 };

/** Pinned by a click: it stays when the mouse leaves. */
const untouched = { open: false, pinned: false, wasOpened: false, of: '' };
type State = typeof untouched;

function opened(before: State, open: boolean): State {
  return { ...before, open, wasOpened: before.wasOpened || open };
}

interface ExplanationProps {
  /** The chip again. */
  readonly label: ReactNode;
  /** 86 分, 意向等级 B. */
  readonly title?: ReactNode;
  /** 11 月 9 日起, 满 80 为 VIP. */
  readonly since?: ReactNode;
  readonly children: ReactNode;
  /** When it changes next, and 看记录. */
  readonly foot?: ReactNode;
}

/** The shape of every explanation: what, since when, why, what next. */
export function Explanation({ label, title, since, children, foot }: ExplanationProps) {
  return (
    <div className="yl-explanation">
      <div className="yl-explanation-head">
        {label}
        {title && <b>{title}</b>}
        {since && <span>{since}</span>}
      </div>
      {children}
      {foot && <div className="yl-explanation-foot">{foot}</div>}
    </div>
  );
}

interface ScaleLineProps {
  /** 0–1: where the subject stands. */
  readonly at: number;
  /** Marks under the line with their places 0–1. */
  readonly marks: readonly { readonly at: number; readonly text: string }[];
  readonly tone?: 'accent' | 'soon';
}

/** The line a label stands on: 0 · 1 月 · 3 月 · 6 月. */
export function ScaleLine({ at, marks, tone = 'accent' }: ScaleLineProps) {
  return (
    <div className={`yl-scale yl-scale-${tone}`} aria-hidden="true">
      <div className="yl-scale-line">
        <i style={{ width: `${at * 100}%` }} />
        <b style={{ left: `${at * 100}%` }} />
      </div>
      <div className="yl-scale-marks">
        {marks.map((mark) => (
          <span
            key={mark.text}
            style={{ left: `${mark.at * 100}%` }}
            data-edge={mark.at === 0 ? 'start' : mark.at === 1 ? 'end' : undefined}
          >
            {mark.text}
          </span>
        ))}
      </div>
    </div>
  );
}
