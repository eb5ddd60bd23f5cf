import { useEffect, useRef } from 'react';

/**
 * When the page goes out of sight or ends: a telephone that is locked may throw it away, and what was typed without leaving
 * its field would go with it.
 */
export function useOnLeaving(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const left = () => latest.current();
    const hidden = () => document.visibilityState === 'hidden' && left();
    window.addEventListener('pagehide', left);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('pagehide', left);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, []);
}
