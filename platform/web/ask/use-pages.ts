import {
  hashKey,
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Answer, Asked, Endpoint, Page } from '../../contract/index.ts';
import { askOrRemember } from '../offline/memory.ts';
import { type AskError, isPassing } from './ask-error.ts';
import { asRead, isOldInSight, type Reading, readAnew, readOn, type Sight } from './reading.ts';
import { type AnswerOptions, keyOf } from './use-answer.ts';

type Listing = Endpoint & { readonly answer: { readonly _zod: { readonly output: Page<unknown> } } };
export type ItemOf<E extends Listing> = Answer<E> extends Page<infer Item> ? Item : never;

/** Rows, and which question they answer: those of another question begin at the top. */
export interface ShownRows<Row> {
  readonly rows: readonly Row[];
  readonly question: string;
  /** They belong to the previous question. */
  readonly isPrevious: boolean;
}

/** A list as far as it has been read. */
export interface Pages<Row> {
  /** Undefined until the first page has come. */
  readonly rows: readonly Row[] | undefined;
  /** The rows with their question, the same object until either changes. */
  readonly shown: ShownRows<Row> | undefined;
  /** Of all pages, when asked for. */
  readonly total: number | undefined;
  readonly error: AskError | undefined;
  readonly isLoading: boolean;
  readonly isLoadingMore: boolean;
  /** There is more to read, and the last attempt at it has not failed. */
  readonly hasMore: boolean;
  readonly more: () => void;
  /** What failed, or everything, once more. */
  readonly again: () => void;
  /** Tells which rows somebody looks at. What is out of sight is read anew only when it comes into sight. */
  readonly see: (sight: Sight) => void;
}

const fresh = 5_000;
/** Milliseconds a list stays, as far as it was read, after its page was left. */
const stays = 30 * 60_000;

/** All pages of a list read so far, as one array; `more()` reads the next. */
export function usePages<E extends Listing>(
  endpoint: E,
  input: Omit<Asked<E>, 'cursor'>,
  options: Pick<AnswerOptions, 'when' | 'fresh'> & {
    /** The first page where it has come with something else; asked for itself once it is outdated. */
    readonly first?: Page<ItemOf<E>> | undefined;
  } = {},
): Pages<ItemOf<E>> {
  type Row = ItemOf<E>;
  const client = useQueryClient();
  const list = listing(client, endpoint, input);
  const { question } = list;
  const sight = useRef<Sight | undefined>(undefined);
  const reading = useQuery<Reading<Row>, AskError>({
    ...list.query(() => sight.current),
    enabled: options.when ?? true,
    staleTime: options.fresh ?? fresh,
    placeholderData: keepPreviousData,
    ...(options.first && { initialData: { question, pages: [asRead(options.first, undefined, undefined)] } }),
  });
  const reader = useMutation<void, AskError, { readonly question: string; readonly cursor: string }>({
    mutationFn: async ({ cursor }) => {
      const page = await list.read(cursor);
      // The pages before have not become younger by it.
      const updatedAt = client.getQueryState(list.queryKey)?.dataUpdatedAt;
      client.setQueryData<Reading<Row>>(list.queryKey, (before) => before && readOn(before, page, cursor), {
        ...(updatedAt !== undefined && { updatedAt }),
      });
    },
    retry: (times, error) => times < 1 && isPassing(error),
    retryDelay: 600,
  });

  const { data, refetch, isFetching, isPlaceholderData: isPrevious } = reading;
  const shown = useMemo(
    () => data && { rows: data.pages.flatMap(({ items }) => items), question: data.question, isPrevious },
    [data, isPrevious],
  );
  const lookAgain = useCallback(() => {
    const state = client.getQueryCache().get<Reading<Row>>(question)?.state;
    if (!state?.data || state.fetchStatus !== 'idle' || state.status === 'error') return;
    if (isOldInSight(state.data, sight.current)) void refetch();
  }, [client, question, refetch]);
  const see = useCallback(
    (seen: Sight) => {
      sight.current = seen;
      lookAgain();
    },
    [lookAgain],
  );
  // What came into sight while the list was being read anew.
  useEffect(() => {
    if (!isFetching) lookAgain();
  }, [isFetching, lookAgain]);

  const isOfThis = reader.variables?.question === question;
  const notRead = isOfThis ? (reader.error ?? undefined) : undefined;
  const next = isPrevious ? undefined : data?.pages.at(-1)?.next;
  const isReading = isOfThis && reader.isPending;
  const more = () => {
    if (next !== undefined && !isReading) reader.mutate({ question, cursor: next });
  };
  return {
    rows: shown?.rows,
    shown,
    total: data?.pages[0]?.total,
    // Rows that are there stay when a second look at them fails in passing.
    error: notRead ?? (reading.error && !(data && isPassing(reading.error)) ? reading.error : undefined),
    isLoading: reading.isLoading,
    isLoadingMore: isReading,
    // A table asks for more whenever its end is in sight: without the second half it would ask without end while offline.
    hasMore: next !== undefined && !notRead,
    more,
    again: () => (notRead ? more() : void refetch()),
    see,
  };
}

/** Read a list's beginning before it is needed, so that it opens with its rows there. */
export function usePreparePages() {
  const client = useQueryClient();
  return <E extends Listing>(endpoint: E, input: Omit<Asked<E>, 'cursor'>) =>
    void client.prefetchQuery({ ...listing(client, endpoint, input).query(() => theTop), staleTime: fresh });
}

/** Of no list in particular: of each, the beginning. */
const theTop: Sight = { question: '', first: 0, last: 0 };

function listing<E extends Listing>(client: QueryClient, endpoint: E, input: Omit<Asked<E>, 'cursor'>) {
  type Row = ItemOf<E>;
  const queryKey = [...keyOf(endpoint), 'pages', input];
  const question = hashKey(queryKey);
  const read = async (cursor: string | undefined, signal?: AbortSignal) =>
    (await askOrRemember(endpoint, { ...input, cursor } as Asked<E>, { signal })) as Page<Row>;
  return {
    queryKey,
    question,
    read,
    query: (sight: () => Sight | undefined) => ({
      queryKey,
      queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<Reading<Row>> => {
        const before = client.getQueryData<Reading<Row>>(queryKey) ?? { question, pages: [] };
        return readAnew(before, sight(), (cursor) => read(cursor, signal));
      },
      gcTime: stays,
      // `readAnew` keeps what has not changed of the pages it asks for; the others are the same as before.
      structuralSharing: false,
    }),
  };
}
