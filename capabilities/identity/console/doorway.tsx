import { Mark, useLanguage, useText } from '@yilu/platform/web';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { door } from './text.ts';
import './doorway.css';

interface DoorwayProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
  /** Two columns of choices instead of a form. */
  readonly wide?: boolean;
}

/** A page before the pages: one column, one act, and the road beneath. */
export function Doorway({ title, note, children, wide = false }: DoorwayProps) {
  const t = useText();
  const { language, choose } = useLanguage();
  useEffect(() => {
    document.title = `${title} · ${t(door.product)}`;
  }, [title, t]);
  return (
    <main className="yl-door">
      <header className="yl-door-head">
        <span className="yl-door-mark">
          <Mark size={28} />
          {t(door.product)}
        </span>
        <button
          type="button"
          className="yl-plain yl-reach yl-door-language"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <section className={wide ? 'yl-door-body yl-door-wide' : 'yl-door-body'}>
        <h1>{title}</h1>
        {note && <p className="yl-door-note">{note}</p>}
        {children}
      </section>
      <footer className="yl-door-foot">
        <svg viewBox="0 0 1200 60" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0 46 C 220 46, 300 16, 520 20 S 880 44, 1200 34" />
        </svg>
        <p>{t(door.slogan)}</p>
      </footer>
    </main>
  );
}
