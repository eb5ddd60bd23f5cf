import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer, Asked, Endpoint } from '../../contract/index.ts';
import { askOrRemember } from '../offline/memory.ts';
import { type AskError, isPassing } from './ask-error.ts';

export interface AnswerOptions {
  /** Ask only when true; for inputs that are not known yet. */
  readonly when?: boolean;
  /** Keep showing the previous answer while the next one is on its way (lists and searches). */
  readonly keep?: boolean;
  /** Ask again every so many milliseconds, for work in progress. */
  readonly every?: number | false;
  /** Milliseconds during which an answer counts as fresh; 5 s by default. */
  readonly fresh?: number;
}

export function keyOf(endpoint: Endpoint): readonly [string] {
  return [`${endpoint.method} ${endpoint.path}`];
}

/** The answer of a reading endpoint, kept while pages come and go. Error, loading, empty are the caller's early returns. */
export function useAnswer<E extends Endpoint>(
  endpoint: E,
  input: Asked<E>,
  options: AnswerOptions = {},
): UseQueryResult<Answer<E>, AskError> {
  const result = useQuery<Answer<E>, AskError>({
    queryKey: [...keyOf(endpoint), input],
    // A query may not answer undefined; an endpoint without content answers null here.
    queryFn: async ({ signal }) => (await askOrRemember(endpoint, input, { signal })) ?? (null as Answer<E>),
    enabled: options.when ?? true,
    refetchInterval: options.every ?? false,
    staleTime: options.fresh ?? 5_000,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
  return withoutPassing(result);
}

/** Who reads an answer keeps it when a second look at it finds nobody; the strip above the page says that it may be old. */
function withoutPassing<Data>(result: UseQueryResult<Data, AskError>): UseQueryResult<Data, AskError> {
  if (!result.isRefetchError || !isPassing(result.error)) return result;
  return {
    ...result,
    status: 'success',
    error: null,
    isError: false,
    isRefetchError: false,
    isSuccess: true,
  } as UseQueryResult<Data, AskError>;
}

/** Ask before it is needed, so that the page opens with its data there. */
export function usePrepare() {
  const client = useQueryClient();
  return <E extends Endpoint>(endpoint: E, input: Asked<E>) =>
    void client.prefetchQuery({
      queryKey: [...keyOf(endpoint), input],
      queryFn: ({ signal }) => askOrRemember(endpoint, input, { signal }),
      staleTime: 5_000,
    });
}
