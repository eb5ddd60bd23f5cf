import { type Query, type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { isPassing } from './ask-error.ts';

/** Milliseconds between two looks at what could not be had. */
const every = 15_000;

/**
 * Whether something on the page may be old, since a second look at it found nobody who answers. Until somebody does, that and what
 * did not come at all is asked for again as soon as somebody is there.
 */
export function useMayBeOld(): boolean {
  const client = useQueryClient();
  const cache = client.getQueryCache();
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache]);
  const mayBeOld = useSyncExternalStore(subscribe, () => isInUse(cache, isOld));
  const isUnanswered = useSyncExternalStore(subscribe, () => isInUse(cache, isWithoutAnswer));
  useEffect(() => {
    if (!isUnanswered) return;
    const look = async () => {
      // Asked first, or what says on the page that it did not come would go and come with each look.
      if (await isSomebodyThere()) await client.refetchQueries({ type: 'active', predicate: isWithoutAnswer });
    };
    const lookOnce = () => void look();
    const timer = setInterval(lookOnce, every);
    window.addEventListener('online', lookOnce);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', lookOnce);
    };
  }, [client, isUnanswered]);
  return mayBeOld;
}

async function isSomebodyThere(): Promise<boolean> {
  try {
    return (await fetch('/api/health', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

function isInUse(cache: QueryCache, is: (query: Query) => boolean): boolean {
  return cache.getAll().some((query) => is(query) && query.isActive());
}

function isOld(query: Query): boolean {
  return isWithoutAnswer(query) && query.state.data !== undefined;
}

function isWithoutAnswer({ state }: Query): boolean {
  return state.error !== null && isPassing(state.error);
}
