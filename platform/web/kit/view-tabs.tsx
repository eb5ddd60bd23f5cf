import type { ReactNode } from 'react';
import { wholeNumber } from '../text/formats.ts';
import './view-tabs.css';

export interface ViewTab {
  readonly key: string;
  readonly title: string;
  readonly count?: number | undefined;
}

interface ViewTabsProps {
  readonly tabs: readonly ViewTab[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
  readonly label: string;
  /** After the last: 存为视图. */
  readonly children?: ReactNode;
  /** Under the page's head (with a hairline) or within a panel. */
  readonly small?: boolean;
}

/** Saved views, or the kinds of a timeline: words with their counts. */
export function ViewTabs({ tabs, chosen, onChoose, label, children, small = false }: ViewTabsProps) {
  return (
    <div className={small ? 'yl-views yl-views-small' : 'yl-views'}>
      <div role="toolbar" aria-label={label} className="yl-views-list">
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            className="yl-plain yl-view"
            aria-pressed={tab.key === chosen}
            onClick={() => onChoose(tab.key)}
          >
            {tab.title}
            {tab.count !== undefined && <span>{wholeNumber(tab.count)}</span>}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}
