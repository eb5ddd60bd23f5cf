import { Link as RouterLink, useRouter, useParams as useRouterParams, useRouterState } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo } from 'react';

interface LinkProps {
  /** An address within the face, with its query: `/customers/…?tab=contacts`. */
  readonly to: string;
  readonly replace?: boolean;
  readonly children?: ReactNode;
  readonly className?: string;
  readonly title?: string;
  readonly id?: string;
  readonly tabIndex?: number;
  readonly onClick?: (event: MouseEvent) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly 'aria-label'?: string;
  readonly 'aria-current'?: 'page' | 'true';
}

/** A link within the face; its page is fetched while the pointer rests on it. */
export function Link({ to, replace = false, ...rest }: LinkProps) {
  const { path, search, hash } = split(to);
  return (
    <RouterLink
      {...rest}
      to={path}
      search={search}
      replace={replace}
      // Only the page itself is the current one: /settings/roles does not make /settings current.
      activeOptions={{ exact: true, includeSearch: false }}
      {...(hash ? { hash } : {})}
    />
  );
}

/** `const go = useGo(); go('/today')`, `go(address, { replace: true })`, `go.back('/customers')`. */
export function useGo() {
  const router = useRouter();
  return useMemo(() => {
    const go = (to: string, { replace = false }: { readonly replace?: boolean } = {}) => {
      const { path, search, hash } = split(to);
      void router.navigate({ to: path, search, replace, ...(hash ? { hash } : {}) });
    };
    /** Where one came from, or this address when the page was opened directly. */
    const back = (otherwise: string) => (router.history.canGoBack() ? router.history.back() : go(otherwise));
    return Object.assign(go, { back });
  }, [router]);
}

/** `const { personId } = useParams('personId')`, from the page's path. */
export function useParams<Name extends string>(...names: readonly Name[]): Record<Name, string> {
  const params: Record<string, string> = useRouterParams({ strict: false });
  for (const name of names) if (params[name] === undefined) throw new Error(`the page's path has no :${name}`);
  return params;
}

/** The path one has asked for, without its query: the address, which is ahead of the page while that is on its way. */
export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}

/** The path of the page that is drawn. Whatever belongs to the page hangs on this one, else it is drawn anew for its successor. */
export function useDrawnPath(): string {
  return useRouterState({ select: (state) => state.matches.at(-1)?.pathname ?? state.location.pathname });
}

function split(to: string) {
  const url = new URL(to, 'http://here');
  return { path: url.pathname, search: Object.fromEntries(url.searchParams), hash: url.hash.slice(1) };
}
