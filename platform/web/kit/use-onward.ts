import { useEffect, useRef } from 'react';
import { useSteady } from './use-steady.ts';

/**
 * A key that leads beyond the rows that have been read goes on once the next ones have come; on a slow line it would be lost
 * otherwise. `go` is told where it began, since whoever has gone elsewhere meanwhile stays there.
 */
export function useOnward(count: number, go: (from: number, to: number) => void) {
  const wanted = useRef<{ readonly from: number; readonly to: number }>(undefined);
  const goOn = useSteady(go);
  useEffect(() => {
    const key = wanted.current;
    wanted.current = undefined;
    if (key) goOn(key.from, key.to);
  }, [count, goOn]);
  return (from: number, to: number) => {
    wanted.current = { from, to };
  };
}
