import { Keys, Link, Mark, useOffered, usePath, useText } from '@yilu/platform/web';
import { Search } from 'lucide-react';
import { ProjectSwitcher } from './project-switcher.tsx';
import { texts } from './texts.ts';
import { type NavigationEntry, type NavigationPage, useNavigation } from './use-navigation.ts';
import { UserBlock } from './user-block.tsx';
import './navigation.css';

/** The left column of the desk: mark, project, search, the sections by work, who is signed in. */
export function Navigation() {
  const t = useText();
  const { openMenu } = useOffered();
  const entries = useNavigation();
  const work = entries.filter(({ section }) => section !== 'settings');
  const settings = entries.filter(({ section }) => section === 'settings');
  return (
    <header className="yl-nav">
      <div className="yl-nav-head">
        <Link to="/" className="yl-nav-mark">
          <Mark />
          {t(texts.name)}
        </Link>
        <ProjectSwitcher />
      </div>
      <button type="button" className="yl-plain yl-nav-search" onClick={openMenu}>
        <Search size={14} aria-hidden="true" />
        {t(texts.search)}
        <Keys of="mod+k" />
      </button>
      <nav aria-label={t(texts.navigation)} className="yl-nav-list">
        <ul>
          {work.map((entry) => (
            <NavigationLine key={entry.section} entry={entry} />
          ))}
        </ul>
        {settings.length > 0 && (
          <ul>
            {settings.map((entry) => (
              <NavigationLine key={entry.section} entry={entry} />
            ))}
          </ul>
        )}
      </nav>
      <UserBlock />
    </header>
  );
}

function NavigationLine({ entry }: { readonly entry: NavigationEntry }) {
  const path = usePath();
  const Icon = entry.icon;
  const at = pageAt(entry.pages, path);
  // The section's own page is behind its name already.
  const within = entry.pages.filter(({ to, title }) => to !== entry.to || title !== entry.title);
  const alone = entry.pages.length === 1;
  return (
    <li>
      <Link
        to={entry.to}
        className={at ? 'yl-nav-line yl-nav-here' : 'yl-nav-line'}
        {...(at && (alone || at.to === entry.to) ? { 'aria-current': 'page' as const } : {})}
      >
        <Icon size={16} aria-hidden="true" />
        <span>{entry.title}</span>
        {entry.useCount && <Count of={entry.useCount} />}
      </Link>
      {at && !alone && (
        <ul className="yl-nav-within">
          {within.map((page) => (
            <li key={page.to}>
              <Link to={page.to} className="yl-nav-line" {...(page === at ? { 'aria-current': 'page' as const } : {})}>
                {page.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Count({ of: useCount }: { readonly of: () => number | undefined }) {
  const count = useCount();
  return count ? <b className="yl-nav-count">{count}</b> : null;
}

/** The page whose address the path goes furthest with. */
function pageAt(pages: readonly NavigationPage[], path: string): NavigationPage | undefined {
  const reach = ({ to, also }: NavigationPage) =>
    Math.max(...[to, ...also].map((each) => (path === each || path.startsWith(`${each}/`) ? each.length : 0)));
  return pages.filter((page) => reach(page) > 0).toSorted((one, other) => reach(other) - reach(one))[0];
}
