import {
  EmptyState,
  ErrorState,
  LoadingState,
  SidePanel,
  useAnswer,
  useAsk,
  useFormats,
  useGo,
  useIsPhone,
  useShortcut,
  useText,
} from '@yilu/platform/web';
import { Button, Popover } from 'antd';
import { Bell } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { listNotices, type Notice, readNotices } from '../contract/index.ts';
import { bellLabel, texts } from './text.ts';
import './notices.css';

/** Asked once a minute: what is told is told in time, and the question is a small one. */
const askedEvery = 60_000;
const mostOnBadge = 99;

/** The bell: how many notices are unread; pressed, what they say and where they lead. */
export function NoticeBell() {
  const t = useText();
  const isPhone = useIsPhone();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { data } = useAnswer(listNotices, {}, { keep: true, fresh: 30_000, every: askedEvery });
  const unread = data?.unread ?? 0;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useShortcut('b', () => setOpen(!open));

  const bell = (
    <button
      ref={button}
      type="button"
      className="yl-plain yl-bell"
      aria-label={t(bellLabel(unread))}
      aria-expanded={open}
      aria-haspopup="dialog"
      {...(isPhone && { onClick: () => setOpen(true) })}
    >
      <Bell size={isPhone ? 22 : 16} aria-hidden="true" />
      {unread > 0 && (
        <span className="yl-bell-count" aria-hidden="true">
          {unread > mostOnBadge ? `${mostOnBadge}+` : unread}
        </span>
      )}
    </button>
  );
  if (isPhone) {
    return (
      <>
        {bell}
        {open && (
          <SidePanel open title={t(texts.notices)} onClose={close}>
            <Notices onClose={close} />
          </SidePanel>
        )}
      </>
    );
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="topRight"
      arrow={false}
      destroyOnHidden
      content={<Notices onClose={close} />}
    >
      {bell}
    </Popover>
  );
}

function Notices({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const isPhone = useIsPhone();
  const frame = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useAnswer(listNotices, {}, { keep: true });
  const reading = useAsk(readNotices, { invalidates: [listNotices] });
  const isThere = data !== undefined;
  useEffect(() => {
    // For the keyboard: the first of them, else the frame, so that Escape is heard.
    if (isThere) (frame.current?.querySelector<HTMLElement>('.yl-notice') ?? frame.current)?.focus();
  }, [isThere]);

  if (error && !data) return <ErrorState small error={error} title={t(texts.noticesNotLoaded)} onRetry={refetch} />;
  if (!data) return <LoadingState rows={3} />;
  const follow = ({ id, readAt, path }: Notice) => {
    if (!readAt) reading.mutate({ ids: [id] });
    onClose();
    if (path) go(path);
  };
  return (
    <div
      ref={frame}
      className="yl-notices"
      role="dialog"
      aria-label={t(texts.notices)}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="yl-notices-head">
        {!isPhone && <b className="yl-strong">{t(texts.notices)}</b>}
        <Button
          type="text"
          size="small"
          disabled={data.unread === 0}
          loading={reading.isPending}
          onClick={() => reading.mutate({ ids: 'all' })}
        >
          {t(texts.readAll)}
        </Button>
      </div>
      {data.items.length === 0 ? (
        <EmptyState small title={t(texts.noNotices)}>
          {t(texts.noNoticesWhy)}
        </EmptyState>
      ) : (
        <ul>
          {data.items.map((notice) => (
            <li key={notice.id}>
              <NoticeLine notice={notice} onFollow={() => follow(notice)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function NoticeLine({ notice, onFollow }: { readonly notice: Notice; readonly onFollow: () => void }) {
  const t = useText();
  const formats = useFormats();
  const { title, why, subject, at, readAt } = notice;
  return (
    <button
      type="button"
      className={readAt ? 'yl-plain yl-notice' : 'yl-plain yl-notice yl-notice-new'}
      onClick={onFollow}
    >
      <span>
        {!readAt && <span className="yl-hidden">{t(texts.unread)} </span>}
        {subject && <b className="yl-strong">{subject.name} </b>}
        {t(title)}
      </span>
      {why && <span className="yl-quiet">{t(why)}</span>}
      <time className="yl-quiet" dateTime={at.toISOString()}>
        {formats.instant(at)}
      </time>
    </button>
  );
}
