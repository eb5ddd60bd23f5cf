import { type ReactNode, useRef } from 'react';
import type { Sentence } from '../../contract/index.ts';
import { useQueryState } from '../pages/query-state.ts';
import { wholeNumber } from '../text/formats.ts';
import { useText } from '../text/language.ts';
import './view-tabs.css';

export interface ViewTab {
  readonly key: string;
  readonly title: string;
  readonly count?: number | undefined;
}

const texts = { all: { zh: '全部', en: 'All' } };
const everything = 'ALL';
/** Milliseconds: whoever passes over a tab does not mean it. */
const patience = 60;

/**
 * Tabs that narrow a list to one kind, kept in the address: 全部, then each key's title. What the address names and the list
 * does not know counts as 全部. `const state = useTabs('state', …)`, `<ViewTabs label={…} {...state.tabs} />`.
 */
export function useTabs<Key extends string>(
  name: string,
  keys: readonly Key[],
  titles: Readonly<Record<Key, Sentence>>,
) {
  const t = useText();
  const [given, give] = useQueryState(name);
  const chosen = keys.find((key) => key === given);
  return {
    /** Undefined for 全部. */
    chosen,
    tabs: {
      tabs: [{ key: everything, title: t(texts.all) }, ...keys.map((key) => ({ key, title: t(titles[key]) }))],
      chosen: chosen ?? everything,
      onChoose: (key: string) => give(key === everything ? undefined : key),
    },
  };
}

interface ViewTabsProps {
  readonly tabs: readonly ViewTab[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
  /** The pointer rests on a tab, or the keyboard has reached it: what it opens may be made ready. */
  readonly onNear?: (key: string) => void;
  readonly label: string;
  /** After the last: 存为视图. */
  readonly children?: ReactNode;
  /** Under the page's head (with a hairline) or within a panel. */
  readonly small?: boolean;
}

/** Saved views, or the kinds of a timeline: words with their counts. */
export function ViewTabs({ tabs, chosen, onChoose, onNear, label, children, small = false }: ViewTabsProps) {
  const resting = useRef<number | undefined>(undefined);
  const rest = (key: string) => {
    window.clearTimeout(resting.current);
    resting.current = window.setTimeout(() => onNear?.(key), patience);
  };
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
            onPointerEnter={() => rest(tab.key)}
            onPointerLeave={() => window.clearTimeout(resting.current)}
            onFocus={() => rest(tab.key)}
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
