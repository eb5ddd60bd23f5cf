import { type Query, type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { isPassing } from './ask-error.ts';

/** Milliseconds between two looks at what could not be had. */
const every = 15_000;

/**
 * Whether something on the page may be old, since a second look at it found nobody who answers. Until somebody does it is looked
 * at again now and then, and as soon as there is a network.
 */
export function useMayBeOld(): boolean {
  const client = useQueryClient();
  const cache = client.getQueryCache();
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache]);
  const mayBeOld = useSyncExternalStore(subscribe, () => hasOld(cache));
  useEffect(() => {
    if (!mayBeOld) return;
    const look = () => void client.refetchQueries({ type: 'active', predicate: isOld });
    const timer = setInterval(look, every);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', look);
    };
  }, [client, mayBeOld]);
  return mayBeOld;
}

function hasOld(cache: QueryCache): boolean {
  return cache.getAll().some((query) => isOld(query) && query.isActive());
}

function isOld({ state }: Query): boolean {
  return state.error !== null && state.data !== undefined && isPassing(state.error);
}
