import { type QueryClient, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Answer, Asked, Endpoint } from '../../contract/index.ts';
import { ask, newKey } from './ask.ts';
import type { AskError } from './ask-error.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { keyOf } from './use-answer.ts';

/** What a write is expected to change in an answer that is already on the page. */
export interface Expectation {
  readonly apply: (client: QueryClient) => () => void;
}

/** `expect(todayLines, {}, (lines) => lines.filter(…))`: shown at once, taken back when the server refuses. */
export function expectChange<E extends Endpoint>(
  endpoint: E,
  input: Asked<E>,
  change: (current: Answer<E>) => Answer<E>,
): Expectation {
  const queryKey = [...keyOf(endpoint), input];
  return {
    apply(client) {
      const before = client.getQueryData<Answer<E>>(queryKey);
      if (before === undefined) return () => {};
      client.setQueryData(queryKey, change(before));
      return () => client.setQueryData(queryKey, before);
    },
  };
}

export interface AskingOptions<E extends Endpoint> {
  /** Endpoints whose answers are asked again after the write. */
  readonly invalidates?: readonly Endpoint[];
  readonly optimistic?: (input: Asked<E>) => readonly Expectation[];
  readonly onDone?: (answer: Answer<E>, input: Asked<E>) => void;
}

/** A write. `mutate(input)` or `mutateAsync(input)`; `error.message` is the server's own sentence. */
export function useAsk<E extends Endpoint>(
  endpoint: E,
  options: AskingOptions<E> = {},
): UseMutationResult<Answer<E>, AskError, Asked<E>, () => void> {
  const client = useQueryClient();
  return useMutation<Answer<E>, AskError, Asked<E>, () => void>({
    mutationFn: (input) => ask(endpoint, input, { idempotencyKey: keyFor(input) }),
    onMutate: async (input) => {
      const changes = options.optimistic?.(input) ?? [];
      if (changes.length > 0) await Promise.all((options.invalidates ?? []).map((each) => stopAsking(client, each)));
      const undo = changes.map((change) => change.apply(client));
      return () => undo.reverse().forEach((each) => void each());
    },
    onError: (_error, _input, takeBack) => takeBack?.(),
    onSuccess: (answer, input) => options.onDone?.(answer, input),
    onSettled: (_answer, error) => {
      if (!error) tellOtherTabs(options.invalidates ?? []);
      return Promise.all(
        (options.invalidates ?? []).map((each) => client.invalidateQueries({ queryKey: keyOf(each) })),
      );
    },
  });
}

/** Tell that answers of these endpoints are out of date, for instance when background work reports back. */
export function useOutdate() {
  const client = useQueryClient();
  return useCallback(
    (...endpoints: readonly Endpoint[]) =>
      void Promise.all(endpoints.map((each) => client.invalidateQueries({ queryKey: keyOf(each) }))),
    [client],
  );
}

function stopAsking(client: QueryClient, endpoint: Endpoint): Promise<void> {
  return client.cancelQueries({ queryKey: keyOf(endpoint) });
}

// A repetition of the same attempt carries the same key, so that the server does the work once.
const keys = new WeakMap<object, string>();
function keyFor(input: unknown): string {
  if (typeof input !== 'object' || input === null) return newKey();
  const key = keys.get(input) ?? newKey();
  keys.set(input, key);
  return key;
}
