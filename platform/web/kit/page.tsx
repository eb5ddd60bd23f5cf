import { ArrowLeft, Search } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useOffered } from '../pages/commands.tsx';
import { Link } from '../pages/navigate.tsx';
import { useIsPhone } from '../pages/phone.ts';
import { useText } from '../text/language.ts';
import './page.css';

const texts = {
  back: { zh: '返回', en: 'Back' },
  search: { zh: '找人、房间、电话', en: 'Find people, rooms, phones' },
  // Readers of a screen tell the columns apart by these.
  side: { zh: '概要', en: 'Summary' },
  rail: { zh: '相关', en: 'Related' },
};

interface PageHeaderProps {
  readonly title: string;
  /** Beside or under the title: what is shown, of which day, how many. */
  readonly note?: ReactNode;
  /** Where the arrow leads. */
  readonly back?: string | undefined;
  /** Before the title: an avatar, a select. */
  readonly lead?: ReactNode;
  /** At the right; one filled button at most, the last. */
  readonly actions?: ReactNode;
  /** Under the title's line: labels, or view tabs. */
  readonly children?: ReactNode;
  /** On a telephone before the search: the bell. */
  readonly corner?: ReactNode;
  /** No hairline beneath, when tabs bring their own. */
  readonly open?: boolean;
}

/** The head of a page: its one title, what it speaks of, and what can be done. */
export function PageHeader({ title, note, back, lead, actions, corner, children, open = false }: PageHeaderProps) {
  const t = useText();
  const isPhone = useIsPhone();
  const { openMenu } = useOffered();
  useEffect(() => {
    document.title = `${title} · 一路`;
  }, [title]);
  return (
    <header className={open ? 'yl-head yl-head-open' : 'yl-head'}>
      <div className="yl-head-line">
        {back && (
          <Link to={back} className="yl-head-back" aria-label={t(texts.back)}>
            <ArrowLeft size={18} aria-hidden="true" />
          </Link>
        )}
        {lead}
        <div className="yl-head-title">
          <h1>{title}</h1>
          {note && <div className="yl-head-note">{note}</div>}
        </div>
        {isPhone && corner}
        {isPhone && openMenu && !back && (
          <button type="button" className="yl-plain yl-head-search" aria-label={t(texts.search)} onClick={openMenu}>
            <Search size={22} aria-hidden="true" />
          </button>
        )}
        {actions && <div className="yl-head-acts">{actions}</div>}
      </div>
      {children}
    </header>
  );
}

interface PageBodyProps {
  readonly children: ReactNode;
  /** A column at the right, 312 px; beneath on a telephone. */
  readonly rail?: ReactNode;
  /** A column at the left, 280 px, as on the page of a person; above on a telephone. */
  readonly side?: ReactNode;
  /** A strip at the foot that stays: totals, key hints, the step's buttons. */
  readonly foot?: ReactNode;
  /** Tables and grids that use the whole width and scroll by themselves. */
  readonly full?: boolean;
}

/** What is below the head; each column scrolls by itself at a desk. */
export function PageBody({ children, rail, side, foot, full = false }: PageBodyProps) {
  const t = useText();
  return (
    <div className="yl-body-frame">
      <div className="yl-body">
        {side && (
          <aside className="yl-side" aria-label={t(texts.side)}>
            {side}
          </aside>
        )}
        <div className={full ? 'yl-main yl-main-full' : 'yl-main'}>{children}</div>
        {rail && (
          <aside className="yl-rail" aria-label={t(texts.rail)}>
            {rail}
          </aside>
        )}
      </div>
      {foot && <div className="yl-body-foot">{foot}</div>}
    </div>
  );
}

interface PanelSectionProps {
  readonly title: string;
  /** At the right of the title: a count, a period, a link. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A titled region of a rail or page, parted from the next by a hairline. */
export function PanelSection({ title, note, children }: PanelSectionProps) {
  return (
    <section className="yl-section" aria-label={title}>
      <div className="yl-section-head">
        <h2>{title}</h2>
        {note && <span className="yl-section-note">{note}</span>}
      </div>
      {children}
    </section>
  );
}
