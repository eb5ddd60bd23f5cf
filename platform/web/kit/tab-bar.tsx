import { type LucideIcon, Plus } from 'lucide-react';
import { Link, usePath } from '../pages/navigate.tsx';
import './tab-bar.css';

export interface Tab {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly to: string;
  readonly count?: number | undefined;
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
  const entry = (tab: Tab) => {
    const here = path === tab.to || path.startsWith(`${tab.to}/`);
    const Icon = tab.icon;
    return (
      <Link key={tab.to} to={tab.to} className="yl-tab" {...(here ? { 'aria-current': 'page' as const } : {})}>
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
