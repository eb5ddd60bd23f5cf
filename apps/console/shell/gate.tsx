import { readMe, readSetUp } from '@yilu/identity/contract';
import {
  ask,
  ErrorState,
  LoadingState,
  onSignedOut,
  useAnswer,
  useGo,
  useOutdate,
  usePath,
  useText,
  ViewerProvider,
} from '@yilu/platform/web';
import { type ReactNode, useDeferredValue, useEffect, useRef } from 'react';
import { texts } from './texts.ts';
import { useAccount } from './use-account.ts';
import { useViewerOf } from './use-viewer-of.ts';

/** Nobody signed in: to the sign-in page, or to setting up a new house. Otherwise the pages, with who looks at them. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const { data: me, error, refetch, isFetching } = useAnswer(readMe, {}, { fresh: 60_000 });
  const path = usePath();
  const isSignedOut = error?.status === 401;
  useAccount(me, isSignedOut);
  // Deferred, so that the frame and its page are drawn in small pieces: answers are otherwise drawn in one.
  const viewer = useDeferredValue(useViewerOf(me));
  // Of whoever has just signed in anew the last answer, that nobody is, stands until the next has come.
  useSigningIn(isSignedOut && !isFetching);
  const outdate = useOutdate();
  const isAsking = useRef(isFetching);
  isAsking.current = isFetching;
  // Its own answer says so too: asking again before it is taken in would never end.
  useEffect(() => onSignedOut(() => isAsking.current || outdate(readMe)), [outdate]);
  const go = useGo();
  const mustChange = me?.mustChangePassword === true && path !== passwordPath;
  useEffect(() => {
    // While it is asked again it may have been changed: whoever just did is on the way to the work.
    if (mustChange && !isFetching) go(passwordPath, { replace: true });
  }, [mustChange, isFetching, go]);

  // Somebody else by now: the page is being loaded anew.
  if (error && !isSignedOut && error.code !== 'platform.someone_else')
    return (
      <main className="yl-lonely">
        <ErrorState title={t(texts.unreachable)} error={error} onRetry={refetch} />
      </main>
    );
  if (!viewer || error || mustChange) return <LoadingState rows={6} />;
  return <ViewerProvider viewer={viewer}>{children}</ViewerProvider>;
}

/** Where a password set by somebody else is changed first. */
const passwordPath = '/me/password';

function useSigningIn(isSignedOut: boolean): void {
  const go = useGo();
  useEffect(() => {
    if (!isSignedOut) return;
    let isOver = false;
    const turnTo = (isSetUpNeeded: boolean) => {
      const { pathname, search } = window.location;
      // Refused once more while that page is on its way, or by now signed in: whoever signs in goes where they were.
      if (isOver || pathname === '/sign-in') return;
      const after = pathname === '/' ? '' : `?then=${encodeURIComponent(pathname + search)}`;
      go(isSetUpNeeded ? '/set-up' : `/sign-in${after}`, { replace: true });
    };
    ask(readSetUp, {}).then(
      ({ isNeeded }) => turnTo(isNeeded),
      () => turnTo(false),
    );
    return () => {
      isOver = true;
    };
  }, [isSignedOut, go]);
}
