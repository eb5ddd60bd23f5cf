import {
  type RefObject,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { heightOf, placeOf, rememberHeight, rememberPlace } from './list-places.ts';

const rowHeight = 30;
/** Pixels of a head whose titles have one line. */
const usualHead = 37;
/** Rows drawn beyond each edge, so that a turn of the wheel meets no gap. */
const beyondSight = 8;

interface RowsInSight {
  /** Which list, and of which question: each stands where it was left. */
  readonly list: string;
  readonly count: number;
  readonly frame: RefObject<HTMLDivElement | null>;
  /** The rows answer another question than before. */
  readonly onOther: () => void;
}

/** The first row that can be seen and the last. */
interface Edges {
  readonly list: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Which rows of a long list are drawn; each is as high as the next. Those in sight at once; those beyond the edges when the browser
 * has a breath, since a jump or a return to the list waits for every row it draws. Nothing is measured while the page is being
 * drawn: to ask for a size then costs the layout of all that is new.
 */
export function useRowsInSight({ list, count, frame, onOther }: RowsInSight) {
  const sizes = useSizes(frame);
  const room = sizes.frame - sizes.head;
  const { top, scrollTo } = useTopRow(list, frame, onOther);
  const edges = useEdges(list, top, Math.ceil(room / rowHeight), count);
  const { first, last } = edges;
  const isHere = useIsHere();
  const unhurried = useDeferredValue(isHere ? edges : undefined);
  const drawn: number[] = [];
  for (let row = Math.max(0, first - beyondSight); row <= last + beyondSight && row < count; row++)
    if (isWithin(row, edges, 0) || (unhurried?.list === list && isWithin(row, unhurried, beyondSight))) drawn.push(row);
  return {
    drawn,
    topOf: (row: number) => row * rowHeight,
    first,
    last,
    lines: useLines(last - first + 1 + 2 * beyondSight),
    height: count * rowHeight,
    /** Scrolls no further than until the whole row can be seen. */
    show: (row: number) =>
      scrollTo((offset) => Math.min(row * rowHeight, Math.max(offset, (row + 1) * rowHeight - room))),
  };
}

function isWithin(row: number, { first, last }: Edges, more: number): boolean {
  return row >= first - more && row <= last + more;
}

/** A list that is drawn, or comes back into sight, begins with what is seen of it. */
function useIsHere(): boolean {
  const [isHere, be] = useState(false);
  useEffect(() => {
    be(true);
    return () => be(false);
  }, []);
  return isHere;
}

function useEdges(list: string, top: number, fitting: number, count: number): Edges {
  const first = Math.max(0, Math.min(top, count - 1));
  const last = Math.min(top + fitting, count - 1);
  return useMemo(() => ({ list, first, last }), [list, first, last]);
}

const rowAt = (offset: number) => Math.floor(offset / rowHeight);

/** The row at the top of the frame. Of another question it is the one that was left, before the frame is scrolled there. */
function useTopRow(list: string, frame: RefObject<HTMLDivElement | null>, onOther: () => void) {
  const [at, stand] = useState(() => ({ list, top: rowAt(placeOf(list)) }));
  const here = at.list === list ? at : { list, top: rowAt(placeOf(list)) };
  if (here !== at) stand(here);
  const offset = useRef(0);

  const standAt = useCallback(
    (top: number) => stand((before) => (before.list === list && before.top === top ? before : { list, top })),
    [list],
  );
  useLayoutEffect(() => {
    const { current } = frame;
    if (!current) return;
    const hear = () => {
      offset.current = current.scrollTop;
      rememberPlace(list, offset.current);
      // In the same frame, or what has come into sight would be seen empty first.
      flushSync(() => standAt(rowAt(offset.current)));
    };
    const place = placeOf(list);
    // Also to where it should be already: not every browser keeps the place of what was out of sight.
    if (place > 0 || offset.current > 0) current.scrollTo(0, place);
    offset.current = place;
    current.addEventListener('scroll', hear, { passive: true });
    return () => current.removeEventListener('scroll', hear);
  }, [list, frame, standAt]);
  const before = useRef(list);
  useLayoutEffect(() => {
    if (before.current === list) return;
    before.current = list;
    onOther();
  });

  const scrollTo = (placed: (offset: number) => number) => {
    const to = placed(offset.current);
    if (to === offset.current) return;
    frame.current?.scrollTo(0, to);
    offset.current = to;
    standAt(rowAt(to));
  };
  return { top: here.top, scrollTo };
}

/** Pixels of the frame and of the head within it, which is higher where its titles have two lines. Told, never asked for. */
function useSizes(frame: RefObject<HTMLDivElement | null>) {
  const [height, keepHeight] = useState(heightOf);
  const [headHeight, keepHeadHeight] = useState(usualHead);
  useEffect(() => {
    const { current } = frame;
    const head = current?.firstElementChild;
    if (!current || !head) return;
    const watch = new ResizeObserver((changes) => {
      for (const { target, contentRect, borderBoxSize } of changes) {
        // A page out of sight has no size.
        if (contentRect.height === 0) continue;
        if (target === head) keepHeadHeight(Math.round(borderBoxSize[0]?.blockSize ?? usualHead));
        else {
          rememberHeight(Math.round(contentRect.height));
          keepHeight(heightOf());
        }
      }
    });
    watch.observe(current);
    watch.observe(head);
    return () => watch.disconnect();
  }, [frame]);
  return { frame: height, head: headHeight };
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
