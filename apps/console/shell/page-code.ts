import { lazyRouteComponent } from '@tanstack/react-router';
import type { ConsolePage } from '@yilu/platform/web';
import { pages } from '../capabilities.ts';

type PageCode = ReturnType<typeof lazyRouteComponent>;

const codes = new Map(
  pages.map((page) => [page, lazyRouteComponent(async () => ({ default: await page.load() }))] as const),
);

/** The page as a component whose code comes when it is wanted; one for the route and for whatever else draws it. */
export function codeOf(page: ConsolePage): PageCode {
  const code = codes.get(page);
  if (!code) throw new Error(`${page.path} is not among the console's pages`);
  return code;
}

/** Drawn in the page's place, and fetched as it is. */
export function inPlaceOf(Page: PageCode, Drawn: () => React.ReactNode): PageCode {
  // Read anew each time: once the code is there nothing is left to be fetched, and a page that one returns to is drawn at once.
  return Object.defineProperty(Drawn, 'preload', { get: () => Page.preload }) as PageCode;
}
