import { useRouterState } from '@tanstack/react-router';
import { type ConsolePage, KeptPath, LoadingState, PanelBoundary, useDrawnPath } from '@yilu/platform/web';
import { Activity, Suspense, useState } from 'react';
import { pages } from '../capabilities.ts';
import { FailedPage } from './failed-page.tsx';
import { codeOf } from './page-code.ts';
import { Permitted } from './permitted.tsx';

const keptPages = pages.filter(({ kept }) => kept);

/**
 * Pages that stay as they were left while one looks at another, out of sight and without their effects, so that "back" shows them
 * at once. They stand beside the outlet, which draws nothing for them.
 */
export function KeptPages() {
  return keptPages.map((page) => <KeptPage key={page.path} page={page} />);
}

interface Visit {
  readonly number: number;
  /** The entry of the browser's history at which it was last seen. */
  readonly entry: string | undefined;
  readonly isShown: boolean;
}

function KeptPage({ page }: { readonly page: ConsolePage }) {
  const { number, isShown } = useVisit(page.path);
  if (number === 0) return null;
  const Page = codeOf(page);
  return (
    <Activity key={number} mode={isShown ? 'visible' : 'hidden'}>
      <KeptPath value={page.path}>
        <PanelBoundary fallback={(error, again) => <FailedPage error={error} onRetry={again} />}>
          <Suspense fallback={<LoadingState rows={8} />}>
            <Permitted page={page}>
              <Page />
            </Permitted>
          </Suspense>
        </PanelBoundary>
      </KeptPath>
    </Activity>
  );
}

/** Coming back to the entry that was left goes on with the visit; whoever comes anew finds the page as new. */
function useVisit(path: string): Visit {
  const isShown = useDrawnPath() === path;
  // Of the address only while the page is drawn for it: the address is ahead of the page that is being left.
  const entry = useRouterState({
    select: ({ location }) => (location.pathname === path ? location.state.__TSR_key : undefined),
  });
  const [visit, go] = useState<Visit>({ number: 0, entry: undefined, isShown: false });
  const next = isShown && entry !== undefined ? entered(visit, entry) : { ...visit, isShown };
  if (next.number === visit.number && next.entry === visit.entry && next.isShown === visit.isShown) return visit;
  go(next);
  return next;
}

function entered({ number, entry: left, isShown }: Visit, entry: string): Visit {
  return { number: isShown || left === entry ? number : number + 1, entry, isShown: true };
}
