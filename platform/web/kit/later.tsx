import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';

/**
 * A part that a page does not need to appear, such as a dialog or a calendar: its code comes when the part is first drawn, and
 * while the browser has nothing to do on a page that may draw it (`useSoon`).
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, meanwhile: ReactNode = null) {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  const Later = (props: Props) => (
    <Suspense fallback={meanwhile}>
      <Part {...props} />
    </Suspense>
  );
  return Object.assign(Later, { fetch: () => void load().catch(() => undefined) });
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
