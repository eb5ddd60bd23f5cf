import { useSyncExternalStore } from 'react';

// Of a screen: a sheet of paper is as narrow, and is laid out as a desk.
const query = 'screen and (max-width: 760px)';

/** Whether the page is laid out for a telephone. */
export function useIsPhone(): boolean {
  return useMedia(query);
}

export function useMedia(media: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(media);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(media).matches,
    () => false,
  );
}
