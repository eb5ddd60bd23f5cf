import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function from one rendering to the next, doing what the last rendering said; for rows that are drawn once. */
export function useSteady<Given extends readonly unknown[], Result>(
  act: (...given: Given) => Result,
): (...given: Given) => Result {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
