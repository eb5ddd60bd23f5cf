import { Outlet } from '@tanstack/react-router';
import {
  later,
  PanelBoundary,
  PrintedBy,
  type Tab,
  TabBar,
  useDrawnPath,
  useGo,
  useIsPhone,
  useMay,
  useOffered,
  useShortcut,
  useText,
} from '@yilu/platform/web';
import { Mic, User } from 'lucide-react';
import { use, useEffect, useRef } from 'react';
import { ConnectionStrip } from './connection-strip.tsx';
import { FailedPage } from './failed-page.tsx';
import { fetchPagesForOffline } from './keep-offline.ts';
import { KeptPages } from './kept-pages.tsx';
import { MenuOpening } from './menu-opening.ts';
import { Navigation } from './navigation.tsx';
import { texts } from './texts.ts';
import { useMenuPages } from './use-menu-pages.ts';
import { type NavigationEntry, type NavigationPage, useNavigation } from './use-navigation.ts';
import './shell.css';

const CommandMenu = later(async () => (await import('@yilu/platform/web/command-menu')).CommandMenu);

/** The frame around every page: navigation at a desk, a tab bar on a telephone, the command menu everywhere. */
export function Shell() {
  const t = useText();
  const isPhone = useIsPhone();
  const path = useDrawnPath();
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(path, main);
  useEffect(fetchPagesForOffline, []);
  return (
    <div className="yl-shell">
      <a className="yl-skip" href="#main">
        {t(texts.skip)}
      </a>
      {!isPhone && <Navigation />}
      <main className="yl-shell-main" id="main" tabIndex={-1} ref={main}>
        <p className="yl-printed">
          <PrintedBy />
        </p>
        <ConnectionStrip />
        <PanelBoundary key={path} fallback={(error, again) => <FailedPage error={error} onRetry={again} />}>
          <Outlet />
        </PanelBoundary>
        <KeptPages />
      </main>
      {isPhone && <PhoneTabs />}
      <Menu />
      <CommandKeys />
    </div>
  );
}

/** Readers of a screen hear the new page from its beginning. */
function useFocusOnNewPage(path: string, main: React.RefObject<HTMLElement | null>): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
    main.current?.scrollTo(0, 0);
  }, [path, main]);
}

function PhoneTabs() {
  const t = useText();
  const { commands } = useOffered();
  const may = useMay();
  const middle = commands.find(({ onPhone, permission }) => onPhone && (!permission || may(permission)));
  const entries = useNavigation();
  const { shown, rest } = tabsOf(entries);
  // An even number, so that the round one stands in the middle.
  const tabs = [...shown, { title: t(texts.more), icon: User, to: '/more', also: ['/me', ...rest] }];
  return (
    <TabBar
      label={t(texts.navigation)}
      tabs={tabs}
      // By voice: its form listens at once where the browser can.
      middle={middle && { title: t(middle.title), to: `${middle.to}?speak=1`, icon: Mic }}
    />
  );
}

/** The three that a day is spent on: sections of work, then pages that are wanted on the way, settings last. */
function tabsOf(entries: readonly NavigationEntry[]): {
  readonly shown: readonly Tab[];
  readonly rest: readonly string[];
} {
  const ranked = entries.toSorted((one, other) => rankOf(one) - rankOf(other));
  const further = ranked.flatMap(({ pages }) => pages.slice(1).filter(({ onPhone }) => onPhone));
  const work = ranked.filter(({ section }) => section !== 'settings');
  const own = [...work, ...further, ...ranked.filter((entry) => !work.includes(entry))].slice(0, 3);
  const taken = own.map(({ to }) => to);
  const addresses = (pages: readonly NavigationPage[]) => addressesOf(pages.filter(({ to }) => !taken.includes(to)));
  return {
    shown: own.map((one) => ({
      title: one.title,
      icon: one.icon,
      to: one.to,
      also: 'pages' in one ? addresses(one.pages) : one.also,
    })),
    rest: ranked.filter(({ to }) => !taken.includes(to)).flatMap(({ pages }) => addresses(pages)),
  };
}

const rankOf = ({ onPhone }: NavigationEntry) => (onPhone ? 0 : 1);

const addressesOf = (pages: readonly NavigationPage[]) => pages.flatMap(({ to, also }) => [to, ...also]);

function Menu() {
  const { isOpen, setOpen } = use(MenuOpening);
  const pages = useMenuPages();
  const wasOpened = useRef(false);
  useShortcut('mod+k', () => setOpen(!isOpen));
  if (isOpen) wasOpened.current = true;
  if (!wasOpened.current) return null;
  return <CommandMenu open={isOpen} onClose={() => setOpen(false)} pages={pages} />;
}

/** The one-letter keys of commands. */
function CommandKeys() {
  const { commands } = useOffered();
  const may = useMay();
  return commands
    .filter(({ key, permission }) => key && (!permission || may(permission)))
    .map(({ key = '', to }) => <CommandKey key={key} of={key} to={to} />);
}

function CommandKey({ of, to }: { readonly of: string; readonly to: string }) {
  const go = useGo();
  useShortcut(of, () => go(to));
  return null;
}
