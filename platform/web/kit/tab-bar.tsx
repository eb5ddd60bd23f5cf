import { type LucideIcon, Plus } from 'lucide-react';
import { Link, usePath } from '../pages/navigate.tsx';
import './tab-bar.css';

export interface Tab {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly to: string;
  readonly count?: number | undefined;
  /** Further addresses whose pages stand under this tab: `/registers` under sales. */
  readonly also?: readonly string[];
}

interface TabBarProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The round one in the middle. */
  readonly middle?: { readonly title: string; readonly to: string; readonly icon?: LucideIcon } | undefined;
}

/** The telephone's navigation, within reach of the thumb. */
export function TabBar({ label, tabs, middle }: TabBarProps) {
  const path = usePath();
  const half = Math.ceil(tabs.length / 2);
  const here = tabAt(tabs, path);
  const entry = (tab: Tab) => {
    const Icon = tab.icon;
    return (
      <Link key={tab.to} to={tab.to} className="yl-tab" {...(tab === here ? { 'aria-current': 'page' as const } : {})}>
        <Icon size={22} aria-hidden="true" />
        {tab.title}
        {tab.count ? <b className="yl-tab-count">{tab.count}</b> : null}
      </Link>
    );
  };
  const Middle = middle?.icon ?? Plus;
  return (
    <nav className="yl-tabs" aria-label={label}>
      {tabs.slice(0, half).map(entry)}
      {middle && (
        <Link to={middle.to} className="yl-tab-middle" aria-label={middle.title}>
          <Middle size={24} aria-hidden="true" />
        </Link>
      )}
      {tabs.slice(half).map(entry)}
    </nav>
  );
}

/** The tab that knows the longest part of the address. */
function tabAt(tabs: readonly Tab[], path: string): Tab | undefined {
  const reach = ({ to, also = [] }: Tab) =>
    Math.max(...[to, ...also].map((each) => (path === each || path.startsWith(`${each}/`) ? each.length : 0)));
  return tabs.filter((tab) => reach(tab) > 0).toSorted((one, other) => reach(other) - reach(one))[0];
}
