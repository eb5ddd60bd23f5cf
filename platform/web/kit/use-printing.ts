import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being laid out for paper: what is not drawn out of sight is drawn then. */
export function useIsPrinting(): boolean {
  // What comes while the paper is being laid out has not heard that it began.
  const [isPrinting, print] = useState(() => matchMedia('print').matches);
  useEffect(() => {
    // Before the browser goes on, which lays the paper out right after it has told.
    const begin = () => flushSync(() => print(true));
    const end = () => print(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
