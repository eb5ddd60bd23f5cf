import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';

type Change = string | undefined;

/**
 * A piece of the view that lives in the address, so that every filter, tab and open record can be sent to a colleague.
 * The fallback is never written. Setting replaces the entry in the history; pass `{ push: true }` for what "back" should undo.
 */
export function useQueryState(name: string): [string | undefined, (value: Change, how?: How) => void];
export function useQueryState(name: string, fallback: string): [string, (value: Change, how?: How) => void];
export function useQueryState(name: string, fallback?: string) {
  // Of the page that is drawn: a page that is being left does not read the address of its successor.
  const value = useRouterState({ select: ({ matches, location }) => read((matches.at(-1) ?? location).search, name) });
  const change = useQueryChange();
  const set = useCallback(
    (next: Change, how?: How) => change({ [name]: next === fallback ? undefined : next }, how),
    [change, name, fallback],
  );
  return [value ?? fallback, set];
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
