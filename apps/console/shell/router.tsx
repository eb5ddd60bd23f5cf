import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { type ConsolePage, LoadingState } from '@yilu/platform/web';
import { pages } from '../capabilities.ts';
import { waitingPath } from './connection-strip.tsx';
import { FailedPage } from './failed-page.tsx';
import { Gate } from './gate.tsx';
import { Home } from './home.tsx';
import { LostPage } from './lost-page.tsx';
import { codeOf, inPlaceOf } from './page-code.ts';
import { Permitted } from './permitted.tsx';
import { Shell } from './shell.tsx';

/** Routes from the list of pages: those for everybody, those without the frame (print), and those within the shell. */
export function makeRouter() {
  const root = createRootRoute({ component: Outlet, notFoundComponent: LostPage, errorComponent: Failed });
  const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: GatedOutlet });
  const framed = createRoute({ getParentRoute: () => signedIn, id: 'shell', component: Shell });
  const home = createRoute({ getParentRoute: () => framed, path: '/', component: Home });

  const more = createRoute({
    getParentRoute: () => framed,
    path: '/more',
    component: lazyRouteComponent(() => import('./more-page.tsx'), 'MorePage'),
  });

  const waiting = createRoute({
    getParentRoute: () => framed,
    path: waitingPath,
    component: lazyRouteComponent(() => import('./waiting-page.tsx'), 'WaitingPage'),
  });

  const within = { shell: framed, bare: signedIn, public: root };
  const routesOf = (frame: 'shell' | 'bare' | 'public') =>
    pages
      .filter((page) => (page.frame ?? 'shell') === frame)
      .map((page) => {
        return createRoute({
          getParentRoute: () => within[frame],
          path: page.path.replace(/:(\w+)/g, '$$$1'),
          component: componentOf(page, frame),
          pendingComponent: Pending,
          errorComponent: Failed,
        });
      });

  const gallery = createRoute({
    getParentRoute: () => root,
    path: '/gallery',
    component: lazyRouteComponent(() => import('../gallery/gallery-page.tsx'), 'GalleryPage'),
  });

  return createRouter({
    routeTree: root.addChildren([
      ...routesOf('public'),
      gallery,
      signedIn.addChildren([...routesOf('bare'), framed.addChildren([home, more, waiting, ...routesOf('shell')])]),
    ]),
    // Addresses are read by people: plain words, not JSON in quotes.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text ? `?${text}` : '';
    },
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    scrollRestoration: true,
  });
}

function GatedOutlet() {
  return (
    <Gate>
      <Outlet />
    </Gate>
  );
}

function componentOf(page: ConsolePage, frame: 'shell' | 'bare' | 'public') {
  const Page = codeOf(page);
  if (frame === 'public') return Page;
  // The shell draws it beside the outlet.
  if (page.kept) return inPlaceOf(Page, () => null);
  return inPlaceOf(Page, () => (
    <Permitted page={page}>
      <Page />
    </Permitted>
  ));
}

function Pending() {
  return <LoadingState rows={8} />;
}

function Failed({ error, reset }: ErrorComponentProps) {
  return <FailedPage error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />;
}
