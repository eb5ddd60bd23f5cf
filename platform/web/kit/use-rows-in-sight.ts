import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { heightOf, placeOf, rememberHeight, rememberPlace } from './list-places.ts';

const rowHeight = 30;
/** Pixels of a head whose titles have one line. */
const usualHead = 37;
/** Rows drawn beyond each edge, so that a turn of the wheel meets no gap. */
const beyondSight = 8;
const none: VirtualItem[] = [];

interface RowsInSight {
  /** Which list, and of which question: each stands where it was left. */
  readonly list: string;
  readonly count: number;
  readonly frame: RefObject<HTMLDivElement | null>;
  /** The rows answer another question than before. */
  readonly onOther: () => void;
}

/**
 * Which rows of a long list are drawn. Those in sight at once; those beyond the edges when the browser has a breath, since a jump
 * or a return to the list waits for every row it draws.
 */
export function useRowsInSight({ list, count, frame, onOther }: RowsInSight) {
  const head = useHeadHeight(frame);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: beyondSight,
    // The head lies above the rows, and stays over them.
    scrollMargin: head,
    scrollPaddingStart: head,
    initialOffset: () => placeOf(list),
    // Known before it is measured, so that the first drawing has the rows already.
    initialRect: { width: 0, height: heightOf() },
    onChange: ({ scrollOffset, scrollRect }) => {
      rememberPlace(list, scrollOffset ?? 0);
      rememberHeight(scrollRect?.height ?? 0);
    },
  });
  const before = useRef(list);
  useLayoutEffect(() => {
    if (before.current === list) return;
    before.current = list;
    frame.current?.scrollTo(0, placeOf(list));
    onOther();
  });
  const items = virtual.getVirtualItems();
  const { startIndex: first, endIndex: last } = virtual.range ?? { startIndex: 0, endIndex: 0 };
  const unhurried = new Set(useDeferredValue(items, none).map(({ index }) => index));
  const drawn = items.filter(({ index }) => (index >= first && index <= last) || unhurried.has(index));
  return {
    drawn,
    topOf: ({ start }: VirtualItem) => start - head,
    first,
    last,
    lines: useLines(items.length),
    height: virtual.getTotalSize(),
    show: virtual.scrollToIndex,
  };
}

/** Pixels; titles of two lines make it higher. */
function useHeadHeight(frame: RefObject<HTMLDivElement | null>): number {
  const [height, keep] = useState(usualHead);
  useEffect(() => {
    const head = frame.current?.firstElementChild;
    if (!(head instanceof HTMLElement)) return;
    const watch = new ResizeObserver(() => keep(head.offsetHeight));
    watch.observe(head);
    return () => watch.disconnect();
  }, [frame]);
  return height;
}

/**
 * How many lines the rows take turns in: a row that comes into sight is drawn into the line of one that has left it, which costs
 * half of drawing a new one. More than are ever drawn at once, and never fewer than before.
 */
function useLines(drawn: number): number {
  const [lines, keep] = useState(64);
  const needed = Math.ceil(drawn / 64) * 64;
  if (needed > lines) keep(needed);
  return Math.max(lines, needed);
}
