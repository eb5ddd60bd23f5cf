import {
  keepPreviousData,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Answer, Asked, Endpoint, Page } from '../../contract/index.ts';
import { askOrRemember } from '../offline/memory.ts';
import type { AskError } from './ask-error.ts';

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
  return useQuery<Answer<E>, AskError>({
    queryKey: [...keyOf(endpoint), input],
    // A query may not answer undefined; an endpoint without content answers null here.
    queryFn: async ({ signal }) => (await askOrRemember(endpoint, input, { signal })) ?? (null as Answer<E>),
    enabled: options.when ?? true,
    refetchInterval: options.every ?? false,
    staleTime: options.fresh ?? 5_000,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

type Listing = Endpoint & { readonly answer: { readonly _zod: { readonly output: Page<unknown> } } };
export type ItemOf<E extends Listing> = Answer<E> extends Page<infer Item> ? Item : never;

/** A list as far as it has been read. */
export interface Pages<Row> {
  /** Undefined until the first page has come. */
  readonly rows: readonly Row[] | undefined;
  /** Of all pages, when asked for. */
  readonly total: number | undefined;
  readonly error: AskError | undefined;
  readonly isLoading: boolean;
  readonly isLoadingMore: boolean;
  /** The rows shown belong to the previous question. */
  readonly isPrevious: boolean;
  /** There is more to read, and the last attempt at it has not failed. */
  readonly hasMore: boolean;
  readonly more: () => void;
  /** What failed, or everything, once more. */
  readonly again: () => void;
}

/** All pages of a list read so far, as one array; `more()` reads the next. */
export function usePages<E extends Listing>(
  endpoint: E,
  input: Omit<Asked<E>, 'cursor'>,
  options: Pick<AnswerOptions, 'when' | 'fresh'> & {
    /** The first page where it has come with something else; asked for itself once it is outdated. */
    readonly first?: Page<ItemOf<E>> | undefined;
  } = {},
): Pages<ItemOf<E>> {
  const pages = useInfiniteQuery<Answer<E>, AskError>({
    queryKey: [...keyOf(endpoint), 'pages', input],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      askOrRemember(endpoint, { ...input, cursor: pageParam } as Asked<E>, { signal }),
    getNextPageParam: (last) => (last as Page<unknown>).next,
    enabled: options.when ?? true,
    staleTime: options.fresh ?? 5_000,
    placeholderData: keepPreviousData,
    ...(options.first && { initialData: { pages: [options.first as Answer<E>], pageParams: [undefined] } }),
  });
  const rows = useMemo(
    () => pages.data?.pages.flatMap((each) => (each as unknown as Page<ItemOf<E>>).items),
    [pages.data],
  );
  const first = pages.data?.pages[0] as Page<unknown> | undefined;
  const { isFetchNextPageError, fetchNextPage, refetch } = pages;
  return {
    rows,
    total: first?.total,
    error: pages.error ?? undefined,
    isLoading: pages.isLoading,
    isLoadingMore: pages.isFetchingNextPage,
    isPrevious: pages.isPlaceholderData,
    // A table asks for more whenever its end is in sight: without the second half it would ask without end while offline.
    hasMore: pages.hasNextPage && !isFetchNextPageError,
    more: () => void (pages.isFetchingNextPage || fetchNextPage()),
    again: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
  };
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
