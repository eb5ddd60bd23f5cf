import { useAnswer } from '@yilu/platform/web';
import { useEffect, useRef, useState } from 'react';
import { countWaiting } from '../contract/index.ts';

const whileWaiting = 2_000;
/** Somebody else may import meanwhile. */
const otherwise = 30_000;

/** How many customers wait for their labels; `onNews` is called when fewer do than before, last when nobody does. */
export function useWaiting(projectId: string | undefined, onNews: (left: number) => void): number {
  const [every, ask] = useState(otherwise);
  const { data } = useAnswer(countWaiting, projectId ? { projectId } : {}, { every, keep: true });
  const waiting = data?.customers ?? 0;
  const next = waiting > 0 ? whileWaiting : otherwise;
  if (next !== every) ask(next);

  const before = useRef(0);
  useEffect(() => {
    if (waiting < before.current) onNews(waiting);
    before.current = waiting;
  });
  return waiting;
}
