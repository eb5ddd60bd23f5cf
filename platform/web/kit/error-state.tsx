import { Button } from 'antd';
import { CloudAlert, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { AskError } from '../ask/ask-error.ts';
import { Link } from '../pages/navigate.tsx';
import { useText } from '../text/language.ts';
import { EmptyState } from './empty-state.tsx';
import './states.css';

const texts = {
  title: { zh: '没有取到', en: 'This could not be loaded' },
  again: { zh: '再取一次', en: 'Try again' },
  defect: { zh: '这一块出了错，其余的照常可用。', en: 'This part failed; the rest of the page works.' },
  forHelp: { zh: '求助时报这个编号', en: 'Name this when asking for help' },
  lost: { zh: '找不到', en: 'Not found' },
  address: { zh: '地址可能抄漏了，或者它已经搬走。', en: 'The address may be incomplete, or the page has moved.' },
  toStart: { zh: '回到首页', en: 'Go to the start' },
  locked: { zh: '这一页没有为您打开', en: 'This page is not open to you' },
};

/** Of a question that only reads: there is no such thing, or it could not have been asked for. */
const lostIn: readonly number[] = [400, 404, 422];

interface ErrorStateProps {
  readonly error: Error;
  /** What was not loaded: 没有取到往来记录. */
  readonly title?: string;
  readonly onRetry?: (() => unknown) | undefined;
  /** Besides "again". */
  readonly action?: ReactNode;
  readonly small?: boolean;
}

/** What happened, why, what is safe, and again; in its own panel, while the rest of the page works. */
export function ErrorState({ error, title, onRetry, action, small = false }: ErrorStateProps) {
  const t = useText();
  if (error instanceof AskError && error.status === 403)
    return <NoPermission title={t(texts.locked)}>{error.message}</NoPermission>;
  // Asking again does not find what is not there, or not for this person, nor what no address can mean.
  if (error instanceof AskError && lostIn.includes(error.status) && !small)
    return (
      <EmptyState title={t(texts.lost)} action={action ?? <Link to="/">{t(texts.toStart)}</Link>}>
        {error.status === 404 ? error.message : t(texts.address)}
      </EmptyState>
    );
  return (
    <div className={`yl-state yl-state-error ${small ? 'yl-state-small' : ''}`} role="alert">
      <CloudAlert size={small ? 24 : 32} aria-hidden="true" />
      <h2>{title ?? t(texts.title)}</h2>
      <p>{error instanceof AskError ? error.message : t(texts.defect)}</p>
      {(onRetry || action) && (
        <div className="yl-state-acts">
          {onRetry && (
            <Button type="primary" onClick={() => void onRetry()}>
              {t(texts.again)}
            </Button>
          )}
          {action}
        </div>
      )}
      {error instanceof AskError && error.requestId && error.status >= 500 && (
        <p className="yl-foot">
          {t(texts.forHelp)} <code>{lastPart(error.requestId)}</code>
        </p>
      )}
    </div>
  );
}

/** Enough to find it in the log, short enough to say on the telephone. */
function lastPart(id: string): string {
  return id.split('-').at(-1) ?? id;
}

interface NoPermissionProps {
  readonly title: string;
  /** What would open it. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Not frightening, and with a way on. */
export function NoPermission({ title, children, action }: NoPermissionProps) {
  return (
    <div className="yl-state yl-state-locked">
      <Lock size={32} aria-hidden="true" />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div className="yl-state-acts">{action}</div>}
    </div>
  );
}
