import { useRouter, useRouterState } from '@tanstack/react-router';
import { createContext, use, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { z } from 'zod';

type Change = string | undefined;

/** The path of a page that stays while one looks at another. */
export const KeptPath = createContext<string | undefined>(undefined);

/**
 * A piece of the view that lives in the address, so that every filter, tab and open record can be sent to a colleague.
 * The fallback is never written. Setting replaces the entry in the history; pass `{ push: true }` for what "back" should undo.
 */
export function useQueryState(name: string): [string | undefined, (value: Change, how?: How) => void];
export function useQueryState(name: string, fallback: string): [string, (value: Change, how?: How) => void];
export function useQueryState(name: string, fallback?: string) {
  const value = useDrawnQuery(name);
  const change = useQueryChange();
  const set = useCallback(
    (next: Change, how?: How) => change({ [name]: next === fallback ? undefined : next }, how),
    [change, name, fallback],
  );
  return [value ?? fallback, set];
}

/** Of the page that is drawn: a page that is being left, or kept out of sight, does not read the address of its successor. */
function useDrawnQuery(name: string): string | undefined {
  const kept = use(KeptPath);
  const own = useRef<string | undefined>(undefined);
  const value = useRouterState({
    select: ({ matches, location }) => {
      const { pathname, search } = matches.at(-1) ?? location;
      return kept === undefined || pathname === kept ? read(search, name) : own.current;
    },
  });
  useLayoutEffect(() => {
    own.current = value;
  });
  return value;
}

export interface How {
  readonly push?: boolean;
}

/** Several pieces of the address at once: `change({ view: 'cooling', filter: undefined })`. */
export function useQueryChange() {
  const router = useRouter();
  return useCallback(
    (changes: Readonly<Record<string, Change>>, { push = false }: How = {}) => {
      const search: Record<string, string> = { ...asRecord(router.state.location.search) };
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') delete search[name];
        else search[name] = value;
      }
      void router.navigate({ to: router.state.location.pathname, search, replace: !push, resetScroll: false });
    },
    [router],
  );
}

/** A structured piece of the address, such as a nested filter; what does not fit its shape counts as absent. */
export function useQueryJson<Shape extends z.ZodType>(
  name: string,
  shape: Shape,
  fallback: z.output<Shape>,
): [z.output<Shape>, (value: z.output<Shape> | undefined, how?: How) => void] {
  const [text, setText] = useQueryState(name);
  const value = useMemo(() => parsed(text, shape) ?? fallback, [text, shape, fallback]);
  const set = useCallback(
    (next: z.output<Shape> | undefined, how?: How) =>
      setText(next === undefined ? undefined : JSON.stringify(next), how),
    [setText],
  );
  return [value, set];
}

function parsed<Shape extends z.ZodType>(text: string | undefined, shape: Shape): z.output<Shape> | undefined {
  if (text === undefined) return undefined;
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function read(search: unknown, name: string): string | undefined {
  return asRecord(search)[name];
}

function asRecord(search: unknown): Record<string, string> {
  return typeof search === 'object' && search !== null ? (search as Record<string, string>) : {};
}
