import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { ErrorState } from './error-state.tsx';
import { PanelBoundary } from './panel-boundary.tsx';

/**
 * A part that a page does not need to appear, such as a dialog or a calendar: its code comes when the part is first drawn, and
 * while the browser has nothing to do on a page that may draw it (`useSoon`). Code that could not be fetched is asked for again
 * when the part is drawn anew: after "again", or with the next opening.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, meanwhile: ReactNode = null) {
  const fetched = fetchedBy(load);
  const Later = (props: Props) => {
    const [tries, tryAgain] = useState(0);
    const failed = (error: Error) => {
      // Twice is no accident: the page says what to do, such as loading it anew after an upgrade.
      if (tries > 0) throw error;
      return <ErrorState small error={error} onRetry={() => tryAgain(1)} />;
    };
    return (
      <PanelBoundary key={tries} fallback={failed}>
        <Fetched fetched={fetched} meanwhile={meanwhile} props={props} />
      </PanelBoundary>
    );
  };
  return Object.assign(Later, { fetch: () => void load().catch(() => undefined) });
}

interface FetchedProps<Props extends object> {
  readonly fetched: () => ComponentType<Props>;
  readonly meanwhile: ReactNode;
  readonly props: Props;
}

/** Kept while it is drawn, so that its failure is shown and not tried again and again; drawn anew, it asks for its code anew. */
export function Fetched<Props extends object>({ fetched, meanwhile, props }: FetchedProps<Props>) {
  const [Part] = useState(fetched);
  return (
    <Suspense fallback={meanwhile}>
      <Part {...props} />
    </Suspense>
  );
}

/** One for all who draw it, until its code could not be fetched; then another one. */
export function fetchedBy<Props extends object>(load: () => Promise<ComponentType<Props>>): () => ComponentType<Props> {
  let part: ComponentType<Props> | undefined;
  return () => {
    part ??= lazy(async () => {
      try {
        return { default: await load() };
      } catch (failed) {
        part = undefined;
        throw failed;
      }
    }) as unknown as ComponentType<Props>;
    return part;
  };
}

/** Whether it has ever been so: what was opened once stays, so that it can close with its own movement. */
export function useOnce(is: boolean): boolean {
  const [was, remember] = useState(is);
  if (is && !was) remember(true);
  return was || is;
}

/** After the page has come to rest, so that the first opening does not wait for the code. */
export function useSoon(part: { readonly fetch: () => void }): void {
  useEffect(() => {
    const timer = setTimeout(part.fetch, 3_000);
    return () => clearTimeout(timer);
  }, [part]);
}
