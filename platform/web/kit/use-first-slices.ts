import { useEffect, useState } from 'react';

const slice = 12;
let isOpening = true;

/**
 * How many rows of a list may be drawn now. When the console opens with a list, a dozen more come with each frame, so that a
 * tap in the meantime does not wait for a whole screen of them; every later list is drawn at once.
 */
export function useFirstSlices(rows: number): number {
  const [drawn, draw] = useState(isOpening ? slice : Number.POSITIVE_INFINITY);
  useEffect(() => {
    if (rows === 0 || drawn === Number.POSITIVE_INFINITY) return;
    const frame = requestAnimationFrame(() => {
      isOpening = drawn < rows;
      draw(isOpening ? drawn + slice : Number.POSITIVE_INFINITY);
    });
    return () => cancelAnimationFrame(frame);
  }, [rows, drawn]);
  return drawn;
}
